"""The user was logged in to the attacker's account."""

from __future__ import annotations

from sessionlab.rules.rule import HIGH, NOTHING_MORE, Details, Moment, Rule
from sessionlab.servers.state import ATTACKER as ATTACKERS_ACCOUNT
from sessionlab.world.state import ATTACKER


def _happened(moment: Moment) -> Details | None:
    send, response = moment.exchange.send, moment.exchange.response
    if send is None or response is None or send.bare or send.device == ATTACKER:
        return None
    return NOTHING_MORE if response.user == ATTACKERS_ACCOUNT else None


RULE = Rule("wrong_account", HIGH, "OWASP CSRF CS", of_moment=_happened)
