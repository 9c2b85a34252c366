"""What a verb is, and what beginning one can come to."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sessionlab.design.design import Design
from sessionlab.value import Value
from sessionlab.world.action import Action
from sessionlab.world.state import ATTACKER, DEVICE2, VICTIM, World

YOU, ADVERSARY, TIME = "you", "attacker", "time_and_operations"
GROUPS = (YOU, ADVERSARY, TIME)
OPERATOR = "operator"
PEOPLE = (VICTIM, DEVICE2, ATTACKER)
RIGHTFUL = (VICTIM, DEVICE2)


class Senseless(Value):
    """The action makes no sense in this world: a code of the catalogue (`refusal.CODE`), and what it is about."""

    code: str
    about: tuple[Any, ...] = ()


Begin = Callable[[World, Action, Design], World | Senseless]


class Verb(Value):
    """One kind of action.

    `actors`: who can do it, the usual one first. `arguments`: its variants, the usual one first; `("NUMBER",)` for a
    number, `()` for none. `key`: the letter that does it on the page. `begin`: what it does at once, and the requests
    that it puts on the world's agenda.
    """

    name: str
    group: str
    actors: tuple[str, ...]
    begin: Begin
    arguments: tuple[str, ...] = ()
    key: str = ""
