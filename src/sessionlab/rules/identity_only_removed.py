"""A logout keeps the record and empties it."""

from __future__ import annotations

from sessionlab.design.design import Design
from sessionlab.rules.moments import logs_out
from sessionlab.rules.rule import LOW, Rule


def _is_so(design: Design) -> bool:
    emptied = design.invalidate_on_logout and design.logout_deletes == "identity_only"
    return design.session_type == "server_session" and emptied


RULE = Rule("identity_only_removed", LOW, "WSTG-SESS-06; OWASP SMCS", of_design=_is_so, shows=logs_out)
