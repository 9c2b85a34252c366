"""A late write brought a deleted session back."""

from __future__ import annotations

from sessionlab.rules.moments import notes
from sessionlab.rules.rule import HIGH, Details, Moment, Rule


def _happened(moment: Moment) -> Details | None:
    again = notes(moment, "record_recreated")
    return None if again is None else (("value", again[0]),)


RULE = Rule("record_brought_back", HIGH, "OWASP SMCS", of_moment=_happened)
