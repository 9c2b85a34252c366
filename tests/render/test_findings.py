"""Findings as sentences."""

from __future__ import annotations

from sessionlab.render.words import catalogue
from sessionlab.rules import RULES
from tests.render.plays import last, told


def test_every_rule_has_its_sentence():
    assert [rule.code for rule in RULES if f"finding.{rule.code}" not in catalogue()] == []


def test_a_finding_of_the_design_is_told_where_it_matters():
    shown = {
        exchange.number
        for exchange in told("http_only=false").exchanges
        for one in exchange.findings
        if one.code == "http_only_off"
    }
    assert shown == {2}


def test_a_finding_names_the_value_that_it_is_about():
    found = [one.text for one in last("session_type=jwt").findings if one.code == "copy_outlives_logout"]
    assert "eyJ" in found[0]
