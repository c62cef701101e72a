"""One rule per module; the module's name is the rule's, its docstring the rule's documentation.

A module has `CODE`, `SEVERITY` and `check(page)`, which yields findings. It is found by walking
this package: there is no list to add it to.
"""
