"""An action: who does what, and how."""

from __future__ import annotations

from sessionlab.value import Value


class Action(Value):
    """One action of a play. `verb` is one of the verbs of `world.verbs`; `argument` chooses among its variants."""

    verb: str
    actor: str
    argument: str = ""

    def __str__(self) -> str:
        return f"{self.actor}:{self.verb}" + (f"={self.argument}" if self.argument else "")
