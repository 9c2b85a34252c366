"""The server took the attacker for the user."""

from __future__ import annotations

from sessionlab.rules.moments import answered_as_victim, by_attackers_tool
from sessionlab.rules.rule import HIGH, NOTHING_MORE, Details, Moment, Rule


def _happened(moment: Moment) -> Details | None:
    if not (by_attackers_tool(moment) and answered_as_victim(moment)):
        return None
    return NOTHING_MORE


RULE = Rule("attacker_answered_as_user", HIGH, "OWASP SMCS; WSTG-SESS-09", of_moment=_happened)
