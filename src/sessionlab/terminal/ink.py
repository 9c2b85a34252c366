"""Credentials in the terminal: one colour and one shape for one value, wherever it appears."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote_plus

from sessionlab.render.form import Credential, Trace

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

COLOURS = ("dark_orange", "deep_sky_blue1", "medium_orchid", "spring_green3", "hot_pink", "gold1")
SHAPES, HOLLOW = "●◆▲■★✚", "○◇△□☆✛"
LETTERS = "ABCDEF"
PLAIN = {
    "→": "->",
    "←": "<-",
    "…": "...",
    "−": "-",
    "·": "-",
    "│": "|",
    "─": "-",
    "✗": "x",
    "▶": ">",
    "⊘": "x",
    "∞": "inf",
}
"""What is written instead where a terminal knows ASCII only. Shapes become letters: `(A)`, and `(a)` once dead."""


class Ink:
    """Writes texts of one trace, with every credential in them marked."""

    def __init__(self, trace: Trace, console: Console) -> None:
        self.width = console.width
        self.ascii = not (console.encoding or "").lower().startswith("utf")
        self._places = {credential.id: place for place, credential in enumerate(trace.credentials)}
        self._by_text = _texts(trace.credentials)
        self._credentials = {credential.id: credential for credential in trace.credentials}
        texts = sorted(self._by_text, key=len, reverse=True)
        self._pattern = re.compile("|".join(map(re.escape, texts))) if texts else None
        self.live: frozenset[str] = frozenset()

    def mark(self, id: str, live: bool) -> str:
        """The shape of a credential: filled while it opens something, hollow when it opens nothing."""
        place = self._places[id] % len(SHAPES)
        if self.ascii:
            return f"({LETTERS[place] if live else LETTERS[place].lower()})"
        return (SHAPES if live else HOLLOW)[place]

    def colour(self, id: str) -> str:
        """The colour of a credential."""
        return COLOURS[self._places[id] % len(COLOURS)]

    def has_credential(self, text: str) -> bool:
        """Does a credential stand in this text?"""
        return self._pattern is not None and self._pattern.search(text) is not None

    def write(self, text: str, style: str = "") -> Text:
        """A text with its credentials marked; long ones are shortened."""
        from rich.text import Text

        written = Text()
        at = 0
        for match in self._pattern.finditer(text) if self._pattern else ():
            written.append(self.plain(text[at : match.start()]), style=style)
            written.append_text(self.credential(self._by_text[match[0]]))
            at = match.end()
        return written.append(self.plain(text[at:]), style=style)

    def credential(self, id: str) -> Text:
        """A credential by itself: shape and text."""
        from rich.text import Text

        live = id in self.live
        marked = Text().append(self.mark(id, live), style=f"bold {self.colour(id)}")
        return marked.append(
            self.plain(self._credentials[id].short), style=self.colour(id) + ("" if live else " strike")
        )

    def plain(self, text: str) -> str:
        """The text in the characters that the terminal knows."""
        if self.ascii:
            for character, instead in PLAIN.items():
                text = text.replace(character, instead)
        return text


def _texts(credentials: tuple[Credential, ...]) -> dict[str, str]:
    """Every spelling under which a credential stands somewhere: whole, shortened, url-encoded."""
    found: dict[str, str] = {}
    for credential in credentials:
        for text in (credential.text, credential.short, quote_plus(credential.text)):
            found.setdefault(text, credential.id)
    return found
