"""Who can still act as the user after a play, and what decided it. Everybody is tried out; nothing is looked up."""

from __future__ import annotations

from typing import Any

from sessionlab.design.design import Design
from sessionlab.engine import steps as s
from sessionlab.servers.state import VICTIM as VICTIMS_ACCOUNT
from sessionlab.tokens.machine import DpopProof
from sessionlab.tokens.terms import ApiToken, Fact, RefreshToken
from sessionlab.value import Value
from sessionlab.world.asking import Belief, Beliefs, answered_to_browser, answered_to_copy
from sessionlab.world.events import Exchange
from sessionlab.world.own_page import held
from sessionlab.world.play import Play
from sessionlab.world.state import ATTACKER, DEVICE2, DEVICES, VICTIM, World

ENDING_STEPS = (
    s.Delete,
    s.DeleteAll,
    s.Deny,
    s.ChangeAccount,
    s.Update,
    s.Create,
    s.RevokeFamily,
    s.UseRefresh,
    s.ForgetLogins,
    s.RevokeKeys,
    s.SeenBefore,
)
BY_USER, BY_BOTH, BY_ATTACKER, BY_NOBODY = "user_only", "both", "attacker_only", "nobody"
UNSHOWN = (Fact, ApiToken, DpopProof)
"""What somebody may know and cannot show to this server as a login."""
ENDED, STANDS, NEVER, NO_COPY = "ended", "stands", "never", "no_copy"


class Trial(Value):
    """Somebody asked `/me`: a browser by itself (`credential` is what it holds), or the attacker with a known value."""

    who: str
    by_copy: bool
    credential: Any
    belief: Belief

    @property
    def succeeds(self) -> bool:
        """Does the server answer as the victim?"""
        return self.belief.user == VICTIMS_ACCOUNT


class Ending(Value):
    """When a value stopped being answered as the victim: in which exchange (counted from 0), and by which step.

    `step` is None where no step of the server did it, but time, a restart or an operator.
    """

    place: int
    exchange: Exchange
    step: s.Step | None


class Outcome(Value):
    """The end of a play: every trial, who succeeded, and why the attacker's best value does or does not work.

    `why`: the value `stands`; it was `ended`; it was `never` good for the victim's account; there is `no_copy` at all.
    """

    trials: tuple[Trial, ...]
    who: str
    why: str
    decisive: Trial | None = None
    ending: Ending | None = None


def outcome(play: Play, beliefs: Beliefs | None = None) -> Outcome:
    """Try everybody out on the world that a play left. `beliefs`: what is known already of this play's server."""
    beliefs = beliefs or Beliefs(play.design)
    trials = trials_on(play.end, play.design)
    who = who_succeeds(trials)
    copies = tuple(trial for trial in trials if trial.who == ATTACKER and trial.credential is not None)
    standing = next((trial for trial in reversed(copies) if trial.succeeds), None)
    if standing is not None:
        return Outcome(trials, who, STANDS, standing)
    for trial in reversed(copies):
        ending = _ending(trial.credential, play, beliefs)
        if ending is not None:
            return Outcome(trials, who, ENDED, trial, ending)
    return Outcome(trials, who, NEVER, copies[-1]) if copies else Outcome(trials, who, NO_COPY)


def trials_on(world: World, design: Design) -> tuple[Trial, ...]:
    """Each browser asks by itself; then the attacker tries every value that he knows."""
    browsers = tuple(
        Trial(name, False, held(world.device(name)), answered_to_browser(name, world, design)) for name in DEVICES
    )
    copies = tuple(
        Trial(ATTACKER, True, value, answered_to_copy(value, world, design))
        for value in world.known
        if not isinstance(value, UNSHOWN)
    )
    return (*browsers, *copies)


def who_succeeds(trials: tuple[Trial, ...]) -> str:
    """Which side is answered as the victim."""
    user = any(trial.succeeds for trial in trials if trial.who in (VICTIM, DEVICE2))
    attacker = any(trial.succeeds for trial in trials if trial.who == ATTACKER)
    if user:
        return BY_BOTH if attacker else BY_USER
    return BY_ATTACKER if attacker else BY_NOBODY


def _ending(credential: Any, play: Play, beliefs: Beliefs) -> Ending | None:
    """The exchange in which the value stopped working, searched from the end; None if it never worked."""
    exchanges = play.exchanges
    for place in range(len(exchanges) - 1, -1, -1):
        exchange = exchanges[place]
        if _belief(credential, exchange.before, beliefs).user == VICTIMS_ACCOUNT:
            return Ending(place, exchange, _ending_step(exchange))
    return None


def _belief(credential: Any, world: World, beliefs: Beliefs) -> Belief:
    if isinstance(credential, RefreshToken):
        return answered_to_copy(credential, world, beliefs.design)
    return beliefs.about(credential, world)


def _ending_step(exchange: Exchange) -> s.Step | None:
    changing = tuple(step for step, _ in exchange.steps if isinstance(step, ENDING_STEPS))
    return changing[-1] if changing else None
