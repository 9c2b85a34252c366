"""The named points of the space of designs, and the way from choices to a design."""

from __future__ import annotations

import pytest
from hypothesis import given

from sessionlab.design.change import difference
from sessionlab.design.design import Design
from sessionlab.design.environment import USUAL
from sessionlab.design.space import FIRST_SCREEN, SAFE, SEED_LAB, choices_for, design_from, environment_from
from sessionlab.design.switches import IMPLIED, SWITCHES, switch
from sessionlab.design.validity import is_possible, rejected_by_browser
from sessionlab.errors import Trouble
from sessionlab.value import replace
from tests.design.strategies import designs


def test_the_named_points_say_what_the_switches_say():
    assert [getattr(SEED_LAB, switch.id) for switch in SWITCHES] == [switch.seed_lab for switch in SWITCHES]
    assert [getattr(SAFE, switch.id) for switch in SWITCHES] == [switch.safe for switch in SWITCHES]


def test_the_first_screen_differs_from_the_starting_point_in_one_switch():
    assert [change.switch for change in difference(SEED_LAB, FIRST_SCREEN)] == ["accept_unknown_session_id"]


@pytest.mark.parametrize("design", [SEED_LAB, SAFE, FIRST_SCREEN])
def test_the_named_points_are_possible_and_their_cookie_is_accepted(design: Design):
    assert is_possible(design)
    assert rejected_by_browser(design) == ()


@pytest.mark.parametrize("session_type", [rule.session_type for rule in IMPLIED])
def test_a_session_type_brings_what_it_implies_and_is_then_possible(session_type: str):
    design = design_from({"session_type": session_type})
    (implied,) = (dict(rule.values) for rule in IMPLIED if rule.session_type == session_type)
    assert {name: getattr(design, name) for name in implied} == implied
    assert is_possible(design)


def test_a_choice_made_explicitly_beats_what_is_implied():
    assert design_from({"session_type": "jwt", "session_store": "redis"}).session_store == "redis"


def test_choices_are_made_on_top_of_the_base():
    assert design_from({"http_only": False}, FIRST_SCREEN).accept_unknown_session_id


def test_settings_of_the_environment_are_no_part_of_the_design():
    choices = {"third_party_cookies": "blocked", "http_only": False}
    assert [change.switch for change in difference(SEED_LAB, design_from(choices))] == ["http_only"]
    assert environment_from(choices).third_party_cookies == "blocked"
    assert environment_from({"http_only": False}) == USUAL


@given(designs)
def test_a_design_is_made_of_the_choices_of_all_switches(design: Design):
    assert design_from({switch.id: getattr(design, switch.id) for switch in SWITCHES}) == design


def test_unknown_names_are_refused():
    with pytest.raises(Trouble):
        design_from({"no_such_switch": True})
    with pytest.raises(Trouble):
        environment_from({"no_such_setting": True})


@pytest.mark.parametrize("session_type", switch("session_type").values)
@pytest.mark.parametrize("other", ["server_session", "jwt", "api_key"])
def test_the_choices_for_a_design_lead_to_it_again(session_type: str, other: str):
    """Whatever the kind of session would imply is said where the design has it otherwise."""
    base = design_from({"session_type": other})
    kept = replace(base, session_type=session_type)
    assert design_from(choices_for(kept, base), base) == kept
    assert choices_for(base, base) == {}
