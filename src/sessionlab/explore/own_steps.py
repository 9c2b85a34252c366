"""The rightful user's own steps are taken to succeed: who is refused tries again, who never succeeds is left out."""

from __future__ import annotations

from sessionlab.attacks.attack import WORKS, Attack, Goal, recipe
from sessionlab.attacks.goals import DEEDS, browser_is_the_victim, done_as_the_victim
from sessionlab.design.design import Design
from sessionlab.value import replace
from sessionlab.world.action import Action
from sessionlab.world.apply import apply
from sessionlab.world.own_page import held
from sessionlab.world.state import ATTACKER, World

TRIES = 3
"""How often a refused step is tried: once more for another instance, once more for good measure."""

DONE_BY = {
    "login": ("logged_in",),
    "idp_login": ("logged_in",),
    "logout": ("logged_out", "idp_logged_out"),
    "change_password": ("password_changed",),
    "action": ("action_done",),
    "me": ("me",),
}
"""What the last answer says after a step of somebody's own has succeeded."""
BY_SOMEBODY_ELSE = ("other_service", "through_attacker", "same_browser", "as_victim", "wrong", "admin")


Presumption = tuple[tuple[Action, ...], Goal]
LOGIN_STICKS: Presumption = (recipe("login", "me", "me"), browser_is_the_victim)
OWN_ACTION_IS_DONE: Presumption = (recipe("login", "action", "action"), done_as_the_victim)


def presumed(attack: Attack) -> tuple[Presumption, ...]:
    """What must work for the rightful user before an attack is worth asking about: a login, and what it is good for.

    Where nobody can log in there is nothing to attack, and no defence to praise.
    """
    if attack.kind == WORKS:
        return ()
    return (LOGIN_STICKS, OWN_ACTION_IS_DONE) if attack.goal in DEEDS else (LOGIN_STICKS,)


def succeeded(world: World, action: Action, *, asked: bool = False) -> bool:
    """Did this step come to what a rightful user does it for? Steps of attackers and operators need not.

    `asked`: the goal is asked of this step, so that the answer to `/me` is the question, not a condition.
    """
    wanted = DONE_BY.get(action.verb)
    if wanted is None or action.argument in BY_SOMEBODY_ELSE or (asked and action.verb == "me"):
        return True
    if action.actor == ATTACKER and action.verb != "login":
        return True
    last = world.last
    if last is None or last.content not in wanted or last.status != 200:
        return False
    if last.content == "logged_in":
        return held(world.device(last.device)) is not None
    # A logout that no session came with has ended nothing.
    return last.content != "logged_out" or last.ground == "logged_out"


def split_tries(actions: tuple[Action, ...]) -> tuple[tuple[Action, ...], tuple[Action, ...]]:
    """The recipe up to its last action, and the tries at that: the goal is asked after each of them."""
    last = actions[-1]
    count = 1
    while count < len(actions) and actions[-1 - count] == last:
        count += 1
    return actions[:-count], actions[-count:]


def play_out(attack: Attack, design: Design, start: World | None = None) -> bool | None:
    """Does the attack reach its goal under one complete design? None: a step of somebody's own can never succeed."""
    first = start or World()
    if not all(_comes_to(actions, goal, design, first) for actions, goal in presumed(attack)):
        return None
    return _comes_to(attack.actions, attack.goal, design, first)


def _comes_to(actions: tuple[Action, ...], goal: Goal, design: Design, world: World | None) -> bool | None:
    lead, tries = split_tries(actions)
    for action in lead:
        world = _done(world, action, design) if world is not None else None
    for action in tries:
        if world is None:
            return None
        world = _done(world, action, design, asked=True)
        if world is not None and goal(world):
            return True
    return None if world is None else False


def _done(world: World, action: Action, design: Design, *, asked: bool = False) -> World | None:
    for _ in range(TRIES):
        world = apply(_without_answer(world), action, design).world
        if succeeded(world, action, asked=asked):
            return world
    return None


def _without_answer(world: World) -> World:
    """A refused action leaves no answer of its own, so an older one must not be taken for it."""
    return replace(world, last=None)
