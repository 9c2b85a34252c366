"""The login kept the id from before."""

from __future__ import annotations

from sessionlab.rules.moments import notes
from sessionlab.rules.rule import MEDIUM, Details, Moment, Rule


def _happened(moment: Moment) -> Details | None:
    kept = notes(moment, "id_kept")
    return None if kept is None else (("value", kept[0]),)


RULE = Rule("id_kept_at_login", MEDIUM, "ASVS 7.2.4; WSTG-SESS-03", of_moment=_happened)
