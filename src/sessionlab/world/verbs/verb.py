"""What a verb is, and what beginning one can come to."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sessionlab.design.design import Design
from sessionlab.value import Value
from sessionlab.world.action import Action
from sessionlab.world.state import ATTACKER, DEVICE2, VICTIM, World
from sessionlab.world.verbs.edits import Field

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


class Form(Value):
    """How an argument is written that is not one of a few words. `shape`: for people, as `NAME.FIELD:VALUE`.

    `read`: gives the argument as it is kept, or raises `Trouble`. `fields`: what can be edited with it.
    """

    shape: str
    read: Callable[[str], str]
    fields: tuple[Field, ...] = ()


class Verb(Value):
    """One kind of action.

    `actors`: who can do it, the usual one first. `arguments`: its variants, the usual one first; `("NUMBER",)` for a
    number, `()` for none. `key`: the letter that does it on the page. `begin`: what it does at once, and the requests
    that it puts on the world's agenda. `form`: how further arguments are written, where there are some.
    """

    name: str
    group: str
    actors: tuple[str, ...]
    begin: Begin
    arguments: tuple[str, ...] = ()
    key: str = ""
    form: Form | None = None
