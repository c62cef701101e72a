"""Proof by Hugo: a site is built as it is and with other texts, and every output file compared.

`program` finds Hugo, `site_copy` copies the site, `building` builds it, `comparing` compares what
came out, `proving` does it all, `complaints` says in an author's words why a site was not built.
Nothing is ever written into the site's own folder.
"""
