"""What a verb is."""

from __future__ import annotations

import pytest

from sessionlab.world.verbs import VERBS
from sessionlab.world.verbs.verb import ADVERSARY, GROUPS, OPERATOR, PEOPLE, RIGHTFUL, Senseless


@pytest.mark.parametrize("verb", VERBS)
def test_a_verb_has_somebody_who_does_it_and_a_sentence_about_itself(verb):
    assert verb.group in GROUPS
    assert verb.actors
    assert set(verb.actors) <= {*PEOPLE, OPERATOR}
    assert verb.begin.__doc__


@pytest.mark.parametrize("verb", [verb for verb in VERBS if verb.group == ADVERSARY])
def test_what_attackers_do_the_rightful_do_not(verb):
    assert set(verb.actors).isdisjoint(RIGHTFUL)


def test_a_refusal_is_a_code_and_what_it_is_about():
    assert Senseless("no_such_part", ("exp",)) == Senseless("no_such_part", ("exp",))
    assert Senseless("nothing_known").about == ()
