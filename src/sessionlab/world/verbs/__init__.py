"""All verbs, in the order in which a learner meets them; one family a file."""

from __future__ import annotations

from sessionlab.errors import Trouble, nearest
from sessionlab.world.action import Action
from sessionlab.world.verbs import (
    altering,
    browsing,
    by_hand,
    copies,
    flights,
    foreign_pages,
    login_state,
    network,
    operations,
    planting,
    provider,
    readers,
    records,
    refreshing,
    script,
)
from sessionlab.world.verbs.verb import Verb

FAMILIES = (
    browsing,
    login_state,
    provider,
    copies,
    altering,
    planting,
    foreign_pages,
    script,
    network,
    readers,
    refreshing,
    flights,
    by_hand,
    records,
    operations,
)
VERBS: tuple[Verb, ...] = tuple(verb for family in FAMILIES for verb in family.VERBS)
_BY_NAME = {verb.name: verb for verb in VERBS}


def verb_named(name: str) -> Verb:
    """The verb of that name. Raises `Trouble("unknown_name")` with the nearest ones."""
    if name in _BY_NAME:
        return _BY_NAME[name]
    known = nearest(name, _BY_NAME) or tuple(_BY_NAME)
    raise Trouble("unknown_name", kind="action", name=name, known=", ".join(known))


def parse_action(text: str) -> Action:
    """Read `[WHO:]VERB[=ARGUMENT]`.

    Raises `Trouble` for an unknown verb, for somebody who cannot do it, and for an argument that it does not take.
    """
    before, _, argument = text.partition("=")
    who, colon, name = before.rpartition(":")
    verb = verb_named(name.strip())
    actor = who.strip() if colon else verb.actors[0]
    if actor not in verb.actors:
        raise Trouble("wrong_actor", verb=verb.name, actor=actor, known=", ".join(verb.actors))
    return Action(verb.name, actor, _checked(verb, argument.strip()))


def _checked(verb: Verb, argument: str) -> str:
    if verb.arguments == ("NUMBER",):
        return _number(verb, argument)
    if verb.form is not None:
        return verb.form.read(argument) if argument else verb.arguments[0]
    if argument and argument not in verb.arguments:
        known = nearest(argument, verb.arguments) or tuple(one for one in verb.arguments if one)
        if not known:
            raise Trouble("takes_no_argument", verb=verb.name, argument=argument)
        raise Trouble("wrong_argument", verb=verb.name, argument=argument, known=", ".join(known))
    return argument


def _number(verb: Verb, argument: str) -> str:
    if not argument:
        return str(operations.USUAL_WAIT)
    if not (argument.isascii() and argument.isdigit() and 0 < int(argument) <= operations.LONGEST_WAIT):
        raise Trouble("wrong_number", verb=verb.name, argument=argument, most=operations.LONGEST_WAIT)
    return str(int(argument))
