"""Drawing proofs: one in full, or many as one table."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from sessionlab.attacks import attack_named
from sessionlab.design.switch import written
from sessionlab.design.switches import SWITCHES
from sessionlab.explore.cubes import Cube
from sessionlab.explore.prove import Proof
from sessionlab.render.proof import ROWS, command, conditions, outcomes, percent, shares
from sessionlab.render.words import say
from sessionlab.terminal.lines import Line

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.text import Text

BAR = 40
"""Columns of a bar that stands for all designs that were asked about."""


def proof_lines(proof: Proof) -> Iterable[RenderableType]:
    """Everything that was proven about one attack."""
    from rich.text import Text

    attack, parts = attack_named(proof.question.attack), shares(proof)
    reached, missed = outcomes(proof)
    yield Line(Text(f"{attack.name}  ", style="bold").append(attack.id, style="not bold cyan"))
    yield Line(Text(f"{' '.join(map(str, attack.actions))}", style="dim"))
    yield Line(Text(say("prove.goal", goal=attack.success, source=attack.source), style="dim"))
    yield Line(_bar(parts["reached"], parts["missed"], attack.kind))
    words = say(
        "prove.shares", reached=reached, missed=missed, **{f"{key}_share": percent(one) for key, one in parts.items()}
    )
    yield Line(Text(words))
    for title, cubes in ((reached, proof.reached_by), (missed, proof.missed_by)):
        yield Line(Text())
        yield from _table(title, cubes)
    yield Line(Text())
    yield Line(Text(say("prove.deciding", switches=", ".join(proof.deciding) or say("prove.none"))))
    yield Line(Text(say("prove.all_others", count=len(SWITCHES) - len(proof.deciding)), style="dim"))
    yield from _pair(proof)
    if proof.example is not None:
        yield Line(Text(say("prove.see", command=command(proof)), style="dim"))
    yield Line(Text())


def _bar(reached: float, missed: float, kind: str) -> Text:
    from rich.text import Text

    first = round(reached * BAR) or (1 if reached else 0)
    second = min(round(missed * BAR) or (1 if missed else 0), BAR - first)
    good, bad = ("red", "green") if kind == "attack" else ("green", "red")
    bar = Text("█" * first, style=good).append("▒" * second, style=bad)
    return bar.append("·" * (BAR - first - second), style="dim")


def _table(title: str, cubes: tuple[Cube, ...]) -> Iterable[Line]:
    from rich.text import Text

    yield Line(Text(title, style="bold underline"))
    for cube in cubes[:ROWS]:
        yield Line(Text(conditions(cube)), f"{percent(cube.share):>10}", "dim")
    if len(cubes) > ROWS:
        yield Line(Text(say("prove.more_rows", count=len(cubes) - ROWS), style="dim"))
    if not cubes:
        yield Line(Text(say("prove.never"), style="dim"))


def _pair(proof: Proof) -> Iterable[Line]:
    from rich.text import Text

    pair = proof.pair
    if pair is None:
        return
    reached, missed = outcomes(proof)
    others = " ".join(f"{change.switch}={written(change.new)}" for change in pair.others)
    yield Line(
        Text(
            say(
                "prove.pair_under" if others else "prove.pair",
                switch=pair.switch,
                yes=written(pair.reached_with),
                no=written(pair.missed_with),
                reached=reached,
                missed=missed,
                others=others,
            )
        )
    )


def proof_overview(proofs: Iterable[Proof]) -> Iterable[RenderableType]:
    """Many proofs, one a line: a bar, the shares, and the switch that turns the outcome at the least cost."""
    from rich.text import Text

    for proof in proofs:
        parts = shares(proof)
        kind = attack_named(proof.question.attack).kind
        line = Text(f"{proof.question.attack:<44} ", style="cyan")
        line.append_text(_bar(parts["reached"], parts["missed"], kind))
        line.append(f" {percent(parts['reached']):>10}", style="default")
        if proof.pair is not None:
            line.append(f"  {proof.pair.switch}={written(proof.pair.missed_with)}", style="dim")
        yield Line(line)
