"""The simulated server: the steps of the logic, answered from an immutable `ServerState`."""

from __future__ import annotations

import operator
from collections.abc import Callable
from typing import Any, NamedTuple

from sessionlab.design.design import Design
from sessionlab.engine import steps as s
from sessionlab.engine.steps import Account, Logic, Step
from sessionlab.http.message import Response
from sessionlab.servers import provider, revocations
from sessionlab.servers import session_store as store
from sessionlab.servers.fleet import has_key
from sessionlab.servers.state import Deed, ServerState, changed, password_of
from sessionlab.tokens import forgery
from sessionlab.tokens.terms import SERVER, Secret, SessionId, StateCookie, Token
from sessionlab.value import Value, replace

Answered = tuple[tuple[Step, Any], ...]
Wait = Callable[[ServerState, SessionId], ServerState]


class At(NamedTuple):
    """Which request asks, in which second, under which design."""

    number: int
    now: int
    design: Design


class Run(Value):
    """How far a request came: the state it left, the steps with their answers, and the response unless it waits."""

    state: ServerState
    steps: Answered
    response: Response | None


def run(
    logic: Logic[Any],
    state: ServerState,
    number: int,
    now: int,
    design: Design,
    *,
    answered: Answered = (),
    halts: bool = False,
    wait: Wait | None = None,
) -> Run:
    """Drive the logic of request `number` to its response, or to its pause if it `halts` there.

    `answered`: the steps of a suspended request, replayed before it goes on. `wait`: called before a record is read,
    to let a request that holds its lock finish first.
    """
    at = At(number, now, design)
    steps: list[tuple[Step, Any]] = []
    recorded = answered
    answer: Any = None
    try:
        while not (recorded or halts or wait):
            step = logic.send(answer)
            state, answer = _HANDLERS[type(step)](step, state, at)
            steps.append((step, answer))
        while True:
            step = logic.send(answer)
            known = _place_of(step, recorded) if recorded else None
            if known is not None:
                answer, recorded = recorded[known][1], recorded[known + 1 :]
            elif recorded and type(step) is s.Note:
                answer = None
            elif halts and type(step) is s.Pause:
                return Run(state, (*steps, (step, None)), None)
            else:
                if wait is not None and type(step) is s.LookUp:
                    state = wait(state, step.id)
                state, answer = perform(step, state, at)
            steps.append((step, answer))
    except StopIteration as finished:
        return Run(state, tuple(steps), finished.value)


def _place_of(step: Step, recorded: Answered) -> int | None:
    """Where the step stands in the record. What fewer designs have no use for was asked then, and is not asked now."""
    return next((place for place, (known, _) in enumerate(recorded) if known == step), None)


def perform(step: Step, state: ServerState, at: At) -> tuple[ServerState, Any]:
    """Answer one step."""
    return _HANDLERS[type(step)](step, state, at)


def _nothing(step: Step, state: ServerState, at: At) -> tuple[ServerState, None]:
    return state, None


def _now(step: s.Now, state: ServerState, at: At) -> tuple[ServerState, int]:
    return state, at.now - state.slow


def _new_id(step: s.NewId, state: ServerState, at: At) -> tuple[ServerState, SessionId]:
    return state, SessionId(at.number)


def _new_secret(step: s.NewSecret, state: ServerState, at: At) -> tuple[ServerState, Secret]:
    return state, Secret(at.number, step.use)


def _new_jti(step: s.NewJti, state: ServerState, at: At) -> tuple[ServerState, int]:
    return state, at.number


def _keep_key(step: s.KeepKey, state: ServerState, at: At) -> tuple[ServerState, None]:
    others = tuple(known for known in state.keys if known.key != step.key)
    return replace(state, keys=(*others, s.KeyState(step.key, step.user, at.now))), None


def _find_key(step: s.FindKey, state: ServerState, at: At) -> tuple[ServerState, s.KeyState | None]:
    return state, next((known for known in state.keys if known.key == step.key), None)


def _revoke_keys(step: s.RevokeKeys, state: ServerState, at: At) -> tuple[ServerState, None]:
    return replace(state, keys=tuple(known for known in state.keys if known.user != step.user)), None


def _keep_refresh(step: s.KeepRefresh, state: ServerState, at: At) -> tuple[ServerState, None]:
    return replace(state, refresh=(*state.refresh, s.RefreshState(step.token))), None


def _find_refresh(step: s.FindRefresh, state: ServerState, at: At) -> tuple[ServerState, s.RefreshState | None]:
    return state, next((known for known in state.refresh if known.token == step.token), None)


def _use_refresh(step: s.UseRefresh, state: ServerState, at: At) -> tuple[ServerState, None]:
    used = tuple(
        replace(known, used=at.now) if known.token == step.token and known.used is None else known
        for known in state.refresh
    )
    return replace(state, refresh=used), None


def _revoke_family(step: s.RevokeFamily, state: ServerState, at: At) -> tuple[ServerState, None]:
    gone = tuple(
        replace(known, revoked=True) if known.token.family == step.family else known for known in state.refresh
    )
    return replace(state, refresh=gone), None


