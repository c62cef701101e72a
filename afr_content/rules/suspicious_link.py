"""A link or icon that does not lead where it should.

## What it does
Reports mail addresses without `mailto:`, icons with `fa-` in front, a DOI with `https://doi.org/`,
`url` and `link` mixed up, and addresses that Hugo cannot take.

## Why it matters
A mail address without `mailto:` becomes the page `/someone@example.org` of the site. Templates
write `fa-` and `https://doi.org/` themselves, so that they would stand there twice.

## Example
<!-- path authors/jane/_index.md -->
```
---
title: Jane Doe
social:
  - icon: envelope
    icon_pack: fas
    link: someone@example.org
---
```

## Use instead
<!-- path authors/jane/_index.md -->
```
---
title: Jane Doe
social:
  - icon: envelope
    icon_pack: fas
    link: "mailto:someone@example.org"
---
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from afr_content.diagnostics import Finding, Fix, Severity
from afr_content.nodes import Entry, Mapping, Scalar, Sequence
from afr_content.page import Page
from afr_content.rules import _values as v
from afr_content.rules._blocks import parts
from afr_content.rules._keys import key_span

CODE = "AFR213"
SEVERITY = Severity.WARNING

KEY_FOR_LINK = {"social": "link", "links": "url"}
"""The lists of links, and the key in each of their items that holds the address."""

_FA = re.compile(r"(fa[bdlrs]? )?fa-")
_DOI = re.compile(r"(?:https?://(?:dx\.)?doi\.org/|doi:\s*)(?=10\.)", re.I)


def check(page: Page) -> Iterator[Finding]:
    """Addresses and icons of every kind."""
    for fault in v.faults(page, "suspicious-link"):
        if isinstance(fault.node, Scalar):
            yield _finding(page, fault, fault.node)
    if page.root is None or page.is_settings:
        return
    for entry in page.root.entries:
        name, value = entry.name.lower(), entry.value
        if name == "url" and page.is_section:
            yield from _url_of_section(page, entry)
        elif name == "doi" and isinstance(value, Scalar):
            yield from _doi(value)
        elif name == "aliases":
            yield from _aliases(page, entry)
        elif name in KEY_FOR_LINK and not page.is_section and isinstance(value, Sequence):
            yield from _items(page, name, value)
    yield from _buttons(page)


def _buttons(page: Page) -> Iterator[Finding]:
    """The buttons of hero widgets and blocks."""
    for part in parts(page):
        for name in ("cta", "cta_alt") if part.name == "hero" else ():
            place = ("content", name, "url") if part.is_block else (name, "url")
            yield from _refused(part.at(*place), ".".join(place))


def _finding(page: Page, fault: v.Fault, node: Scalar) -> Finding:
    kind = fault.kind.name if fault.kind else ""
    severity = v.severity_of(page, fault)
    if kind == "icon":
        bare = _FA.sub("", node.text, count=1)
        message = v.message(
            page, fault, effect="the template puts `fa-` in front, so it stands twice"
        )
        return Finding(v.span_of(node), message, v.rewrite(page, node, bare), Severity.WARNING)
    if kind == "link" and "@" in node.text:
        message = v.message(page, fault, effect=f"the link leads to the page `/{node.text}`")
        address = v.rewrite(page, node, f"mailto:{node.text}")
        return Finding(v.span_of(node), message, address, Severity.WARNING)
    if kind == "own-address":
        advice = Fix("Write a path such as `/contact/`, or use `external_link`")
        return Finding(v.span_of(node), v.message(page, fault), advice, severity)
    return Finding(
        v.span_of(node), v.message(page, fault, effect=f"the link leads to `/{node.text}`")
    )


def _url_of_section(page: Page, entry: Entry) -> Iterator[Finding]:
    """Hugo's own key, which no section needs."""
    node = entry.value
    if isinstance(node, Scalar) and re.match(r"https?:", node.text):
        message = f"Expected no web address for `{entry.name}`, found `{v.written(page, node)}`"
        advice = Fix("Move it to where the widget reads it, such as `cta`")
        yield Finding(v.span_of(node), f"{message}; the build stops", advice, Severity.ERROR)


