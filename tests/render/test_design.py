"""The rules between switches in words."""

from __future__ import annotations

import pytest

from sessionlab.design.rule import one_of
from sessionlab.design.switches import IMPLIED, IMPOSSIBLE, IRRELEVANT, REJECTED_BY_BROWSER
from sessionlab.render.design import rules_about, written_conditions


def test_conditions_are_written_like_choices():
    assert written_conditions(one_of(tls=("https_only",))) == "tls=https_only"
    assert written_conditions(one_of(secure=(True,), same_site=("lax", "none"))) == "secure=true and same_site=lax|none"


def test_the_rules_about_a_switch_are_those_that_name_it():
    (told,) = rules_about("hsts")
    assert told.startswith("hsts=host|include_subdomains goes only with tls=https_only|https_with_http_port_open: HSTS")


def test_a_switch_that_matters_in_two_cases_names_both():
    assert rules_about("store_key_form") == (
        "Nobody looks at it unless session_type=server_session, or session_type=api_key|opaque_token.",
    )


@pytest.mark.parametrize("rule", [*IMPOSSIBLE, *REJECTED_BY_BROWSER], ids=repr)
def test_every_rule_is_told_with_each_switch_that_it_names(rule):
    assert [name for name, _ in rule.when if not any(rule.why in told for told in rules_about(name))] == []


def test_implied_values_and_irrelevance_are_told():
    assert len([told for told in rules_about("session_type") if " brings " in told]) == len(IMPLIED)
    assert {name for rule in IRRELEVANT for name in rule.switches if not rules_about(name)} == set()
