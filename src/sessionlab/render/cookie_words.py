"""Reasons and effects of cookies as sentences of the catalogue."""

from __future__ import annotations

from typing import Any

from sessionlab.browser.explain import Effect
from sessionlab.cookies.reasons import Reason
from sessionlab.render.words import DEFAULT_LANGUAGE, say


def refused(reason: Reason, language: str = DEFAULT_LANGUAGE) -> str:
    """Why a cookie was not stored, as one sentence. Raises `KeyError` for a reason that has no sentence."""
    return _sentence("cookie.refused", reason, language)


def withheld(reason: Reason, language: str = DEFAULT_LANGUAGE) -> str:
    """Why a cookie was not sent, as one sentence. Raises `KeyError` for a reason that has no sentence."""
    return _sentence("cookie.withheld", reason, language)


def either(reason: Reason, language: str = DEFAULT_LANGUAGE) -> str:
    """A reason of either kind, where both may stand in one list."""
    try:
        return refused(reason, language)
    except KeyError:
        return withheld(reason, language)


def effect(shown: Effect, language: str = DEFAULT_LANGUAGE) -> str:
    """What a part of a Set-Cookie line does, as one sentence."""
    details = dict(shown.details)
    if "seconds" in details:
        details["time"] = duration(details["seconds"])
    return say(f"cookie.effect.{shown.code}", language, **details)


def duration(seconds: float) -> str:
    """A length of time in its largest whole unit, such as `30 days`; rounded down."""
    for name, size in (("days", 86_400), ("hours", 3_600), ("minutes", 60)):
        if 2 * size <= seconds < float("inf"):
            return f"{int(seconds // size)} {name}"
    return f"{max(0, int(seconds))} seconds" if seconds < float("inf") else "∞"


def _sentence(family: str, reason: Reason, language: str) -> str:
    details: dict[str, Any] = dict(reason.details)
    # What SameSite does is said in other words for each attribute.
    variant = f".{details['attribute']}" if reason.code == "same_site" else ""
    return say(f"{family}.{reason.code}{variant}", language, **details)
