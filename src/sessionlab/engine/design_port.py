"""What the engine may ask of a design. A complete design answers with values; a lazy one splits as late as it can."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol, TypeVar

T = TypeVar("T")


class AnyDesign(Protocol):
    """A design as the engine sees it: one switch at a time, read where somebody decides by it.

    `design.same_site == "lax"` reads a switch. The methods keep a lazy design from deciding more than is asked.
    """

    def __getattr__(self, switch: str) -> Any:
        """The value of a switch, to be compared."""

    def later(
        self, switches: str | tuple[str, ...], function: Callable[..., Any] | None = None, *arguments: Any
    ) -> Any:
        """`function(*values, *arguments)` (the value itself without a function), or a deferred term that means it."""

    def decide(self, switch: str, function: Callable[..., T], *arguments: Any) -> T:
        """`function(value, *arguments)`; a lazy design splits by the *outcome*, and not at all if there is only one.

        An argument that is deferred on the same switch is resolved with the same value.
        """

    def settle(self, term: Any) -> Any:
        """The plain value of a term that may be deferred."""

    def possibly(self, switch: str, function: Callable[[Any], bool]) -> bool:
        """Could this be a design whose value satisfies the function? Never splits; exact for a complete design."""

    def view(self, thing: Any) -> Any:
        """The thing with its deferred attributes readable."""
