"""Every attack of the catalogue, tried on the design that a page shows."""

from __future__ import annotations

from sessionlab.attacks import ATTACKS
from sessionlab.attacks.attack import WORKS, Attack
from sessionlab.design.design import Design
from sessionlab.explore.own_steps import way_of
from sessionlab.value import Value
from sessionlab.web.asked import DesignAsked, design_asked, policy_asked
from sessionlab.web.limits import in_time
from sessionlab.world.start import start_in
from sessionlab.world.state import World

OUTSIDE = "outside"


class AttackTried(Value):
    """An attack, or something that must keep working, and what became of it.

    `outcome`: `succeeds` or `blocked`; `works` or `broken`; `outside` if a step of the rightful user's own can never
    succeed, so that the question does not arise. `actions`: what was done, to be played; where the question does not
    arise, the recipe as it is written.
    """

    id: str
    name: str
    kind: str
    family: str
    capability: str
    success: str
    weakness: str
    source: str
    outcome: str
    actions: tuple[str, ...]


class Attacked(Value):
    """The answer: all of the catalogue in its order."""

    attacks: tuple[AttackTried, ...]


def attacked(asked: DesignAsked) -> Attacked:
    """All attacks on the design, in the browser that is asked for. Raises `Trouble` if that takes too long."""
    design, start = design_and_start(asked)
    return Attacked(tuple(_tried(attack, design, start) for attack in in_time(ATTACKS)))


def design_and_start(asked: DesignAsked) -> tuple[Design, World]:
    """The design that is asked about, and the world in which everything is tried."""
    design, environment = design_asked(asked)
    return design, start_in(environment, policy_asked(asked))


def outcome_of(attack: Attack, reached: bool | None) -> str:
    """What became of it, in one word. `reached`: whether it came to its goal; None if it could not begin.

    What must keep working and cannot even begin is broken, too; an attack on it is no question.
    """
    if attack.kind == WORKS:
        return "works" if reached else "broken"
    if reached is None:
        return OUTSIDE
    return "succeeds" if reached else "blocked"


def _tried(attack: Attack, design: Design, start: World) -> AttackTried:
    way = way_of(attack, design, start)
    return AttackTried(
        id=attack.id,
        name=attack.name,
        kind=attack.kind,
        family=attack.family,
        capability=attack.capability,
        success=attack.success,
        weakness=attack.weakness,
        source=attack.source,
        outcome=outcome_of(attack, way.reached),
        actions=tuple(map(str, way.actions or attack.actions)),
    )
