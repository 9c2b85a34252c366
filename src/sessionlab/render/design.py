"""Designs as text: the rules between switches as sentences."""

from __future__ import annotations

from collections.abc import Iterable

from sessionlab.design.rule import Conditions
from sessionlab.design.switch import SwitchValue, written
from sessionlab.design.switches import IMPLIED, IMPOSSIBLE, IRRELEVANT, REJECTED_BY_BROWSER
from sessionlab.render.words import say

RULE = "vocabulary.rule"


def rules_about(switch: str) -> tuple[str, ...]:
    """One sentence for each rule that names the switch."""
    return (*_implied(switch), *_impossible(switch), *_rejected(switch), *_irrelevant(switch))


def written_conditions(conditions: Conditions) -> str:
    """Conditions as `session_type=jwt|opaque_token`, with "and" between them."""
    each = (f"{name}={'|'.join(map(written, allowed))}" for name, allowed in conditions)
    return say("vocabulary.and").join(each)


def _implied(switch: str) -> Iterable[str]:
    for rule in IMPLIED:
        if switch == "session_type" or switch in dict(rule.values):
            yield say(f"{RULE}.implied", session_type=rule.session_type, values=_pairs(rule.values))


def _impossible(switch: str) -> Iterable[str]:
    for rule in IMPOSSIBLE:
        if switch in dict((*rule.when, *rule.then)):
            when, then = written_conditions(rule.when), written_conditions(rule.then)
            yield say(f"{RULE}.impossible", when=when, then=then, why=rule.why)


def _rejected(switch: str) -> Iterable[str]:
    for rule in REJECTED_BY_BROWSER:
        if switch in dict(rule.when):
            yield say(f"{RULE}.rejected_by_browser", when=_pairs(rule.when), why=rule.why)


def _irrelevant(switch: str) -> Iterable[str]:
    for rule in IRRELEVANT:
        if switch in rule.switches:
            either = [written_conditions(rule.unless), *(written_conditions((each,)) for each in rule.also)]
            yield say(f"{RULE}.irrelevant", unless=say("vocabulary.or").join(either))


def _pairs(pairs: Iterable[tuple[str, SwitchValue]]) -> str:
    return say("vocabulary.and").join(f"{name}={written(value)}" for name, value in pairs)
