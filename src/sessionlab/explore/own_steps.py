"""The rightful user's own steps are taken to succeed: who is refused tries again, who never succeeds is left out."""

from __future__ import annotations

from sessionlab.attacks.attack import WORKS, Attack, Goal, recipe
from sessionlab.attacks.goals import DEEDS, browser_is_nobody, browser_is_the_victim, done_as_the_victim
from sessionlab.design.design import Design
from sessionlab.explore.balancer import at_first, at_second, elsewhere, has_choice, is_open, settled
from sessionlab.tokens.terms import RememberToken
from sessionlab.value import Value, replace
from sessionlab.world.action import Action
from sessionlab.world.apply import apply
from sessionlab.world.own_page import held
from sessionlab.world.state import ATTACKER, World
from sessionlab.world.verbs.verb import OPERATOR

TRIES = 3
"""How often a refused step is tried: once more for another instance, once more for good measure."""

DONE_BY = {
    "login": ("logged_in",),
    "idp_login": ("logged_in",),
    "logout": ("logged_out", "idp_logged_out"),
    "change_password": ("password_changed",),
    "action": ("action_done",),
    "me": ("me",),
    "visit": (),
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


def succeeded(world: World, action: Action, goal: Goal | None = None, *, is_free: bool = False) -> bool:
    """Did this step come to what a rightful user does it for? Steps of attackers and operators need not.

    `goal`: asked of this step, if it is a last one. The answer to `/me` is then the question, not a condition; but who
    is `is_free` to try another instance is not logged out as long as one of them knows him.
    """
    wanted = DONE_BY.get(action.verb)
    if wanted is None or action.argument in BY_SOMEBODY_ELSE or (goal is not None and action.verb == "me"):
        return not (is_free and goal in LOSSES and goal is not None and goal(world))
    if action.actor == ATTACKER and action.verb != "login":
        return True
    last = world.last
    if action.verb == "visit":
        return action.argument != "evil" or last is not None
    if last is None or last.content not in wanted or last.status != 200:
        return False
    if last.content == "logged_in":
        return held(world.device(last.device)) is not None and _is_remembered(world)
    # A logout that no session came with has ended nothing.
    return last.content != "logged_out" or last.ground == "logged_out"


def _is_remembered(world: World) -> bool:
    """Has the client kept the lasting login cookie, if it was handed one?"""
    last = world.last
    if last is None or not last.remembers:
        return True
    return any(isinstance(cookie.value, RememberToken) for cookie in world.device(last.device).jar)


def split_tries(actions: tuple[Action, ...]) -> tuple[tuple[Action, ...], tuple[Action, ...]]:
    """The recipe up to its last action, and the tries at that: the goal is asked after each of them."""
    last = actions[-1]
    count = 1
    while count < len(actions) and actions[-1 - count] == last:
        count += 1
    return actions[:-count], actions[-count:]


LOSSES: tuple[Goal, ...] = (browser_is_nobody,)
"""Goals that the rightful user escapes by trying again."""


class Way(Value):
    """How an attack went under one complete design.

    `reached`: whether the goal was; None if a step of the rightful user's own can never succeed. `actions`: what was
    really done, with the tries and the balancer's choices, up to the goal or to the end of one play that misses it.
    """

    reached: bool | None
    actions: tuple[Action, ...] = ()


Ways = dict[World, tuple[Action, ...]]


def play_out(attack: Attack, design: Design, start: World | None = None) -> bool | None:
    """Does the attack reach its goal under one complete design? None: a step of somebody's own can never succeed."""
    return way_of(attack, design, start).reached


def way_of(attack: Attack, design: Design, start: World | None = None) -> Way:
    """How the attack goes under one complete design, the rightful user's own steps taken to succeed."""
    first = start or World()
    free = has_choice(design)
    for actions, goal in presumed(attack):
        if not _tried(actions, goal, design, first, free, True).reached:
            return Way(None)
    is_attack = attack.kind != WORKS
    return _tried(attack.actions, attack.goal, design, first, free and is_attack, is_attack)


class _Rules(Value):
    """What is open in a play: whether the balancer has a choice, and whether the user's losses can be tried again."""

    has_choice: bool
    is_free: bool


def _tried(
    actions: tuple[Action, ...], goal: Goal, design: Design, start: World, has_choice: bool, is_free: bool
) -> Way:
    """All plays that the balancer's choices allow, until one reaches the goal."""
    rules = _Rules(has_choice, is_free)
    lead, tries = split_tries(actions)
    ways: Ways = {at_first(start): (FIRST,)} if has_choice else {start: ()}
    for place, action in enumerate(lead):
        here = replace(rules, has_choice=has_choice and is_open(lead, place))
        ways = _each(ways, action, design, here, None)[0]
    for action in tries:
        ways, found = _each(ways, action, design, rules, goal)
        if found is not None:
            return Way(True, found)
    return Way(False, next(iter(ways.values()))) if ways else Way(None)


def _each(
    ways: Ways, action: Action, design: Design, rules: _Rules, goal: Goal | None
) -> tuple[Ways, tuple[Action, ...] | None]:
    """An action in every world, by every choice: the worlds after it, and the first way to the goal, if any."""
    after: Ways = {}
    for world, way in ways.items():
        for begun, so_far in _choices(world, way, action, rules.has_choice):
            done, way_there = _done(begun, action, design, goal, so_far, rules)
            lost = done is None and rules.is_free and goal in LOSSES
            if lost or (done is not None and goal is not None and goal(done)):
                return {}, way_there
            if done is not None:
                after.setdefault(settled(done), way_there)
    return after, None


FIRST, SECOND = (Action("other_instance", OPERATOR, side) for side in ("first", "second"))
OTHER = Action("other_instance", OPERATOR)
WITHOUT_REQUEST = ("wait", "copy_credential", "alter", "forge", "decode", "read_store", "read_log", "observe_network")


def _choices(
    world: World, way: tuple[Action, ...], action: Action, has_choice: bool
) -> tuple[tuple[World, tuple[Action, ...]], ...]:
    second = at_second(world) if has_choice and action.verb not in WITHOUT_REQUEST else None
    if second is None:
        return ((world, way),)
    first = at_first(world)
    return (first, way if first is world else (*way, FIRST)), (second, way if second is world else (*way, SECOND))


def _done(
    world: World, action: Action, design: Design, goal: Goal | None, way: tuple[Action, ...], rules: _Rules
) -> tuple[World | None, tuple[Action, ...]]:
    for _ in range(TRIES):
        world = apply(_without_answer(world), action, design).world
        way = (*way, action)
        if succeeded(world, action, goal, is_free=rules.is_free):
            return world, way
        if rules.has_choice:
            world, way = elsewhere(world), (*way, OTHER)
    return None, way


def _without_answer(world: World) -> World:
    """A refused action leaves no answer of its own, so an older one must not be taken for it."""
    return replace(world, last=None)
