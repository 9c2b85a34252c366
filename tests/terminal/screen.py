"""What a terminal shows, as text."""

from __future__ import annotations

import io
from collections.abc import Callable

from rich.console import Console


def shown(draw: Callable[[Console], None], width: int = 80, terminal: bool = False, encoding: str = "utf-8") -> str:
    """The text that is drawn on a console of that kind, without colours."""
    file = io.TextIOWrapper(io.BytesIO(), encoding=encoding, errors="replace")
    console = Console(
        file=file, width=width, force_terminal=terminal, no_color=True, highlight=False, markup=False, emoji=False
    )
    draw(console)
    file.flush()
    return file.buffer.getvalue().decode(encoding)
