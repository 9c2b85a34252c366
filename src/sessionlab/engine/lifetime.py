"""When a session has ended by itself: inactivity and age (OWASP SMCS, ASVS 7.3)."""

from __future__ import annotations

from sessionlab.design.design import Design
from sessionlab.engine.durations import ABSOLUTE_LIMIT, IDLE_LIMIT
from sessionlab.tokens.terms import Record


def ended_because(record: Record, now: int, design: Design) -> str | None:
    """The limit that this session has passed, as a ground, or None. The clock is asked first, the switch second."""
    if now - record.seen >= IDLE_LIMIT and design.idle_timeout == "server_side":
        return "idle_limit"
    return too_old(record.created, now, design)


def too_old(created: int, now: int, design: Design) -> str | None:
    """The absolute limit alone: all that can be seen where nothing notes the use of a session."""
    if now - created >= ABSOLUTE_LIMIT and design.absolute_timeout == "server_side":
        return "absolute_limit"
    return None
