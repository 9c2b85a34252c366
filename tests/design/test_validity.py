"""Which designs exist, which can be played, and which switches nobody looks at."""

from __future__ import annotations

import pytest
from hypothesis import given

from sessionlab.design.choices import read_choices
from sessionlab.design.design import Design
from sessionlab.design.space import SEED_LAB, design_from
from sessionlab.design.switches import IMPOSSIBLE
from sessionlab.design.validity import (
    check,
    holds,
    irrelevant,
    is_possible,
    rejected_by_browser,
)
from sessionlab.errors import Trouble
from tests.design.strategies import designs


def problems_of(design: Design) -> list[Trouble]:
    with pytest.raises(Trouble) as caught:
        check(design)
    return list(caught.value.details.get("problems", (caught.value,)))


def test_a_contradiction_names_both_switches_the_reason_and_the_ways_out():
    (problem,) = problems_of(design_from({"hsts": "host", "tls": "http_only"}))
    assert problem.code == "impossible"
    assert (problem.details["name"], problem.details["other"]) == ("hsts", "tls")
    assert "HSTS" in problem.details["why"]
    assert problem.details["way_out"] == ("tls=https_only", "tls=https_with_http_port_open", "hsts=none")


def test_all_contradictions_are_told():
    design = design_from(
        {
            "session_type": "signed_cookie",
            "credential_transport": "authorization_header",
            "client_storage": "local_storage",
        }
    )
    assert [problem.details["other"] for problem in problems_of(design)] == ["credential_transport", "client_storage"]


def test_two_rules_that_say_the_same_are_told_once():
    assert len(problems_of(design_from({"app_instances": "two", "store_scope": "shared"}))) == 1


@given(designs)
def test_a_design_is_possible_exactly_if_no_rule_is_broken(design: Design):
    broken = [rule for rule in IMPOSSIBLE if holds(design, rule.when) and not holds(design, rule.then)]
    assert is_possible(design) == (not broken)
    if broken:
        assert problems_of(design)
    else:
        check(design)


def test_each_way_out_leads_out():
    for choice in [
        ("credential_transport=url_query",),
        ("hsts=host", "tls=http_only"),
        ("sender_constraint=dbsc", "credential_transport=url_query", "client_storage=js_memory"),
    ]:
        design = design_from(read_choices(choice))
        for problem in problems_of(design):
            assert problem.details["way_out"]
            for way in problem.details["way_out"]:
                assert is_possible(design_from(read_choices([way]), design)), way


def test_a_cookie_that_browsers_refuse_is_no_contradiction_but_a_note():
    design = design_from({"cookie_prefix": "__Host-", "secure": False, "cookie_domain": "parent_domain"})
    assert is_possible(design)
    assert len(rejected_by_browser(design)) == 2


def test_without_a_cookie_browsers_refuse_none():
    design = design_from(
        {"same_site": "none", "secure": False, "credential_transport": "custom_header", "client_storage": "js_memory"}
    )
    assert rejected_by_browser(design) == ()


def test_token_checks_are_irrelevant_to_a_server_session_and_relevant_to_a_token():
    assert "check_exp" in irrelevant(SEED_LAB)
    assert "check_exp" not in irrelevant(design_from({"session_type": "jwt"}))


def test_a_signing_key_matters_wherever_something_is_signed():
    assert "signing_key_scope" in irrelevant(SEED_LAB)
    assert "signing_key_scope" not in irrelevant(design_from({"sign_session_id": True}))
    assert "signing_key_scope" not in irrelevant(design_from({"session_type": "encrypted_cookie"}))
