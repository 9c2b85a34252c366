"""A complete design."""

from __future__ import annotations

import pytest
from hypothesis import given

from sessionlab.design.design import Design
from sessionlab.design.switches import SWITCHES
from sessionlab.value import from_json, to_json
from tests.design.strategies import designs


def test_a_design_has_one_field_for_each_switch_which_starts_where_the_lab_starts():
    assert Design.__struct_fields__ == tuple(switch.id for switch in SWITCHES)
    assert [getattr(Design(), switch.id) for switch in SWITCHES] == [switch.seed_lab for switch in SWITCHES]


def test_a_design_cannot_be_changed():
    with pytest.raises(AttributeError):
        Design().http_only = False  # type: ignore[misc]


@given(designs)
def test_a_design_survives_being_written_as_json(design: Design):
    assert from_json(to_json(design), Design) == design


def test_nothing_is_ever_deferred_under_a_complete_design():
    design = Design(same_site="strict")
    assert design.later("same_site") == "strict"
    assert design.later("same_site", str.upper) == "STRICT"
    assert design.later("same_site", str.replace, "s", "z") == "ztrict"
    assert design.later(("same_site", "http_only"), lambda one, other: (one, other)) == ("strict", True)


def test_a_complete_design_decides_at_once():
    design = Design(same_site="strict")
    assert design.decide("same_site", str.startswith, "str")
    assert design.possibly("http_only", bool)
    assert not design.possibly("http_only", lambda value: not value)


def test_a_complete_design_sees_things_as_they_are():
    thing = object()
    assert Design().view(thing) is thing
    assert Design().settle(thing) is thing
    assert Design().outcome(lambda one, other: one is other, thing, thing)
