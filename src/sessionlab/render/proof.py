"""Proofs as plain data, and as Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from sessionlab.attacks import attack_named
from sessionlab.attacks.attack import WORKS
from sessionlab.design.change import Change
from sessionlab.design.switch import SwitchValue, written
from sessionlab.design.switches import SWITCHES, switch
from sessionlab.explore.cubes import Cube
from sessionlab.explore.prove import Pair, Proof
from sessionlab.render.words import say

ROWS = 8
"""Rows of a table that people are shown; all are in the data."""


def proof_data(proof: Proof) -> dict[str, Any]:
    """A proof as JSON can say it (docs/proving.md)."""
    attack = attack_named(proof.question.attack)
    asked = proof.reached + proof.missed + proof.outside
    return {
        "name": attack.name,
        "kind": attack.kind,
        "given": {name: list(values) for name, values in proof.question.given},
        "actions": [str(action) for action in attack.actions],
        "goal": attack.success,
        "source": attack.source,
        "designs": {"asked": asked, "reached": proof.reached, "missed": proof.missed, "outside": proof.outside},
        "shares": shares(proof),
        "reached_when": [_cube(cube) for cube in proof.reached_by],
        "missed_when": [_cube(cube) for cube in proof.missed_by],
        "deciding": list(proof.deciding),
        "irrelevant": [one.id for one in SWITCHES if one.id not in proof.deciding],
        "example": None if proof.example is None else _changes(proof.example),
        "pair": None if proof.pair is None else _pair(proof.pair),
        "runs": proof.runs,
    }


def shares(proof: Proof) -> dict[str, float]:
    """The three parts of an answer, each as a share of the designs that were asked about."""
    parts = {"reached": proof.reached, "missed": proof.missed, "outside": proof.outside}
    return {name: count / sum(parts.values()) for name, count in parts.items()}


def _cube(cube: Cube) -> dict[str, Any]:
    return {"share": cube.share, "conditions": {name: list(values) for name, values in cube.conditions}}


def _changes(changes: Iterable[Change]) -> dict[str, SwitchValue]:
    return {change.switch: change.new for change in changes}


def _pair(pair: Pair) -> dict[str, Any]:
    return {
        "others": _changes(pair.others),
        "switch": pair.switch,
        "reached_with": pair.reached_with,
        "missed_with": pair.missed_with,
    }


def outcomes(proof: Proof) -> tuple[str, str]:
    """What it is called that the goal is reached, and that it is missed."""
    kind = "works" if attack_named(proof.question.attack).kind == WORKS else "attack"
    return say(f"prove.{kind}.reached"), say(f"prove.{kind}.missed")


def condition(name: str, values: tuple[SwitchValue, ...]) -> str:
    """One condition in as few words as say it: the values, or the values that it must not have."""
    every = switch(name).values
    missing = tuple(value for value in every if value not in values)
    if len(values) == 1:
        return f"{name}={written(values[0])}"
    if len(missing) < len(values):
        return say("prove.not_these", switch=name, values="|".join(map(written, missing)))
    return f"{name}={'|'.join(map(written, values))}"


def conditions(cube: Cube) -> str:
    """All conditions of a cube."""
    return "  ".join(condition(name, values) for name, values in cube.conditions) or say("prove.always")


def percent(share: float) -> str:
    """A share for people: never 0 or 100 % where it is not."""
    if 0 < share < 0.0001:
        return "< 0.01 %"
    if 0.9999 < share < 1:
        return "> 99.99 %"
    return f"{share * 100:.4g} %"


def command(proof: Proof) -> str:
    """The command that plays the attack under the plainest design in which the goal is reached."""
    chosen = "".join(f" --set {change.switch}={written(change.new)}" for change in proof.example or ())
    return f"session-lab attack {proof.question.attack}{chosen}"


def markdown(proofs: Iterable[Proof]) -> Iterator[str]:
    """Proofs as Markdown, line by line."""
    for proof in proofs:
        attack, parts = attack_named(proof.question.attack), shares(proof)
        reached, missed = outcomes(proof)
        yield from (f"## {attack.name} (`{attack.id}`)", "")
        yield from (f"{attack.source}. `{' '.join(map(str, attack.actions))}`", "")
        yield say(
            "prove.shares",
            reached=reached,
            missed=missed,
            **{f"{key}_share": percent(one) for key, one in parts.items()},
        )
        for title, cubes in ((reached, proof.reached_by), (missed, proof.missed_by)):
            yield from ("", f"| {say('prove.share')} | {title} |", "|---|---|")
            yield from (f"| {percent(cube.share)} | {conditions(cube)} |" for cube in cubes[:ROWS])
            if len(cubes) > ROWS:
                yield f"| | {say('prove.more_rows', count=len(cubes) - ROWS)} |"
        yield from ("", say("prove.deciding", switches=", ".join(f"`{name}`" for name in proof.deciding) or "-"), "")
