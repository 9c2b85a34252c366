"""A play: actions one after the other under one design, with everything that came of them."""

from __future__ import annotations

from collections.abc import Iterable

from sessionlab.cookies.policy import DEFAULT_POLICY, BrowserPolicy
from sessionlab.design.design import Design
from sessionlab.design.environment import USUAL, Environment
from sessionlab.value import Value
from sessionlab.world.action import Action
from sessionlab.world.apply import apply
from sessionlab.world.events import Exchange, Transition
from sessionlab.world.start import start_in
from sessionlab.world.state import World

STORY = ("visit", "login", "me", "copy_credential", "logout", "me", "replay")
"""The actions of the story: login state is made, copied, ended, and the copy is tried."""


class Play(Value):
    """Everything that happened. `transitions` has one entry for each of `actions`; `end` is the world after them."""

    design: Design
    actions: tuple[Action, ...]
    policy: BrowserPolicy
    seed: int
    environment: Environment
    start: World
    transitions: tuple[Transition, ...]
    end: World

    @property
    def exchanges(self) -> tuple[Exchange, ...]:
        """All exchanges, in their order."""
        return tuple(exchange for transition in self.transitions for exchange in transition.exchanges)


def play(
    design: Design,
    actions: Iterable[Action],
    policy: BrowserPolicy = DEFAULT_POLICY,
    seed: int = 1,
    environment: Environment = USUAL,
) -> Play:
    """Do the actions one after the other. Pure: the same arguments always give the same play.

    The settings of the environment beat the policy. `seed` decides nothing here; it is what texts are made from.
    """
    done = tuple(actions)
    start = world = start_in(environment, policy)
    transitions = []
    for action in done:
        transition = apply(world, action, design)
        transitions.append(transition)
        world = transition.world
    return Play(design, done, policy, seed, environment, start, tuple(transitions), world)
