"""How login state continues under a design: what proves it, how that travels, and who else could read it."""

from __future__ import annotations

from sessionlab.design.design import Design
from sessionlab.render import form
from sessionlab.render.pen import Pen

PARTS = (
    ("proof", "session_type"),
    ("client", "client_type"),
    ("travels", "credential_transport"),
    ("kept", "client_storage"),
)
"""What is told, and the switch that decides it."""


def continuity(design: Design, pen: Pen) -> form.Continuity:
    """Four sentences about a design."""
    return form.Continuity(**{part: pen.say(f"continuity.{part}.{getattr(design, name)}") for part, name in PARTS})
