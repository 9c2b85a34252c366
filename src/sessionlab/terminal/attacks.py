"""Drawing attacks: the list, and what became of one."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import TYPE_CHECKING

from sessionlab.attacks.attack import WORKS, Attack
from sessionlab.render.words import say
from sessionlab.terminal.console import Indented

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.text import Text


def attack_list(attacks: Iterable[Attack]) -> Iterable[RenderableType]:
    """All attacks under the headings of their families."""
    from rich.text import Text

    by_family = sorted(attacks, key=lambda attack: attack.family)
    for family, members in groupby(by_family, key=lambda attack: attack.family):
        yield Text()
        yield Indented(Text(family, style="bold underline"))
        for attack in members:
            yield Text()
            yield Indented(Text(attack.id, style="bold cyan").append(f"  {attack.name}", style="not bold"), 2)
            yield Indented(Text(say("attack.needs", capability=attack.capability, weakness=attack.weakness)), 6)
            yield Indented(Text(" ".join(str(action) for action in attack.actions), style="dim"), 6)


def attack_end(attack: Attack, reached: bool) -> Text:
    """The last line: whether the goal was reached, and what the goal was."""
    from rich.text import Text

    outcome = "works" if attack.kind == WORKS else "attack"
    sentence = say(f"attack.end.{outcome}_{'reached' if reached else 'missed'}", name=attack.name, goal=attack.success)
    good = reached == (attack.kind == WORKS)
    return Text(sentence, style="bold green" if good else "bold red")
