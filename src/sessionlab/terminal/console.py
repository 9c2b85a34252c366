"""The one console that everything is drawn on."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions
    from rich.text import Text


def console() -> Console:
    """A console on standard output: colours on a terminal unless NO_COLOR is set, 80 columns when piped.

    Nothing is guessed about the text: no markup, no emoji codes, no colouring of numbers.
    """
    from rich.console import Console

    return Console(highlight=False, markup=False, emoji=False)


class Indented:
    """A text whose lines are broken to fit, moved to the right, with nothing after their ends."""

    def __init__(self, text: Text, columns: int = 0) -> None:
        self.text = text
        self.columns = columns

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterable[Text]:
        from rich.text import Text

        for line in self.text.wrap(console, max(options.max_width - self.columns, 20), no_wrap=self.text.no_wrap):
            line.rstrip()
            yield Text(" " * self.columns, overflow="ignore", no_wrap=True).append_text(line)
