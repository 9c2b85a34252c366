"""The marks that stand in texts where real values have randomness or a signature."""

from __future__ import annotations

from sessionlab.render.spelling import Spelling, decoded, encoded, mac, mark, scrambled, spelling
from tests.playbook import under


def test_a_mark_follows_from_the_seed_and_what_it_is_about():
    assert mark(Spelling(seed=1), "a", 2) == mark(Spelling(seed=1), "a", 2)
    assert len({mark(Spelling(seed=seed), about) for seed in (1, 2) for about in "ab"}) == 4
    assert len(mark(Spelling(), "a", size=9)) == 9


def test_a_mac_depends_on_the_key_and_says_that_it_is_a_demo():
    how = Spelling()
    assert mac(how, "text", "server") != mac(how, "text", "server2")
    assert mac(how, "text", "server").startswith("demo-")


def test_fields_can_be_read_again_and_scrambled_ones_with_the_seed_alone():
    fields = {"user": "marko", "n": 3}
    assert decoded(encoded(fields)) == fields
    assert scrambled(scrambled(b"state", Spelling(seed=4)), Spelling(seed=4)) == b"state"
    assert scrambled(b"state", Spelling(seed=4)) != scrambled(b"state", Spelling(seed=5))


def test_each_request_signed_with_its_key():
    how = Spelling(keys=((2, "B"),))
    assert [how.key_of(made) for made in (1, 2)] == ["", "B"]


def test_a_spelling_knows_what_the_design_shows():
    plain = spelling(under(), 1)
    assert (plain.placed, plain.hashed_keys) == (False, False)
    bound = spelling(under(sender_constraint="dbsc", store_key_form="hashed"), 1)
    assert (bound.placed, bound.hashed_keys) == (True, True)
