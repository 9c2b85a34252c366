"""A disabled account was answered as if nothing had happened."""

from __future__ import annotations

from sessionlab.rules.rule import HIGH, NOTHING_MORE, Details, Moment, Rule


def _happened(moment: Moment) -> Details | None:
    response = moment.exchange.response
    if response is None or response.user is None:
        return None
    account = moment.exchange.after.server.account(response.user)
    return NOTHING_MORE if account is not None and not account.enabled else None


RULE = Rule("disabled_account_answered", HIGH, "ASVS 7.4.2", of_moment=_happened)
