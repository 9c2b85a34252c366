"""Values with deferred attributes, as somebody sees them who decides by them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from sessionlab.deferred import Deferred
from sessionlab.explore.decisions import Resolver
from sessionlab.value import Value

if TYPE_CHECKING:
    from sessionlab.explore.lazy import LazyDesign


class Probe:
    """A value as it is under a resolver: plain attributes, its class's own methods."""

    __slots__ = ("_resolve", "_thing")

    def __init__(self, thing: Any, resolve: Resolver) -> None:
        self._thing = thing
        self._resolve = resolve

    def __getattr__(self, name: str) -> Any:
        of_class = getattr(type(self._thing), name)
        if isinstance(of_class, property) and of_class.fget is not None:
            return of_class.fget(self)
        if callable(of_class):
            return lambda *arguments: of_class(self, *arguments)
        return self._resolve(getattr(self._thing, name))


def is_value(thing: Any) -> bool:
    """Is this one of the lab's values, whose attributes may be deferred?"""
    return isinstance(thing, Value) and type(thing) is not Deferred


def meaning_of(thing: Any, resolve: Resolver) -> Any:
    """A term resolved, a value as a probe, a tuple of them likewise; anything else as it is."""
    if type(thing) is Deferred:
        return resolve(thing)
    if type(thing) is tuple:
        return tuple(meaning_of(one, resolve) for one in thing)
    return Probe(thing, resolve) if is_value(thing) else thing


class View:
    """A value whose deferred attributes read as choices; its methods are asked as questions."""

    __slots__ = ("_design", "_thing")

    def __init__(self, thing: Any, design: LazyDesign) -> None:
        self._thing = thing
        self._design = design

    def __getattr__(self, name: str) -> Any:
        of_class = getattr(type(self._thing), name)
        if isinstance(of_class, property) and of_class.fget is not None:
            return self._design.outcome(of_class.fget, self._thing)
        if callable(of_class):
            return lambda *arguments: self._call(of_class, arguments)
        value = getattr(self._thing, name)
        return self._design.choice(value) if type(value) is Deferred else value

    def _call(self, method: Callable[..., Any], arguments: tuple[Any, ...]) -> Any:
        things = tuple(one._thing if isinstance(one, View) else one for one in arguments)
        return self._design.outcome(method, self._thing, *things)
