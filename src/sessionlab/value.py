"""The one place that decides what an observable value is.

Everything the lab shows, compares, stores or merges is a `Value`: immutable, hashable,
comparable, cheap to copy with a change. Sequences inside a value are tuples, never lists.
"""

from __future__ import annotations

from typing import Any, TypeVar, dataclass_transform

import msgspec

T = TypeVar("T")

replace = msgspec.structs.replace
"""A copy of a value with some fields changed: `replace(cookie, secure=True)`."""


@dataclass_transform(frozen_default=True, field_specifiers=(msgspec.field,))
class Value(msgspec.Struct, frozen=True, cache_hash=True, gc=False):
    """Base of every observable value. Subclass it with annotated fields; tuples inside, no list, dict or set."""


def to_json(value: object) -> bytes:
    """The JSON text (UTF-8) of a value, fields in the order of their declaration."""
    return msgspec.json.encode(value)


def to_builtins(value: object) -> Any:
    """A value as plain dicts, lists, strings and numbers, for templates and JSON."""
    return msgspec.to_builtins(value)


def from_json(text: bytes | str, kind: type[T]) -> T:
    """Read a value of the given kind back. Raises `msgspec.ValidationError` or `msgspec.DecodeError`."""
    return msgspec.json.decode(text, type=kind)