def _doi(value: Scalar) -> Iterator[Finding]:
    match = _DOI.match(value.text)
    if match:
        mark = value.style if value.style in ('"', "'") else ""
        fix = v.put(value, f"{mark}{value.text[match.end() :]}{mark}")
        message = f"`doi` begins with `{match[0].strip()}`, which the template writes itself"
        yield Finding(v.span_of(value), message, fix)


def _aliases(page: Page, entry: Entry) -> Iterator[Finding]:
    values = entry.value.items if isinstance(entry.value, Sequence) else (entry.value,)
    for value in values:
        if isinstance(value, Scalar) and re.match(r"https?://", value.text):
            message = (
                "Expected a path of this site such as `/old/` in `aliases`, found"
                f" `{v.written(page, value)}`; the build stops"
            )
            yield Finding(v.span_of(value), message, severity=Severity.ERROR)


def _items(page: Page, name: str, items: Sequence) -> Iterator[Finding]:
    """The links of a list: the other list's key, and addresses that are none."""
    right = KEY_FOR_LINK[name]
    wrong = "url" if right == "link" else "link"
    for index, item in enumerate(items.items):
        if not isinstance(item, Mapping):
            continue
        keys = {entry.name: entry for entry in item.entries}
        if right in keys:
            yield from _refused(keys[right], f"{name}[{index}].{right}")
        elif wrong in keys:
            message = (
                f"Expected `{right}` in `{name}[{index}]`, found `{wrong}`; the link leads nowhere"
            )
            fix = Fix.replace(f"Write it as `{right}`", key_span(keys[wrong]), right)
            yield Finding(key_span(keys[wrong]), message, fix)


def _refused(entry: Entry | None, place: str) -> Iterator[Finding]:
    """An address that stops Hugo's `urls.Parse`."""
    if entry and isinstance(entry.value, Scalar) and (why := why_no_url(entry.value.text)):
        message = f"Hugo cannot take `{entry.value.text}` in `{place}` for an address: {why}"
        yield Finding(
            v.span_of(entry.value), f"{message}; the build stops", severity=Severity.ERROR
        )


_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z\d+.-]*:")
_BAD_ESCAPE = re.compile(r"%(?![\da-fA-F]{2})")


def why_no_url(text: str) -> str:
    """Why Go's `url.Parse` refuses an address; empty when it takes it."""
    if re.search(r"[\x00-\x1f\x7f]", text):
        return "it has a control character"
    address, _, fragment = text.partition("#")
    if address.startswith(":"):
        return "nothing stands before the `:`"
    scheme = _SCHEME.match(address)
    path = (address[scheme.end() :] if scheme else address).partition("?")[0]
    if not scheme and ":" in path.partition("/")[0]:
        return "a `:` stands before the first `/`"
    is_opaque = scheme is not None and not path.startswith("/")  # mailto:, tel:
    if path.startswith("//"):
        host, _, path = path[2:].partition("/")
        if why := _why_no_host(host.rpartition("@")[2]):
            return why
    checked = fragment if is_opaque else path + fragment
    return "a `%` needs two digits of hexadecimal behind it" if _BAD_ESCAPE.search(checked) else ""


def _why_no_host(host: str) -> str:
    if host.startswith("["):
        return (
            ""
            if re.fullmatch(r"\[[^\]]*\](:\d*)?", host)
            else "`[` and `]` must go around the host"
        )
    if match := re.search(r"[\s^`{}|\\]|%(?![89a-fA-F][\da-fA-F])", host):
        return f"`{match[0]}` cannot stand in a host's name"
    port = host.rpartition(":")[2] if ":" in host else ""
    return "" if re.fullmatch(r"\d*", port) else f"`{port}` is no port"
