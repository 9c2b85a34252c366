"""Reasons and effects of cookies as sentences of the catalogue."""

from __future__ import annotations

from typing import Any

from sessionlab.browser.explain import Effect, Explanation
from sessionlab.browser.replay import Replay
from sessionlab.cookies.reasons import Reason
from sessionlab.render.words import DEFAULT_LANGUAGE, say
from sessionlab.value import to_builtins


def refused(reason: Reason, language: str = DEFAULT_LANGUAGE) -> str:
    """Why a cookie was not stored, as one sentence. Raises `KeyError` for a reason that has no sentence."""
    details = dict(reason.details)
    # What SameSite does is said in other words for each attribute.
    if reason.code == "same_site":
        return say(f"cookie.refused.same_site.{details['attribute']}", language)
    return say(f"cookie.refused.{reason.code}", language, **details)


def withheld(reason: Reason, language: str = DEFAULT_LANGUAGE) -> str:
    """Why a cookie was not sent, as one sentence. Raises `KeyError` for a reason that has no sentence."""
    details = dict(reason.details)
    if reason.code == "same_site":
        return say(f"cookie.withheld.same_site.{details['attribute']}", language)
    return say(f"cookie.withheld.{reason.code}", language, **details)


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
    return say(f"cookie.effect.{shown.about}.{shown.does}", language, **details)


def duration(seconds: float) -> str:
    """A length of time in its largest whole unit, such as `30 days`; rounded down, and never negative."""
    if seconds == float("inf"):
        return "∞"
    whole = int(max(0.0, seconds))
    for name, size in (("days", 86_400), ("hours", 3_600), ("minutes", 60)):
        if whole >= 2 * size:
            return f"{whole // size} {name}"
    return f"{whole} seconds"


def reason_data(reason: Reason, text: str) -> dict[str, str]:
    """A reason as plain data with its sentence, as every JSON of the lab shows it."""
    return {"code": reason.code, "text": text, "source": reason.source}


def explanation_data(explanation: Explanation, language: str = DEFAULT_LANGUAGE) -> dict[str, Any]:
    """An explanation as plain data with all its sentences, for JSON and for the web page."""
    return {
        **to_builtins(explanation),
        "effects": [{**to_builtins(one), "text": effect(one, language)} for one in explanation.effects],
        "refused": [reason_data(one, refused(one, language)) for one in explanation.refused],
        "requests": [
            {**to_builtins(one), "reasons": [reason_data(why, withheld(why, language)) for why in one.reasons]}
            for one in explanation.requests
        ],
    }


def replay_data(outcome: Replay, language: str = DEFAULT_LANGUAGE) -> dict[str, Any]:
    """The outcome of a file of cases as plain data."""
    return {
        "policy": outcome.policy,
        "cases": outcome.cases,
        "passed": outcome.passed,
        "failed": [
            {
                "id": one.case,
                "step": one.step,
                "expected": to_builtins(one.expected),
                "got": to_builtins(one.got),
                "why": " ".join(dict.fromkeys(either(reason, language) for reason in one.reasons)),
            }
            for one in outcome.failed
        ],
        "skipped": [{"id": one.case, "why": one.why} for one in outcome.skipped],
    }
