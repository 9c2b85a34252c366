"""What a registered key stands for."""

from __future__ import annotations

from typing import Any

from sessionlab.design.design import Design
from sessionlab.engine.account import of_program
from sessionlab.engine.identity import Identity, anonymous
from sessionlab.engine.steps import KeyState, Logic
from sessionlab.tokens.terms import Record


def known_by(known: KeyState, ground: str, credential: Any, design: Design) -> Logic[Identity]:
    """The user of a registered key, as the user record has him where the design asks it."""
    record, refused = yield from of_program(of_key(known), design)
    return anonymous(refused, credential) if refused else Identity(known.user, ground, credential, None, record)


def of_key(known: KeyState) -> Record:
    """A record as sessions have one; nothing is bound to a client, since the key itself is the proof."""
    return Record(known.user, known.at, known.at, started=0)
