"""The browser attached the credential to a request of another site."""

from __future__ import annotations

from sessionlab.rules.moments import carried, is_cross_site
from sessionlab.rules.rule import INFO, Details, Moment, Rule


def _happened(moment: Moment) -> Details | None:
    if not (is_cross_site(moment) and carried(moment)):
        return None
    return (("value", carried(moment)[0]),)


RULE = Rule("credential_went_cross_site", INFO, "6265bis 5.2; OWASP CSRF CS", of_moment=_happened)
