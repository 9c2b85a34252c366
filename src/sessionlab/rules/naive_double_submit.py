"""Whoever can set a cookie can pass the CSRF defence."""

from __future__ import annotations

from sessionlab.design.design import Design
from sessionlab.rules.moments import logs_in
from sessionlab.rules.rule import LOW, Rule


def _is_so(design: Design) -> bool:
    return design.credential_transport == "cookie" and design.csrf_defence == "double_submit_naive"


RULE = Rule("naive_double_submit", LOW, "OWASP CSRF CS", of_design=_is_so, shows=logs_in)
