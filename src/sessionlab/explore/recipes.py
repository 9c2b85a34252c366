"""Recipes: a fixed sequence of actions, and a goal that asks what the server answered or the attacker learnt."""

from __future__ import annotations

from collections.abc import Callable

from sessionlab.servers.state import VICTIM as VICTIMS_ACCOUNT
from sessionlab.value import Value
from sessionlab.world.action import Action
from sessionlab.world.state import ATTACKER, World
from sessionlab.world.verbs import parse_action

Goal = Callable[[World], bool]


class Recipe(Value):
    """`actions`, in order; `goal`: asked of the world after the last of them."""

    id: str
    actions: tuple[Action, ...]
    goal: Goal
    source: str


def attacker_is_the_victim(world: World) -> bool:
    """Did the server answer the attacker's bare tool as the victim?"""
    last = world.last
    return (
        last is not None
        and last.device == ATTACKER
        and last.bare
        and last.status == 200
        and last.user == VICTIMS_ACCOUNT
    )


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


def recipe_named(name: str) -> Recipe:
    """The recipe of that id. Raises `KeyError`."""
    return {recipe.id: recipe for recipe in RECIPES}[name]
