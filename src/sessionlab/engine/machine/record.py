"""The state that a registered key stands for."""

from __future__ import annotations

from sessionlab.engine.steps import KeyState
from sessionlab.tokens.terms import Record


def of_key(known: KeyState) -> Record:
    """A record as sessions have one; nothing is bound to a client, since the key itself is the proof."""
    return Record(known.user, known.at, known.at, started=0)
