"""A site as a visitor meets it: menus, pages in order, the sections of each page.

`build` makes an outline of a census and the findings, `tree`, `json_outline` and `html` show it.
"""
