"""Who does what, in one line."""

from __future__ import annotations

import pytest

from sessionlab.design.space import SEED_LAB
from sessionlab.render.pen import Pen
from sessionlab.render.terms import Spelling
from sessionlab.render.titles import VARIANTS, title
from sessionlab.world.action import Action
from sessionlab.world.verbs import VERBS

PEN = Pen(Spelling(), SEED_LAB)


@pytest.mark.parametrize("verb", VERBS, ids=lambda verb: verb.name)
def test_every_action_has_a_title_whoever_does_it(verb):
    arguments = ("600",) if verb.arguments == ("NUMBER",) else verb.arguments or ("",)
    for actor in verb.actors:
        for argument in arguments:
            assert title(Action(verb.name, actor, argument), PEN)


def test_every_variant_is_one_that_the_action_has():
    known = {verb.name: verb.arguments for verb in VERBS}
    assert [(name, each) for name, every in VARIANTS.items() for each in every if each not in known[name]] == []


def test_times_and_addresses_are_told():
    assert title(Action("wait", "operator", "600"), PEN) == "10 minutes pass"
    assert "/cart" in title(Action("visit", "victim", "/cart"), PEN)
    assert "an image" in title(Action("cross_site_request", "attacker", "img:/logout"), PEN)
