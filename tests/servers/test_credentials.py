from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessionlab.crypto.keys import Keys, fresh_keys
from sessionlab.design.space import design_from
from sessionlab.servers.credentials import PADDING, Credentials
from sessionlab.servers.database import Database
from sessionlab.tokens.machine import ApiKey
from sessionlab.tokens.terms import (
    ATTACKER,
    SERVER,
    Claims,
    Garbled,
    Proof,
    Record,
    Reference,
    RefreshToken,
    Secret,
    SessionId,
    Token,
)

KEYS = fresh_keys()
RECORD = Record("marko@example.test", 1, 2, started="a")
CLAIMS = Claims("marko@example.test", 1, "user", 10, 3610, "issuer", "audience", jti="a")
SIGNED_IDS = {"sign_session_id": True}


def credentials(keys: Keys = KEYS, /, **choices: object) -> Credentials:
    return Credentials(design_from(choices), keys, Database(lambda: 0.0))


def every_kind() -> list[Credentials]:
    kinds = ("server_session", "jwt", "signed_cookie", "encrypted_cookie", "unsigned_cookie")
    return [*(credentials(session_type=kind) for kind in kinds), credentials(**SIGNED_IDS)]


def test_a_session_id_is_its_text():
    ours = credentials()
    assert ours.write(Reference(SessionId("abc"))) == "abc"
    assert ours.read("abc") == Reference(SessionId("abc"), Proof("abc"))


def test_a_signed_session_id_is_genuine_only_with_our_signature():
    ours = credentials(**SIGNED_IDS)
    text = ours.write(Reference(SessionId("abc")))
    assert text.startswith("abc.")
    assert ours.is_genuine(ours.read(text))
    forged = ours.read("abd" + text[3:])
    assert forged.id == SessionId("abd")
    assert not ours.is_genuine(forged)


def test_an_unsigned_text_is_no_signed_session_id():
    assert credentials(**SIGNED_IDS).read("abc") == Garbled("abc")


def test_a_token_is_read_whoever_signed_it_and_judged_when_asked():
    ours, theirs = credentials(session_type="jwt"), credentials(fresh_keys(), session_type="jwt")
    for signer, genuine in ((ours, True), (theirs, False)):
        token = ours.read(signer.write(signer.sign(CLAIMS)))
        assert isinstance(token, Token)
        assert token.claims == CLAIMS
        assert ours.is_genuine(token) == genuine


@pytest.mark.parametrize("kind", ["signed_cookie", "encrypted_cookie", "unsigned_cookie"])
def test_a_cookie_with_state_comes_back(kind: str):
    ours = credentials(session_type=kind)
    cookie = ours.seal(RECORD)
    assert ours.read(ours.write(cookie)) == cookie
    assert kind == "unsigned_cookie" or ours.is_genuine(cookie)


def test_only_an_encrypted_cookie_hides_what_it_says():
    import base64

    def shown(kind: str) -> bytes:
        ours = credentials(session_type=kind)
        text = ours.write(ours.seal(RECORD)).partition(".")[0]
        return base64.urlsafe_b64decode(text + "===")

    assert b"marko" in shown("signed_cookie")
    assert b"marko" in shown("unsigned_cookie")
    assert b"marko" not in shown("encrypted_cookie")


def test_a_state_signed_with_another_key_is_read_but_not_genuine():
    ours, theirs = (credentials(keys, session_type="signed_cookie") for keys in (KEYS, fresh_keys()))
    cookie = ours.read(theirs.write(theirs.seal(RECORD)))
    assert cookie.record == RECORD
    assert not ours.is_genuine(cookie)


def test_what_makes_a_cookie_too_large_is_not_part_of_it():
    assert credentials().read("abc" + PADDING * 50) == credentials().read("abc")


def test_a_csrf_secret_of_ours_is_known_again():
    ours = credentials()
    secret = ours.new_secret("random", "csrf")
    assert ours.read_secret(ours.write(secret)) == secret
    assert secret.maker == SERVER
    assert ours.read_secret("made up") == Secret("made up", maker=ATTACKER)


def test_what_was_signed_as_a_csrf_secret_is_no_session_id():
    ours = credentials(**SIGNED_IDS)
    assert not ours.is_genuine(ours.read(ours.write(ours.new_secret("abc", "csrf"))))


@pytest.mark.parametrize("ours", every_kind())
@given(text=st.one_of(st.text(), st.from_regex(r"[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+){0,2}", fullmatch=True)))
def test_any_text_is_read_and_written_again_as_it_was(ours: Credentials, text: str):
    assert ours.write(ours.read(text)) == text.rstrip(PADDING)
    ours.is_genuine(ours.read(text)) if not isinstance(ours.read(text), Garbled) else None
    ours.read_secret(text)


@pytest.mark.parametrize("text", ["a b", 'a"b', "a;b", "a,b", "a\\b", "a\r\nSet-Cookie: x", "é", ""])
def test_what_cannot_stand_in_a_cookie_is_no_session_id(text: str):
    assert credentials().read(text) == Garbled(text)


def test_an_opaque_token_is_a_text_that_only_its_issuer_understands():
    ours, others = credentials(session_type="opaque_token"), credentials(session_type="opaque_token")
    text = ours.write(ours.sign(CLAIMS))
    assert "marko" not in text
    assert ours.read(text).claims == CLAIMS
    assert others.read(text) == Garbled(text)


def test_an_api_key_is_known_by_its_beginning():
    ours = credentials(session_type="api_key")
    assert ours.read("lab_abc") == ApiKey("lab_abc")
    assert ours.write(ApiKey("lab_abc")) == "lab_abc"
    assert ours.read("abc") == Garbled("abc")


def test_a_refresh_token_is_read_back_from_a_text_that_does_not_tell_its_name():
    ours = credentials(session_type="jwt")
    token = RefreshToken("jti", "marko@example.test", "jti", 0)
    text = ours.write(token)
    assert "jti" not in text
    assert ours.read_refresh(text) == token
    assert ours.read_refresh("made up") == Garbled("made up")
