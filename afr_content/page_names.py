"""Pages as shortcodes name them: by path or by the name of their file.

After Hugo's `getContentNode`: a path counts from the page's own folder, from the folder around its
bundle or from the content folder; a bare name may be any page's. Endings are left out, and letter
case makes no difference from Hugo 0.123 on: nothing is reported for it.
"""

from __future__ import annotations

import posixpath
import re
from functools import cached_property

from afr_content.addresses import Role
from afr_content.census import Census
from afr_content.facts import Facts
from afr_content.names import nearest


class PageNames:
    """Looks up pages of a site by path or name."""

    def __init__(self, census: Census) -> None:
        self._census = census

    def knows(self, by: Facts, written: str) -> bool:
        """Whether there is a page that another page may name like this."""
        language, folder, _ = by.place
        wanted = _bare(written).lower()
        parents = ("",) if written.startswith("/") else (folder, folder.rpartition("/")[0], "")
        paths = (posixpath.normpath(f"/{parent}/{wanted}").strip("/") for parent in parents)
        if any((language, path.lower()) in self._paths for path in paths):
            return True
        return "/" not in written and (language, wanted) in self._names

    def near(self, written: str) -> str | None:
        """The path that was probably meant, written the same way."""
        wanted = _bare(written)
        head, _, last = wanted.rpartition("/")
        paths = sorted(path for _, path in self._paths)
        siblings = [path.rpartition("/")[2] for path in paths if _folder(path) == head.lower()]
        near = nearest(last, tuple(siblings)) if last else None
        return near and re.sub(rf"{re.escape(last)}(?!.*{re.escape(last)})", near, written)

    @cached_property
    def _paths(self) -> frozenset[tuple[str, str]]:
        """The pages by language and path: bundles by folder, others by folder and name."""
        found = set()
        for facts in self._census.pages:
            language, folder, stem = facts.place
            if self._census.role(facts) is not Role.RESOURCE:
                name = folder if stem in ("index", "_index") else f"{folder}/{stem}"
                found.add((language, name.strip("/").lower()))
                found |= {(language, part.lower()) for part in (folder.partition("/")[0], "")}
        return frozenset(found.union(*map(self._terms, self._census.site.content_folders)))

    def _terms(self, language: str) -> set[tuple[str, str]]:
        """The lists of taxonomies and of their terms, as they are written or as addresses."""
        clean, found = self._census.site.addresses.clean, set()
        for plural in self._census.settings.taxonomies.values():
            terms = self._census.terms(language, plural)
            names = {"", *terms, *map(clean, terms)}
            found |= {(language, f"{plural}/{name}".strip("/").lower()) for name in names}
        return found

    @cached_property
    def _names(self) -> frozenset[tuple[str, str]]:
        return frozenset((language, path.rpartition("/")[2]) for language, path in self._paths)


def _folder(path: str) -> str:
    return path.rpartition("/")[0]


def _bare(written: str) -> str:
    """A path without slash in front, ending, language and `index`."""
    path = re.sub(
        r"(?:\.[a-z]{2}(?:-[a-z]+)?)?\.(?:md|markdown|html?)$", "", written.strip(), flags=re.I
    )
    return re.sub(r"(?:^|/)_?index$", "", path).strip("/")
