"""Warnings: one rule a file, over a design or over what happened. `RULES` lists them all."""

from __future__ import annotations

from sessionlab.design.design import Design
from sessionlab.rules.rule import SEVERITIES, Finding, Moment, Rule

RULES: tuple[Rule, ...] = ()


def findings_of_design(design: Design) -> tuple[Finding, ...]:
    """What is to be said of a design before anything happens, the worst first."""
    return _sorted(
        Finding(rule.code, rule.severity, rule.source)
        for rule in RULES
        if rule.of_design is not None and rule.of_design(design)
    )


def findings_in(moment: Moment, of_design: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """What is to be said of an exchange: what happened, and what of the design's findings matters in it."""
    known = {finding.code: finding for finding in of_design}
    found = []
    for rule in RULES:
        if rule.of_moment is not None:
            details = rule.of_moment(moment)
            if details is not None:
                found.append(Finding(rule.code, rule.severity, rule.source, details))
        elif rule.code in known and rule.shows is not None and rule.shows(moment):
            found.append(known[rule.code])
    return _sorted(found)


def _sorted(found: object) -> tuple[Finding, ...]:
    return tuple(sorted(found, key=lambda finding: SEVERITIES.index(finding.severity)))  # type: ignore[call-overload]
