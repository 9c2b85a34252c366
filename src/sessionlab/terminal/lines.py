"""Lines with a mark before them: the text goes on below itself, and nothing stands behind its end."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions
    from rich.text import Text

LEAST = 16


class Line:
    """A mark and a text, `indent` columns from the left."""

    def __init__(self, text: Text, mark: str = "", mark_style: str = "", indent: int = 0) -> None:
        self.text = text
        self.mark = mark
        self.mark_style = mark_style
        self.indent = indent

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterable[Text]:
        """The text in lines that fit."""
        from rich.text import Text

        hang = self.indent + (len(self.mark) + 1 if self.mark else 0)
        lines = self.text.wrap(console, max(options.max_width - hang, LEAST)) if self.text else [Text()]
        for number, line in enumerate(lines):
            line.rstrip()
            start = Text(" " * self.indent, no_wrap=True, overflow="ignore")
            if self.mark:
                start.append(f"{self.mark} " if number == 0 else " " * (len(self.mark) + 1), style=self.mark_style)
            yield start.append_text(line)
