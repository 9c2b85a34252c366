"""Traces for tests."""

from __future__ import annotations

from sessionlab.cookies.policy import policy_named
from sessionlab.design.choices import read_choices
from sessionlab.design.space import FIRST_SCREEN, design_from
from sessionlab.render.form import Exchange, Trace
from sessionlab.render.trace import trace
from sessionlab.world.play import STORY, Play, play
from sessionlab.world.verbs import parse_action


def done(choices: str = "", actions: str = " ".join(STORY), policy: str = "chromium-156", seed: int = 1) -> Play:
    """A play under the first screen's design, otherwise as the choices say."""
    design = design_from(read_choices(choices.split()), FIRST_SCREEN)
    return play(design, map(parse_action, actions.split()), policy_named(policy), seed)


def told(choices: str = "", actions: str = " ".join(STORY), policy: str = "chromium-156", seed: int = 1) -> Trace:
    """Its trace."""
    return trace(done(choices, actions, policy, seed))


def last(choices: str = "", actions: str = " ".join(STORY), policy: str = "chromium-156") -> Exchange:
    """The last exchange of its trace."""
    return told(choices, actions, policy).exchanges[-1]
