"""Header fields as pairs in the order of the wire."""

from __future__ import annotations

import re

Headers = tuple[tuple[str, str], ...]


def all_values(headers: Headers, name: str) -> tuple[str, ...]:
    """The values of every field of that name, in order. Names compare without regard to case (RFC 9110 5.1)."""
    wanted = name.lower()
    return tuple(value for known, value in headers if known.lower() == wanted)


def as_received(value: str) -> str | None:
    """What a browser's network layer makes of the octets written as one field value.

    None: a NUL makes the whole response invalid. CR or LF ends the field (RFC 9112 2.2; observed in Chromium).
    """
    if "\0" in value:
        return None
    return re.split("[\r\n]", value, maxsplit=1)[0]


def read_dump(text: str) -> Headers:
    """The header fields of all responses in a dump such as `curl -i` prints; bodies and status lines are skipped.

    Lines of a `curl -v` dump (`< Name: value`) are read too. Text without any field gives an empty tuple.
    """
    fields: list[tuple[str, str]] = []
    in_head = True
    for raw in text.splitlines():
        line = raw.removeprefix("< ").rstrip("\r")
        if line.startswith("HTTP/"):
            in_head = True
        elif not line.strip():
            # A blank line before the first field (a paste) ends nothing.
            in_head = not fields
        elif in_head and (field := re.fullmatch(r"([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \t]*(.*)", line)):
            fields.append((field[1], field[2]))
    return tuple(fields)