def _keep_login(step: s.KeepLogin, state: ServerState, at: At) -> tuple[ServerState, None]:
    return replace(state, logins=(*state.logins, step.token)), None


def _knows_login(step: s.KnowsLogin, state: ServerState, at: At) -> tuple[ServerState, bool]:
    return state, step.token in state.logins


def _forget_logins(step: s.ForgetLogins, state: ServerState, at: At) -> tuple[ServerState, None]:
    left = tuple(one for one in state.logins if one.user != step.user or step.token not in (None, one))
    return replace(state, logins=left), None


def _find_account(step: s.FindAccount, state: ServerState, at: At) -> tuple[ServerState, Account | None]:
    return state, state.account(step.name)


def _check_password(step: s.CheckPassword, state: ServerState, at: At) -> tuple[ServerState, bool]:
    account = state.account(step.name)
    return state, account is not None and bool(at.design.outcome(operator.eq, step.password, password_of(account)))


def _change_account(step: s.ChangeAccount, state: ServerState, at: At) -> tuple[ServerState, Account]:
    account = state.account(step.name)
    if account is None:
        raise LookupError(step.name)
    now_is = changed(account, step.what, step.value)
    accounts = tuple(now_is if known.name == step.name else known for known in state.accounts)
    return replace(state, accounts=accounts), now_is


def _sign(step: s.Sign, state: ServerState, at: At) -> tuple[ServerState, Token]:
    return state, Token(step.claims)


def _verify(step: s.Verify, state: ServerState, at: At) -> tuple[ServerState, bool]:
    token = step.token
    if token.signed_by == SERVER:
        return state, _key_at_hand(token.claims.jti, state, at, "verify_signature", bool)
    if token.signed_by not in forgery.FORGERIES:
        return state, False
    return state, bool(at.design.settle(at.design.later(forgery.SWITCHES, forgery.passes, token.signed_by)))


def _seal(step: s.Seal, state: ServerState, at: At) -> tuple[ServerState, StateCookie]:
    return state, StateCookie(step.record, made=at.number)


def _check_seal(step: s.CheckSeal, state: ServerState, at: At) -> tuple[ServerState, bool]:
    return state, step.cookie.sealed_by == SERVER and _key_at_hand(
        step.cookie.made, state, at, "session_type", _is_sealed
    )


def _check_mac(step: s.CheckMac, state: ServerState, at: At) -> tuple[ServerState, bool]:
    return state, bool(step.reference.genuine) and _key_at_hand(
        step.reference.id.made, state, at, "sign_session_id", bool
    )


def _key_at_hand(made: Any, state: ServerState, at: At, switch: str, needed: Callable[[Any], bool]) -> bool:
    return has_key(made, at.number, state.history, at.design, switch, needed)


def _is_sealed(session_type: str) -> bool:
    return session_type != "unsigned_cookie"


def _perform(step: s.Perform, state: ServerState, at: At) -> tuple[ServerState, None]:
    return replace(state, deeds=(*state.deeds, Deed(step.user, step.asked_from, step.role, step.kind))), None


_HANDLERS: dict[type, Callable[..., tuple[ServerState, Any]]] = {
    s.Now: _now,
    s.NewId: _new_id,
    s.NewSecret: _new_secret,
    s.NewJti: _new_jti,
    s.LookUp: store.look_up,
    s.Create: store.create,
    s.Update: store.update,
    s.Touch: store.touch,
    s.Delete: store.delete,
    s.CountSessions: store.count,
    s.DeleteAll: store.delete_all,
    s.Deny: revocations.deny,
    s.IsDenied: revocations.is_denied,
    s.CurrentVersion: revocations.current_version,
    s.ProviderUser: provider.user_of,
    s.ProviderBegin: provider.begin,
    s.ProviderEnd: provider.end,
    s.NewCode: provider.new_code,
    s.RedeemCode: provider.redeem,
    s.KeepTokens: provider.keep_tokens,
    s.NoteLogin: provider.note,
    s.LoginsFrom: provider.logins_from,
    s.KeepKey: _keep_key,
    s.FindKey: _find_key,
    s.RevokeKeys: _revoke_keys,
    s.SeenBefore: revocations.seen_before,
    s.Introspect: revocations.introspect,
    s.KeepRefresh: _keep_refresh,
    s.FindRefresh: _find_refresh,
    s.UseRefresh: _use_refresh,
    s.RevokeFamily: _revoke_family,
    s.KeepLogin: _keep_login,
    s.KnowsLogin: _knows_login,
    s.ForgetLogins: _forget_logins,
    s.FindAccount: _find_account,
    s.CheckPassword: _check_password,
    s.ChangeAccount: _change_account,
    s.Sign: _sign,
    s.Verify: _verify,
    s.Seal: _seal,
    s.CheckSeal: _check_seal,
    s.CheckMac: _check_mac,
    s.Perform: _perform,
    s.Pause: _nothing,
    s.Note: _nothing,
}
