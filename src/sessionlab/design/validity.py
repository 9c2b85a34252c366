"""Which designs exist, which of them browsers reject, and which of their switches nobody ever looks at."""

from __future__ import annotations

from sessionlab.design.design import Design
from sessionlab.design.rule import Conditions, Impossible, RejectedByBrowser
from sessionlab.design.switch import SwitchValue, written
from sessionlab.design.switches import IMPOSSIBLE, IRRELEVANT, REJECTED_BY_BROWSER, SWITCHES, switch
from sessionlab.errors import Trouble, together
from sessionlab.value import replace


def check(design: Design) -> None:
    """Raise `Trouble` if the design cannot exist: which switches contradict each other, why, and the ways out."""
    problems = [_contradiction(design, rule, name) for rule, name in _contradictions(design)]
    if problems:
        raise together(problems)


def is_possible(design: Design) -> bool:
    """Whether such a design can exist."""
    return not _contradictions(design)


def rejected_by_browser(design: Design) -> tuple[RejectedByBrowser, ...]:
    """Why browsers refuse this design's cookie: all reasons. Such a design can be played, and shows just that."""
    if design.credential_transport != "cookie":
        return ()
    return tuple(
        rule for rule in REJECTED_BY_BROWSER if all(getattr(design, name) == value for name, value in rule.when)
    )


def irrelevant(design: Design) -> tuple[str, ...]:
    """The switches that nobody looks at under this design, in their usual order."""
    found = {
        name
        for rule in IRRELEVANT
        if not holds(design, rule.unless) and not any(holds(design, (condition,)) for condition in rule.also)
        for name in rule.switches
    }
    return tuple(each.id for each in SWITCHES if each.id in found)


def holds(design: Design, conditions: Conditions) -> bool:
    """Whether all the conditions are true of the design."""
    return all(getattr(design, name) in allowed for name, allowed in conditions)


def _contradictions(design: Design) -> list[tuple[Impossible, str]]:
    """Each broken rule with the first switch that breaks it. Two rules that say the same count once."""
    found: dict[tuple[str, tuple[SwitchValue, ...]], tuple[Impossible, str]] = {}
    for rule in IMPOSSIBLE:
        if not holds(design, rule.when):
            continue
        for name, allowed in rule.then:
            if getattr(design, name) not in allowed:
                found.setdefault((name, allowed), (rule, name))
    return list(found.values())


def _contradiction(design: Design, rule: Impossible, broken: str) -> Trouble:
    ground = rule.when[0][0]
    return Trouble(
        "impossible",
        name=ground,
        value=written(getattr(design, ground)),
        other=broken,
        other_value=written(getattr(design, broken)),
        why=rule.why,
        way_out=ways_out(design, rule) or _allowed(rule, broken),
    )


def ways_out(design: Design, rule: Impossible) -> tuple[str, ...]:
    """The single changes that make the design possible again, as `switch=value`.

    Only switches that the broken rule names are tried. Empty if no single change of them is enough.
    """
    return tuple(
        f"{name}={written(each)}"
        for name, _ in (*rule.then, *rule.when)
        for each in switch(name).values
        if is_possible(replace(design, **{name: each}))
    )


def _allowed(rule: Impossible, broken: str) -> tuple[str, ...]:
    return tuple(f"{name}={written(value)}" for name, values in rule.then if name == broken for value in values)
