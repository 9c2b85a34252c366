"""Steps: what may be asked, and that everybody who answers can answer all of it."""

from __future__ import annotations

from typing import get_args

from sessionlab.engine import steps
from sessionlab.engine.steps import Account, IsDenied, LookUp, Note, Pause, Step
from sessionlab.servers.simulated import At, perform
from sessionlab.servers.state import VICTIM, ServerState
from sessionlab.tokens.machine import ApiKey
from sessionlab.tokens.terms import (
    ApiToken,
    Claims,
    Code,
    Record,
    Reference,
    RefreshToken,
    RememberToken,
    Secret,
    SessionId,
    StateCookie,
    Token,
)
from tests.playbook import under

ID = SessionId(1)
RECORD = Record(VICTIM, 0, 0, 1)
CLAIMS = Claims(VICTIM, 1, "user", 0, 3600, "i", "a", 1)
KEY = ApiKey(1)
REFRESH, LASTING = RefreshToken(1, VICTIM, 1, 0), RememberToken(VICTIM, 1)
ONE_OF_EACH = (
    steps.Now(),
    steps.NewId(),
    steps.NewSecret("csrf"),
    steps.NewJti(),
    LookUp(ID),
    steps.Create(ID, RECORD),
    steps.Update(ID, RECORD),
    steps.Touch(ID),
    steps.Delete(ID),
    steps.CountSessions(VICTIM),
    steps.DeleteAll(VICTIM),
    steps.Deny(1, 3600),
    IsDenied(1),
    steps.CurrentVersion(VICTIM),
    steps.KeepKey(KEY, VICTIM),
    steps.FindKey(KEY),
    steps.RevokeKeys(VICTIM),
    steps.SeenBefore("nonce", 1),
    steps.Introspect(Token(CLAIMS)),
    steps.ProviderUser(Secret(1, "idp")),
    steps.ProviderBegin(VICTIM),
    steps.ProviderEnd(Secret(1, "idp")),
    steps.NewCode(VICTIM),
    steps.RedeemCode(Code(1, VICTIM)),
    steps.KeepTokens(VICTIM, (ApiToken(1, VICTIM),)),
    steps.NoteLogin(VICTIM, Reference(ID)),
    steps.LoginsFrom(VICTIM),
    steps.KeepRefresh(REFRESH),
    steps.FindRefresh(REFRESH),
    steps.UseRefresh(REFRESH),
    steps.RevokeFamily(1),
    steps.KeepLogin(LASTING),
    steps.KnowsLogin(LASTING),
    steps.ForgetLogins(VICTIM),
    steps.FindAccount(VICTIM),
    steps.CheckPassword(VICTIM, "guess"),
    steps.ChangeAccount(VICTIM, "version"),
    steps.Sign(CLAIMS),
    steps.Verify(Token(CLAIMS)),
    steps.Seal(RECORD),
    steps.CheckSeal(StateCookie(RECORD)),
    steps.CheckMac(Reference(ID)),
    steps.Perform(VICTIM, None, "user"),
    Pause(),
    Note("code"),
)


def test_there_is_an_example_of_every_step():
    assert {type(step) for step in ONE_OF_EACH} == set(get_args(Step))


def test_the_simulated_server_answers_every_step():
    for step in ONE_OF_EACH:
        state, _ = perform(step, ServerState(), At(1, 0, under()))
        assert isinstance(state, ServerState)


def test_steps_are_values():
    assert len(set(ONE_OF_EACH)) == len(ONE_OF_EACH)


def test_an_account_is_at_first_enabled_and_unchanged():
    account = Account(VICTIM, 1)
    assert (account.role, account.enabled, account.password, account.version) == ("user", True, 0, 0)
