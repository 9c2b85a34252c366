"""One name for one credential, wherever it appears."""

from __future__ import annotations

from sessionlab.design.space import SEED_LAB
from sessionlab.render.pen import Pen
from sessionlab.render.registry import Registry
from sessionlab.render.terms import Spelling
from sessionlab.tokens.terms import Reference, Secret, SessionId
from tests.render.plays import last, told


def test_names_are_given_in_the_order_of_appearance_and_kept():
    registry = Registry(Pen(Spelling(), SEED_LAB))
    names = [registry.name(Reference(SessionId(number))) for number in (4, 2, 4)]
    assert names == ["t1", "t2", "t1"]


def test_the_key_of_a_record_and_the_value_of_its_cookie_are_one_thing():
    registry = Registry(Pen(Spelling(), SEED_LAB))
    assert registry.name(SessionId(1)) == registry.name(Reference(SessionId(1)))


def test_what_logs_nobody_in_has_no_name():
    registry = Registry(Pen(Spelling(), SEED_LAB))
    assert registry.name(Secret(1)) is None
    assert registry.name("text") is None


def test_the_same_name_stands_in_jar_store_and_the_attacker_s_hands():
    exchange = last("", "login copy_credential")
    assert {exchange.jar[0].token, exchange.store[0].token, exchange.attacker_knows[0].token} == {"t1"}
    assert [(one.id, one.user) for one in exchange.live] == [("t1", "marko@example.test")]


def test_what_a_credential_says_inside_is_shown_unless_it_is_encrypted():
    assert '"sub": "marko@example.test"' in (told("session_type=jwt", "login").credentials[0].holds or "")
    assert "marko" in (told("session_type=signed_cookie", "login").credentials[0].holds or "")
    assert told("session_type=encrypted_cookie", "login").credentials[0].holds is None
    assert told("", "login").credentials[0].holds is None


def test_at_the_end_it_is_told_which_credentials_still_open_something():
    assert [one.live for one in told("", "login logout").credentials] == [False]
    assert [one.live for one in told("", "login").credentials] == [True]
