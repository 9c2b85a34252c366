"""Drawing advice: which switches to flip, and what that costs."""

from __future__ import annotations

from collections.abc import Iterable

from sessionlab.attacks.attack import Attack
from sessionlab.explore.advice import Advice
from sessionlab.render.advice import fix_words
from sessionlab.render.words import say
from sessionlab.terminal.lines import Line

SHOWN = 6
"""Equally cheap changes that are shown."""


def advice_lines(told: Iterable[tuple[str, tuple[Attack, ...], Advice]]) -> Iterable[Line]:
    """Each piece of advice under what it is about."""
    from rich.text import Text

    said = False
    for kind, attacks, advice in told:
        said = True
        names = ", ".join(attack.name for attack in attacks)
        cost = advice.fixes[0].cost if advice.fixes else advice.budget
        found = "found" if advice.fixes else "none"
        yield Line(Text(say(f"advice.{kind}.{found}", attacks=names, cost=cost), style="bold"))
        for fix in advice.fixes[:SHOWN]:
            yield Line(Text(fix_words(fix)), "·", "dim", 2)
        if len(advice.fixes) > SHOWN:
            yield Line(Text(say("advice.more", count=len(advice.fixes) - SHOWN), style="dim"), indent=2)
    if not said:
        yield Line(Text(say("advice.all_fail")))
