"""`Trouble` as sentences: what is wrong, and what would be right."""

from __future__ import annotations

from sessionlab.errors import Trouble
from sessionlab.render.words import say


def sentences(trouble: Trouble) -> str:
    """Two sentences for one trouble; a line of two for each where there are several."""
    problems = trouble.details.get("problems")
    if isinstance(problems, tuple):
        return "\n".join(sentences(problem) for problem in problems)
    return " ".join(both_sentences(trouble))


def both_sentences(trouble: Trouble) -> tuple[str, str]:
    """What is wrong, and what would be right, of a single trouble."""
    details = {name: _readable(value) for name, value in trouble.details.items()}
    return say(f"error.{trouble.code}.what", **details), say(f"error.{trouble.code}.instead", **details)


def _readable(value: object) -> str:
    if isinstance(value, tuple | list):
        return ", ".join(map(_readable, value))
    if isinstance(value, bool):
        return str(value).lower()
    return str(value)
