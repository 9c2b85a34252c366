"""Terms that stand for switches which nobody has had to decide yet.

Under a complete design nothing is ever deferred: `design.later(...)` answers with the plain value. A lazy design,
which stands for many designs at once, answers with a `Deferred`: a small value that names its switches and the
functions still to be applied to them. Two such terms are equal when they say the same, whatever the switches will be.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sessionlab.value import Value


class Deferred(Value):
    """`functions` applied, in order, to the values that `switches` will turn out to have.

    Each entry of `functions` is a module-level function with its further arguments. The first one receives the value
    of every switch, each later one the result of the one before.
    """

    switches: tuple[str, ...]
    functions: tuple[tuple[Callable[..., Any], tuple[Any, ...]], ...]

    def resolve(self, values: tuple[Any, ...]) -> Any:
        """What this term means if the switches have these values."""
        first, arguments = self.functions[0]
        result = first(*values, *arguments)
        for function, arguments in self.functions[1:]:
            result = function(result, *arguments)
        return result


def itself(value: Any) -> Any:
    """The value of the switch, as it is."""
    return value


def applied(term: Any, function: Callable[..., Any], *arguments: Any) -> Any:
    """`function(term, *arguments)`, at once for a plain term, when it is resolved for a deferred one."""
    if type(term) is Deferred:
        return Deferred(term.switches, (*term.functions, (function, arguments)))
    return function(term, *arguments)
