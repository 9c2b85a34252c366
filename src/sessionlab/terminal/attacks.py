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

    from sessionlab.render.form.trace import Trace


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


def decided_in(written: Trace) -> Text:
    """The step of the play that decided, the last request that a server answered, and on what ground."""
    from rich.text import Text

    answered = [one for one in written.exchanges if one.response is not None]
    if not answered:
        return Text()
    last = answered[-1]
    return Text(say("attack.decided", number=last.action_number, word=last.auth.word, ground=last.auth.text), "bold")


def attack_end(attack: Attack, reached: bool | None) -> Text:
    """The last line: whether the goal was reached, and what the goal was; None where nobody could begin."""
    from rich.text import Text

    outcome = "works" if attack.kind == WORKS else "attack"
    end = "outside" if reached is None else "reached" if reached else "missed"
    sentence = say(f"attack.end.{outcome}_{end}", name=attack.name, goal=attack.success)
    good = bool(reached) == (attack.kind == WORKS)
    return Text(sentence, style="bold green" if good else "bold red")
