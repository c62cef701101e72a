"""What formatting must not change, found out another way than the formatter does."""

from __future__ import annotations

from collections import Counter

import yaml

from afr_content.frontmatter import parse


def assert_nothing_lost(before: str, after: str) -> None:
    """The body, the data as libyaml composes them, and the comments are equal."""
    assert _body(before) == _body(after)
    assert _data(_matter(before)) == _data(_matter(after))
    assert comments(_matter(before)) == comments(_matter(after))


def _matter(text: str) -> str:
    fences = parse(text).fences
    return text[slice(*fences.matter)] if fences else ""


def _body(text: str) -> str:
    fences = parse(text).fences
    return text[fences.body :] if fences else text


def _data(matter: str) -> object:
    try:
        return _value(yaml.compose(matter, Loader=yaml.CSafeLoader))
    except yaml.composer.ComposerError:  # anchors that are there twice, which Hugo accepts
        return None


def _value(node: yaml.Node | None) -> object:
    """A node as plain data; of keys that are there twice, the order counts."""
    match node:
        case yaml.MappingNode():
            pairs: dict[str, list[object]] = {}
            for key, value in node.value:
                name = str(_value(key)).lower()
                pairs.setdefault(name, []).append((_value(key), _value(value)))
            return node.tag, pairs
        case yaml.SequenceNode():
            return node.tag, [_value(item) for item in node.value]
        case yaml.ScalarNode():
            return node.tag, _canonical_text(node)
    return None


def _canonical_text(node: yaml.ScalarNode) -> str:
    if node.tag == "tag:yaml.org,2002:null" and not node.style:
        return ""
    if node.value in ("True", "TRUE", "False", "FALSE") and not node.style:
        return str(node.value).lower()
    return str(node.value)


def comments(matter: str) -> Counter[str]:
    """Every comment's text, from its `#` on: what stands between tokens."""
    found: list[str] = []
    done = 0
    for token in [*yaml.scan(matter, Loader=yaml.CLoader), None]:
        start = token.start_mark.index if token else len(matter)
        for line in matter[done : max(start, done)].splitlines():
            _, mark, text = line.partition("#")
            found += [text.rstrip(" \t")] if mark else []
        if isinstance(token, yaml.ScalarToken) and token.style in ("|", ">"):
            header = matter[start : token.end_mark.index].splitlines()[0]
            _, mark, text = header.partition("#")
            found += [text.rstrip(" \t")] if mark else []
        done = max(done, token.end_mark.index if token else done)
    return Counter(found)
