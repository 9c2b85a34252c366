"""Why an action made no sense, as a sentence."""

from __future__ import annotations

from typing import Any

from sessionlab.cookies.reasons import Reason
from sessionlab.render import cookie_words
from sessionlab.render.pen import Pen


def refusal_text(code: str, about: tuple[Any, ...], pen: Pen) -> str:
    """The sentence for a code of `refusal.*` and what it is about; a browser's reason is told in its own words."""
    first = about[0] if about else ""
    told = cookie_words.refused(first, pen.language) if isinstance(first, Reason) else first
    return pen.say(f"refusal.{code}", about=told)
