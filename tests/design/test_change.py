"""What differs between two designs."""

from __future__ import annotations

from hypothesis import given

from sessionlab.design.change import Change, difference
from sessionlab.design.design import Design
from sessionlab.design.space import SEED_LAB, design_from
from sessionlab.value import replace
from tests.design.strategies import designs


def test_only_what_differs_is_listed_in_the_usual_order():
    changed = design_from({"secure": False, "session_type": "jwt"})
    assert difference(SEED_LAB, changed) == (
        Change("session_type", "server_session", "jwt"),
        Change("secure", True, False),
        Change("session_store", "process_memory", "none"),
    )


@given(designs, designs)
def test_applying_the_difference_to_one_design_gives_the_other(one: Design, other: Design):
    assert replace(one, **{change.switch: change.new for change in difference(one, other)}) == other
