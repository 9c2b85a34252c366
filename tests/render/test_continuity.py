"""How login state continues under a design: a sentence for each value of the four switches that decide it."""

from __future__ import annotations

import pytest

from sessionlab.design.switches import switch
from sessionlab.render.continuity import PARTS, continuity
from sessionlab.render.pen import Pen
from sessionlab.render.spelling import Spelling
from tests.playbook import under

PEN = Pen(Spelling(), under())


@pytest.mark.parametrize(("part", "name"), PARTS)
def test_each_value_of_a_switch_has_a_sentence_of_its_own(part: str, name: str):
    told = {PEN.say(f"continuity.{part}.{value}") for value in switch(name).values}
    assert len(told) == len(switch(name).values)


def test_a_design_is_told_in_four_sentences():
    told = continuity(under(), PEN)
    assert "points to a record" in told.proof
    assert "browser" in told.client
    assert "Cookie header" in told.travels
    assert "HttpOnly" in told.kept
