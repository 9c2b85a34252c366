"""Two cookies of one name reached the server."""

from __future__ import annotations

from sessionlab.rules.rule import MEDIUM, Details, Moment, Rule


def _happened(moment: Moment) -> Details | None:
    request = moment.exchange.request
    names = [] if request is None else [name for name, _ in request.cookies]
    twice = [name for name in names if names.count(name) > 1]
    return (("name", twice[0]),) if twice else None


RULE = Rule("two_cookies_of_one_name", MEDIUM, "6265bis 5.8.3; Cookie Crumbles", of_moment=_happened)
