from __future__ import annotations

from sessionlab.engine.steps import RefreshState
from sessionlab.servers.database import Database, Texts, UsedIds
from sessionlab.tokens.machine import ApiKey
from sessionlab.tokens.terms import RefreshToken, RememberToken

MARKO, MALLORY = "marko@example.test", "mallory@example.test"


def test_a_value_has_one_text_that_leads_back_to_it_and_tells_nothing():
    texts = Texts()
    one, other = RefreshToken("jti", MARKO, "jti", 0), RefreshToken("jti2", MARKO, "jti", 0)
    assert texts.of(one) == texts.of(one) != texts.of(other)
    assert texts.value_of(texts.of(one)) == one
    assert "jti" not in texts.of(one)
    assert texts.value_of("made up") is None


def test_it_is_told_how_long_ago_an_id_was_used():
    used = UsedIds()
    assert used.use("nonce", "a", 0.0) is None
    assert used.use("delivery", "a", 0.0) is None
    assert used.use("nonce", "a", 60.0) == 60
    assert used.use("nonce", "a", 121.0) == 61


def test_the_first_use_of_a_refresh_token_is_what_is_remembered():
    now = [100.0]
    database = Database(lambda: now[0])
    token = RefreshToken("a", MARKO, "f", 0)
    database.refresh[token] = RefreshState(token)
    database.use_refresh(token)
    now[0] = 200.0
    database.use_refresh(token)
    assert database.refresh[token].used == 100


def test_a_family_is_revoked_and_no_other():
    database = Database(lambda: 0.0)
    tokens = [RefreshToken(str(n), MARKO, family, 0) for n, family in enumerate("ffg")]
    database.refresh = {token: RefreshState(token) for token in tokens}
    database.revoke_family("f")
    assert [known.revoked for known in database.refresh.values()] == [True, True, False]


def test_remembered_logins_are_forgotten_one_by_one_or_all_of_a_user():
    database = Database(lambda: 0.0)
    one, two, other = RememberToken(MARKO, "1"), RememberToken(MARKO, "2"), RememberToken(MALLORY, "3")
    database.logins = {one, two, other}
    database.forget_logins(MARKO, one)
    assert database.logins == {two, other}
    database.forget_logins(MARKO, None)
    assert database.logins == {other}


def test_the_keys_of_one_user_are_revoked():
    database = Database(lambda: 5.0)
    database.keep_key(ApiKey("a"), MARKO)
    database.keep_key(ApiKey("b"), MALLORY)
    database.revoke_keys(MARKO)
    assert [(key, known.at) for key, known in database.keys.items()] == [(ApiKey("b"), 5)]
