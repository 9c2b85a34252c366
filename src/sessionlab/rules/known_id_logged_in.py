"""An id that the attacker knows was logged in."""

from __future__ import annotations

from sessionlab.rules.moments import logs_in, names_victim
from sessionlab.rules.rule import HIGH, Details, Moment, Rule


def _happened(moment: Moment) -> Details | None:
    if not logs_in(moment):
        return None
    exchange = moment.exchange
    for value in exchange.before.known:
        if names_victim(value, exchange.after, moment.design) and not names_victim(
            value, exchange.before, moment.design
        ):
            return (("value", value),)
    return None


RULE = Rule("known_id_logged_in", HIGH, "WSTG-SESS-03; OWASP SMCS", of_moment=_happened)
