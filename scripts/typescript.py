"""The types of the page's modules, made from the Python values that its server answers with."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec.inspect as inspect

HEAD = """// Made by `scripts/generate` from the values that the server answers with, for the type checker alone.

"""
PLAIN: dict[Any, str] = {
    inspect.StrType: "string",
    inspect.IntType: "number",
    inspect.FloatType: "number",
    inspect.BoolType: "boolean",
    inspect.NoneType: "null",
    inspect.AnyType: "unknown",
}


def declarations(*roots: type) -> str:
    """Interfaces for these values and all that they hold, each once, by name."""
    found: dict[str, inspect.StructType] = {}
    for kind in inspect.multi_type_info(roots):
        _collect(kind, found)
    return HEAD + "\n".join(_interface(name, found[name]) for name in sorted(found))


def _collect(kind: inspect.Type, found: dict[str, inspect.StructType]) -> None:
    if isinstance(kind, inspect.StructType):
        if kind.cls.__name__ in found:
            return
        found[kind.cls.__name__] = kind
    for inner in _inside(kind):
        _collect(inner, found)


def _inside(kind: Any) -> Iterator[inspect.Type]:
    if isinstance(kind, inspect.StructType):
        yield from (field.type for field in kind.fields)
    elif isinstance(kind, inspect.UnionType):
        yield from kind.types
    elif isinstance(kind, inspect.TupleType):
        yield from kind.item_types
    elif isinstance(kind, inspect.DictType):
        yield kind.value_type
    elif isinstance(kind, inspect.VarTupleType | inspect.ListType):
        yield kind.item_type


def _interface(name: str, kind: inspect.StructType) -> str:
    fields = "".join(f"  readonly {field.encode_name}: {_written(field.type)};\n" for field in kind.fields)
    return f"export interface {name} {{\n{fields}}}\n"


def _written(kind: Any) -> str:
    if type(kind) in PLAIN:
        return PLAIN[type(kind)]
    if isinstance(kind, inspect.StructType):
        return str(kind.cls.__name__)
    if isinstance(kind, inspect.LiteralType):
        return " | ".join(f'"{value}"' for value in kind.values)
    if isinstance(kind, inspect.UnionType):
        return " | ".join(map(_written, kind.types))
    if isinstance(kind, inspect.DictType):
        return f"Readonly<Record<string, {_written(kind.value_type)}>>"
    if isinstance(kind, inspect.TupleType):
        return f"readonly [{', '.join(map(_written, kind.item_types))}]"
    if isinstance(kind, inspect.VarTupleType | inspect.ListType):
        return f"readonly ({_written(kind.item_type)})[]"
    raise TypeError(kind)
