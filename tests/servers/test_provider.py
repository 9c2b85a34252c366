"""The identity provider's memory."""

from __future__ import annotations

from typing import Any

from sessionlab.engine import steps as s
from sessionlab.servers.simulated import At, perform
from sessionlab.servers.state import ATTACKER, VICTIM, ServerState
from sessionlab.tokens.terms import ApiToken, Code, Secret
from tests.playbook import under


def done(*steps: Any) -> tuple[ServerState, list[Any]]:
    state, answers = ServerState(), []
    for number, step in enumerate(steps, 1):
        state, answer = perform(step, state, At(number, 0, under()))
        answers.append(answer)
    return state, answers


def test_a_session_is_known_until_it_is_ended():
    session = Secret(1, "idp")
    _, answers = done(s.ProviderBegin(VICTIM), s.ProviderUser(session), s.ProviderEnd(session), s.ProviderUser(session))
    assert answers == [session, VICTIM, VICTIM, None]


def test_a_code_is_taken_back_once():
    """RFC 6749 4.1.2: the client must not use the code more than once."""
    code = Code(1, VICTIM)
    assert done(s.NewCode(VICTIM), s.RedeemCode(code), s.RedeemCode(code))[1] == [code, VICTIM, None]


def test_nobody_takes_a_code_that_was_never_given_out():
    assert done(s.RedeemCode(Code(9, VICTIM)))[1] == [None]


def test_the_logins_of_one_user_are_told_and_no_others():
    _, answers = done(s.NoteLogin(VICTIM, "a"), s.NoteLogin(ATTACKER, "b"), s.LoginsFrom(VICTIM))
    assert answers[-1] == ("a",)


def test_the_backend_keeps_tokens_if_there_are_any():
    tokens = (ApiToken(1, VICTIM),)
    assert done(s.KeepTokens(VICTIM, tokens), s.KeepTokens(VICTIM, ()))[0].api_tokens == (tokens,)
