"""Reading, altering and guessing the simulation's values."""

from __future__ import annotations

from typing import Any

import pytest

from sessionlab.card.simulated import Simulated
from sessionlab.card.simulated_values import altered, invented, legible, neighbours, with_value
from sessionlab.design.space import design_from
from sessionlab.world.verbs.planting import INVENTED


def logged_in(**choices: Any) -> Simulated:
    subject = Simulated(design_from(choices))
    subject.log_in()
    return subject


@pytest.mark.parametrize(
    ("kind", "readable"),
    [
        ("jwt", True),
        ("signed_cookie", True),
        ("unsigned_cookie", True),
        ("encrypted_cookie", False),
        ("server_session", False),
        ("opaque_token", False),
    ],
)
def test_a_value_is_legible_if_it_names_the_user_without_any_key(kind: str, readable: bool):
    subject = logged_in(session_type=kind)
    assert legible(subject.copy(), subject.world, subject.design) == readable


def test_only_another_spelling_of_the_signature_says_the_same():
    subject = logged_in(session_type="jwt")
    ways = {name: changes for name, changes, _ in altered(subject.copy(), subject.world, subject.design)}
    assert ways.pop("signature") is False
    assert ways
    assert set(ways.values()) == {True}


def test_an_altered_value_stands_alone_so_that_no_other_login_helps():
    subject = logged_in(remember_me="stored_token")
    assert {len(copy) for _, _, copy in altered(subject.copy(), subject.world, subject.design)} == {1}


def test_a_key_that_is_never_sent_cannot_be_altered_on_its_way():
    subject = logged_in(session_type="signed_request")
    assert altered(subject.copy(), subject.world, subject.design) == ()


def test_only_an_id_without_a_signature_can_be_made_up():
    plain, signed, token = logged_in(), logged_in(sign_session_id=True), logged_in(session_type="jwt")
    made_up = invented(plain.copy(), plain.design)
    assert made_up is not None
    assert [piece.value for piece in made_up] == [INVENTED]
    assert invented(signed.copy(), signed.design) is None
    assert invented(token.copy(), token.design) is None


def test_counted_ids_have_neighbours():
    subject = Simulated(design_from({"session_id_generator": "counter"}))
    subject.log_in("attacker")
    subject.log_in()
    assert neighbours(subject.copy("attacker"), subject.world, subject.design)
    assert neighbours(logged_in().copy(), logged_in().world, logged_in().design) == ()


def test_a_found_value_takes_the_place_of_the_credential():
    copy = logged_in().copy()
    assert [piece.value for piece in with_value(copy, INVENTED)] == [INVENTED]
