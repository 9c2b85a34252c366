"""Steps about programs and the identity provider have a sentence for each of their answers."""

from __future__ import annotations

from typing import Any

import pytest

from sessionlab.engine import steps as s
from sessionlab.engine.steps import KeyState
from sessionlab.render.pen import Pen
from sessionlab.render.program_steps import OF_PROGRAMS
from sessionlab.render.spelling import Spelling
from sessionlab.servers.state import VICTIM
from sessionlab.tokens.machine import ApiKey, SigningKey
from sessionlab.tokens.terms import ApiToken, Claims, Code, Secret, Token
from tests.playbook import under

PEN = Pen(Spelling(), under())
TOKEN = Token(Claims(VICTIM, 1, "user", 0, 3600, "i", "a", 1))
IDP, CODE, KEY = Secret(1, "idp"), Code(1, VICTIM), ApiKey(1)
TOLD: tuple[tuple[Any, Any, str], ...] = (
    (s.KeepKey(KEY, VICTIM), None, "Register the key"),
    (s.FindKey(KEY), KeyState(KEY, VICTIM, 0), "belongs to marko"),
    (s.FindKey(KEY), None, "not among them"),
    (s.FindKey(SigningKey(1, VICTIM)), None, "the key number 1"),
    (s.RevokeKeys(VICTIM), None, "Delete all registered keys"),
    *((s.SeenBefore(what, 1), True, "second copy") for what in ("nonce", "delivery", "assertion", "proof")),
    *((s.SeenBefore(what, 1), False, "From now on") for what in ("nonce", "delivery", "assertion", "proof")),
    (s.Introspect(TOKEN), "active", "The answer: active"),
    (s.Introspect(TOKEN), "token_denied", "The answer: not active"),
    (s.ProviderUser(IDP), VICTIM, "is logged in there"),
    (s.ProviderUser(IDP), None, "there is none"),
    (s.ProviderBegin(VICTIM), IDP, "begins a session"),
    (s.ProviderEnd(IDP), VICTIM, "ends its own session"),
    (s.ProviderEnd(IDP), None, "no session to end"),
    (s.NewCode(VICTIM), CODE, "good for one login"),
    (s.RedeemCode(CODE), VICTIM, "It answers: marko"),
    (s.RedeemCode(CODE), None, "does not know it"),
    (s.KeepTokens(VICTIM, ()), None, "the backend keeps none"),
    (s.KeepTokens(VICTIM, (ApiToken(1, VICTIM, "refresh"),)), None, "leave the access token to the page"),
    (s.KeepTokens(VICTIM, (ApiToken(1, VICTIM), ApiToken(1, VICTIM, "refresh"))), None, "the page gets none"),
    (s.NoteLogin(VICTIM, "x"), None, "came from the provider"),
    (s.LoginsFrom(VICTIM), ("x", "y"), "2."),
)


@pytest.mark.parametrize(("step", "answer", "part"), TOLD)
def test_a_step_and_its_answer_are_told(step: Any, answer: Any, part: str):
    name, teller = OF_PROGRAMS[type(step)]
    outcome, details = teller(step, answer, PEN)
    assert part in PEN.say(f"step.{name}.{outcome}", **details)


def test_every_one_is_told_here():
    assert {type(step) for step, _, _ in TOLD} == set(OF_PROGRAMS)
