"""Another site changed something in the user's name."""

from __future__ import annotations

from sessionlab.engine.steps import Perform
from sessionlab.rules.moments import is_cross_site, logs_out
from sessionlab.rules.rule import HIGH, NOTHING_MORE, Details, Moment, Rule


def _happened(moment: Moment) -> Details | None:
    if not is_cross_site(moment):
        return None
    done = any(isinstance(step, Perform) for step, _ in moment.exchange.steps) or logs_out(moment)
    return NOTHING_MORE if done else None


RULE = Rule("forged_request_obeyed", HIGH, "OWASP CSRF CS; WSTG-SESS-05", of_moment=_happened)
