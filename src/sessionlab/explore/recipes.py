"""Recipes: a fixed sequence of actions, and a goal that asks what the server answered or the attacker learnt."""

from __future__ import annotations

from sessionlab.attacks.attack import Goal
from sessionlab.attacks.goals import attacker_is_the_victim
from sessionlab.value import Value
from sessionlab.world.action import Action
from sessionlab.world.state import World
from sessionlab.world.verbs import parse_action


class Recipe(Value):
    """`actions`, in order; `goal`: asked of the world after the last of them."""

    id: str
    actions: tuple[Action, ...]
    goal: Goal
    source: str


def attacker_holds_a_credential(world: World) -> bool:
    """Does the attacker know a login credential?"""
    return bool(world.known)


def _recipe(id: str, actions: str, goal: Goal, source: str) -> Recipe:
    return Recipe(id, tuple(parse_action(text) for text in actions.split()), goal, source)


RECIPES: tuple[Recipe, ...] = (
    _recipe("script_reads_cookie", "login run_script=read", attacker_holds_a_credential, "6265bis 5.8.3"),
    _recipe("replay_after_logout", "login copy_credential logout replay", attacker_is_the_victim, "WSTG-SESS-06"),
    _recipe(
        "fixation_by_subdomain",
        "attacker:visit attacker:visit=/read attacker:visit=/cart plant_cookie=subdomain login replay",
        attacker_is_the_victim,
        "WSTG-SESS-03",
    ),
)
