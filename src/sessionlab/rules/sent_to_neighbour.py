"""The browser sent the credential to another host of the site."""

from __future__ import annotations

from sessionlab.rules.moments import carried
from sessionlab.rules.rule import HIGH, Details, Moment, Rule
from sessionlab.world.places import APP_HOST


def _happened(moment: Moment) -> Details | None:
    request = moment.exchange.request
    if request is None or request.url.host == APP_HOST or not carried(moment):
        return None
    return (("value", carried(moment)[0]),)


RULE = Rule("sent_to_neighbour", HIGH, "6265bis 8.6; OWASP SMCS", of_moment=_happened)
