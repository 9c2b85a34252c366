"""What can be wrong with the input of a person, as data; the sentences stand in the catalogue of words.

Nothing in the lab raises anything else for bad input: the command line turns a `Trouble` into exit
code 2, the web page into problem JSON.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence
from typing import Any


class Trouble(Exception):
    """Input that cannot be used.

    `code` names two sentences of the catalogue, `error.CODE.what` (what is wrong) and `error.CODE.instead`
    (what would be right); `details` fills their placeholders.
    """

    def __init__(self, code: str, **details: object) -> None:
        super().__init__(code, details)
        self.code = code
        self.details: dict[str, Any] = details


def nearest(name: str, known: Iterable[str], most: int = 3) -> tuple[str, ...]:
    """The known names most like a mistyped one, best first; empty if none is near."""
    return tuple(difflib.get_close_matches(name, list(known), n=most, cutoff=0.5))


def together(problems: Sequence[Trouble]) -> Trouble:
    """One `Trouble` that tells all of them, at least one."""
    return problems[0] if len(problems) == 1 else Trouble("several", problems=tuple(problems))
