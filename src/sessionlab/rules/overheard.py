"""Somebody listened to the credential."""

from __future__ import annotations

from sessionlab.rules.moments import is_act, learned
from sessionlab.rules.rule import HIGH, Details, Moment, Rule


def _happened(moment: Moment) -> Details | None:
    heard = learned(moment) if is_act(moment, "observe_network") else ()
    return (("value", heard[0]),) if heard else None


RULE = Rule("overheard", HIGH, "ASVS 12.2.1; RFC 9110 17.1", of_moment=_happened)
