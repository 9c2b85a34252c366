"""Findings of rules as sentences."""

from __future__ import annotations

from sessionlab.render import form
from sessionlab.render.pen import Pen
from sessionlab.rules.rule import Finding


def findings(found: tuple[Finding, ...], pen: Pen) -> tuple[form.Finding, ...]:
    """Each finding with its sentence."""
    return tuple(_finding(one, pen) for one in found)


def _finding(found: Finding, pen: Pen) -> form.Finding:
    details = {name: pen.short(value) for name, value in found.details}
    return form.Finding(found.code, found.severity, pen.say(f"finding.{found.code}", **details), found.source)
