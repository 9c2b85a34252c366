"""Records and claims as plain JSON objects, and back: what stands inside a real cookie or token.

The names are those of the fields, so that whoever decodes one in a browser's developer tools can read it.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any, TypeVar

import msgspec

from sessionlab.tokens.terms import Claims, Record, Secret
from sessionlab.value import replace, to_builtins

Fields = dict[str, Any]
Content = TypeVar("Content", Record, Claims)
ReadSecret = Callable[[str], Secret]


def pack(content: Record | Claims) -> Fields:
    """The fields of a record or of claims. A token without an end has no `exp`; a secret is its text."""
    fields: Fields = to_builtins(replace(content, csrf=None))
    if isinstance(content.csrf, Secret):
        fields["csrf"] = content.csrf.made
    if fields.get("exp") == math.inf:
        del fields["exp"]
    return {name: value for name, value in fields.items() if value is not None}


def unpack(fields: object, kind: type[Content], read_secret: ReadSecret) -> Content | None:
    """The record or the claims that these fields say, or None if they say none. Raises nothing."""
    if not isinstance(fields, dict):
        return None
    try:
        content = msgspec.convert({"exp": math.inf, "user": None, **fields}, kind)
    except (msgspec.ValidationError, TypeError, OverflowError):
        return None
    if isinstance(content, Claims) and not _is_time(content.exp):
        return None
    if content.csrf is not None and not isinstance(content.csrf, str):
        return None
    return content if content.csrf is None else replace(content, csrf=read_secret(content.csrf))


def _is_time(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def to_octets(fields: Fields) -> bytes:
    """The fields as JSON text."""
    return msgspec.json.encode(fields)


def from_octets(octets: bytes) -> object:
    """What a JSON text says, or None if it is none. Raises nothing."""
    try:
        return msgspec.json.decode(octets)
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError):
        return None
