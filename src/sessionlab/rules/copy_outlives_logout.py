"""A copied value was answered as the user after his logout."""

from __future__ import annotations

from sessionlab.rules.moments import answered_as_victim, by_attackers_tool, carried, logs_out
from sessionlab.rules.rule import HIGH, Details, Moment, Rule
from sessionlab.world.events import Exchange
from sessionlab.world.state import VICTIM


def _happened(moment: Moment) -> Details | None:
    if not (by_attackers_tool(moment) and answered_as_victim(moment) and carried(moment)):
        return None
    out = any(logs_out(Moment(moment.design, earlier)) and _by_user(earlier) for earlier in moment.before)
    return (("value", carried(moment)[0]),) if out else None


def _by_user(exchange: Exchange) -> bool:
    return exchange.send is not None and not exchange.send.bare and exchange.send.device == VICTIM


RULE = Rule("copy_outlives_logout", HIGH, "ASVS 7.4.1; WSTG-SESS-06", of_moment=_happened)
