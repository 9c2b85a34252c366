"""What can be done with the values of the simulation: read them, alter them, guess others, by the lab's own verbs."""

from __future__ import annotations

from typing import Any

from sessionlab.card.subject import Copy
from sessionlab.design.design import Design
from sessionlab.servers.state import VICTIM as VICTIMS_ACCOUNT
from sessionlab.tokens.credentials import is_credential
from sessionlab.tokens.machine import Certificate, SigningKey
from sessionlab.tokens.terms import Fact, Reference
from sessionlab.value import replace
from sessionlab.world.action import Action
from sessionlab.world.apply import apply
from sessionlab.world.state import ATTACKER, World
from sessionlab.world.verbs.planting import INVENTED

PARTS = ("user", "role", "exp", "aud", "iss", "character", "signature")
SAYS_THE_SAME = ("signature",)
"""Another spelling of a signature changes nothing of what a value says, as with the padding bits of base64."""
NEVER_SENT = (SigningKey, Certificate)
"""What proves itself and does not travel: nobody can alter it on its way."""


def legible(copy: Copy, world: World, design: Design) -> bool:
    """Does a value name the user to whoever decodes it?"""
    facts = (fact for piece in copy for fact in _after("decode", piece.value, world, design) if isinstance(fact, Fact))
    return any(fact.about == VICTIMS_ACCOUNT for fact in facts)


def altered(copy: Copy, world: World, design: Design) -> tuple[tuple[str, bool, Copy], ...]:
    """Each way of altering each login credential in the copy; it then stands alone, so that no other one helps."""
    found = []
    for piece in copy:
        if not is_credential(piece.value) or isinstance(piece.value, NEVER_SENT):
            continue
        for part in PARTS:
            if part == "user" and isinstance(piece.value, Reference):
                continue  # an id names nobody: trying the id next to it is guessing
            known = _after(f"alter={part}", piece.value, world, design)
            if known and known[-1] != piece.value:
                found.append((part, part not in SAYS_THE_SAME, (replace(piece, value=known[-1]),)))
    return tuple(found)


def neighbours(copy: Copy, world: World, design: Design) -> tuple[Copy, ...]:
    """The copy with the session id next to this one, where ids are counted."""
    ids = [piece.value for piece in copy if isinstance(piece.value, Reference)]
    found = ((value, _after("alter=user", value, world, design)) for value in ids)
    return tuple(_with(copy, value, known[-1]) for value, known in found if known and known[-1] != value)


def invented(copy: Copy, design: Design) -> Copy | None:
    """The copy with an id that nobody issued; None where a value would have to be signed, or holds the state itself."""
    ids = [piece.value for piece in copy if isinstance(piece.value, Reference)]
    if not ids or design.sign_session_id:
        return None
    return _with(tuple(piece for piece in copy if piece.value in ids), ids[0], INVENTED)


def with_value(copy: Copy, value: Any) -> Copy:
    """The copy with its login credential replaced."""
    old = next((piece.value for piece in copy if is_credential(piece.value)), None)
    return _with(copy, old, value)


def _with(copy: Copy, old: Any, new: Any) -> Copy:
    return tuple(replace(piece, value=new) if piece.value == old else piece for piece in copy)


def _after(verb: str, value: Any, world: World, design: Design) -> tuple[Any, ...]:
    """What the attacker knows who knew only this value and did that; nothing if it makes no sense."""
    name, _, argument = verb.partition("=")
    done = apply(replace(world, known=(value,)), Action(name, ATTACKER, argument), design)
    return () if done.refusal is not None else done.world.known
