"""Front matter as authors may write it, and worse."""

from __future__ import annotations

from random import Random

KEYS = (
    "widget: blank",
    "title",
    "subtitle",
    "weight",
    "headless",
    "active",
    "content",
    "design",
    "background",
    "color",
    "columns",
    "own key",
    "'quoted'",
    '"Title"',
)
VALUES = (
    "",
    "text",
    "'text'",
    '"1"',
    "'it''s'",
    '"say \\"x\\""',
    "True",
    "~",
    "08",
    "[a,'b' ]",
    "{ a: 1,b: [ ] }",
    "a#b",
    "'# no'",
    "!!str 5",
    "*x",
    "two  \n  lines",
    "'two\n\n  # lines'",
    "[a, # why\n  b]",
    "[\n  # why\n  a,\n\n  b\n  ]",
    "'two\n\n   lines'",
    '"two\n  lines"',
    '"two \\\n   lines"',
    "|\n   text\n     more\n  ",
    ">-  # why\n  text\n\n  more",
    "|+\n  kept\n\n",
    "|2\n    text\n   less",
)
COMMENTS = ("# remark", "#   inner", "# - item", "# key: value", "#", "#- x")
BEHIND = ("", "", "", " ", "  # behind", " \t# behind ")


def front_matter(random: Random) -> str:
    """A page whose front matter mostly parses."""
    lines = ["base: &x {a: 1}", *_mapping(random, 0, 3), *_gap(random)]
    newline = random.choice(["\n", "\n", "\n", "\r\n"])
    closing = random.choice(["---\nBody\n", "---", "--- \n", "--- text\n"])
    return "---\n" + newline.join([*lines, ""]) + closing


def damaged(random: Random, text: str) -> str:
    """The page with some lines gone, doubled, moved or indented otherwise."""
    opening, *lines = text.split("\n")
    for _ in range(random.randint(1, 4)):
        place = random.randrange(len(lines))
        match random.choice(["drop", "double", "move", "deeper", "shallower"]):
            case "drop":
                lines[place] = ""
            case "double":
                lines.insert(place, lines[place])
            case "move":
                lines.insert(random.randrange(len(lines)), lines.pop(place))
            case "deeper":
                lines[place] = " " + lines[place]
            case _:
                lines[place] = lines[place].removeprefix(" ")
    return "\n".join([opening, *lines])


def _gap(random: Random) -> list[str]:
    made = []
    for _ in range(random.choice([0, 0, 0, 1, 2, 3])):
        comment = " " * random.randint(0, 6) + random.choice(COMMENTS)
        made.append(random.choice(["", "  ", comment]))
    return made


def _mapping(random: Random, column: int, depth: int) -> list[str]:
    made: list[str] = []
    for key in random.sample(KEYS, random.randint(1, 5)):
        made += _gap(random) if made or column == 0 else []
        if ": " in key:
            made.append(" " * column + key)
        else:
            made += _entry(random, f"{key}:", column, depth)
    return made


def _entry(random: Random, head: str, column: int, depth: int) -> list[str]:
    kind = random.choice(["value", "value", "mapping", "list"]) if depth else "value"
    if kind == "value":
        return _value(random, head, column)
    made = [" " * column + head + random.choice(BEHIND), *_gap(random)]
    if kind == "mapping":
        return made + _mapping(random, column + random.randint(1, 4), depth - 1)
    return made + _list(random, column + random.randint(0, 4), depth - 1)


def _value(random: Random, head: str, column: int) -> list[str]:
    first, *others = random.choice(VALUES).split("\n")
    behind = "" if first[:1] in ("|", ">") else random.choice(BEHIND)
    blank = random.choice([" ", " ", "  ", "\t"]) if first else ""
    lines = [f"{head}{blank}{first}", *others]
    lines[-1] += behind
    return [" " * column + line if line else "" for line in lines]


def _list(random: Random, column: int, depth: int) -> list[str]:
    made: list[str] = []
    for _ in range(random.randint(1, 3)):
        made += _gap(random)
        if depth and random.random() < 0.5:
            dash = "-" + " " * random.randint(1, 3)
            first, *others = _mapping(random, column + len(dash), depth - 1)
            made += [" " * column + dash + first.lstrip(" "), *others]
        else:
            made += _value(random, "-", column)
    return made
