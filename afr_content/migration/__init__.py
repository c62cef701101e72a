"""From a page of widgets to a landing page: the same sections as blocks of one file.

A widget page (theme 5.0 to 5.7) is an `index.md` with a file beside it for each section; a landing
page (5.8 and later) holds its sections in its own front matter. What is written in the files moves
as it is written: values with their quotes, comments, texts.

The rooms: `tree` (front matter as keys with their lines and comments), `yaml_tree` and `toml_tree`
(how it is read from a file), `texts` (a body as a value), `blocks` (which block a widget becomes,
and where its keys go), `moving` (the moves, done on lines), `values` (the same moves, done on what
Hugo reads), `section` (one file to one block), `page` (a page with its sections), `plan` (a site),
`applying` (writing it), `report` (saying it).
"""
