"""The id from before the login is logged in too."""

from __future__ import annotations

from sessionlab.design.design import Design
from sessionlab.rules.moments import logs_in
from sessionlab.rules.rule import HIGH, Rule


def _is_so(design: Design) -> bool:
    kept = design.rotate_after_login and design.old_id_after_rotation == "kept_authenticated"
    return design.session_type == "server_session" and kept


RULE = Rule("old_id_stays_logged_in", HIGH, "OWASP SMCS", of_design=_is_so, shows=logs_in)
