"""The server takes over ids that it never issued."""

from __future__ import annotations

from sessionlab.design.design import Design
from sessionlab.rules.moments import notes
from sessionlab.rules.rule import MEDIUM, Moment, Rule


def _is_so(design: Design) -> bool:
    return design.session_type == "server_session" and design.accept_unknown_session_id


def _shows(moment: Moment) -> bool:
    return notes(moment, "id_adopted") is not None or notes(moment, "id_kept") is not None


RULE = Rule("unknown_ids_accepted", MEDIUM, "OWASP SMCS", of_design=_is_so, shows=_shows)
