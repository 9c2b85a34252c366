"""The one console that everything is drawn on."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console


def console() -> Console:
    """A console on standard output: colours on a terminal unless NO_COLOR is set, 80 columns when piped.

    Nothing is guessed about the text: no markup, no emoji codes, no colouring of numbers.
    """
    from rich.console import Console

    return Console(highlight=False, markup=False, emoji=False)
