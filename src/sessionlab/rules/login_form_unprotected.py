"""The login form is not covered by the CSRF defence."""

from __future__ import annotations

from sessionlab.design.design import Design
from sessionlab.rules.moments import logs_in
from sessionlab.rules.rule import INFO, Rule


def _is_so(design: Design) -> bool:
    return design.credential_transport == "cookie" and design.csrf_defence != "none" and not design.csrf_protects_login


RULE = Rule("login_form_unprotected", INFO, "OWASP CSRF CS", of_design=_is_so, shows=logs_in)
