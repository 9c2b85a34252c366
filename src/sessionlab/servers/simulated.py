"""The simulated server: the steps of the logic, answered from an immutable `ServerState`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sessionlab.engine import steps as s
from sessionlab.engine.steps import Account, Logic, Step
from sessionlab.http.message import Response
from sessionlab.servers.state import Deed, ServerState, changed, password_of
from sessionlab.tokens.terms import SERVER, Secret, SessionId, StateCookie, Token
from sessionlab.value import Value, replace

Answered = tuple[tuple[Step, Any], ...]
Wait = Callable[[ServerState, SessionId], ServerState]


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
    *,
    answered: Answered = (),
    halts: bool = False,
    wait: Wait | None = None,
) -> Run:
    """Drive the logic of request `number` to its response, or to its pause if it `halts` there.

    `answered`: the steps of a suspended request, replayed before it goes on. `wait`: called before a record is read,
    to let a request that holds its lock finish first.
    """
    steps: list[tuple[Step, Any]] = []
    replayed = iter(answered)
    answer: Any = None
    try:
        while True:
            step = logic.send(answer)
            known = next(replayed, None)
            if known is not None:
                answer = known[1]
            elif halts and type(step) is s.Pause:
                return Run(state, (*steps, (step, None)), None)
            else:
                if wait is not None and type(step) is s.LookUp:
                    state = wait(state, step.id)
                state, answer = perform(step, state, number, now)
            steps.append((step, answer))
    except StopIteration as finished:
        return Run(state, tuple(steps), finished.value)


def perform(step: Step, state: ServerState, number: int, now: int) -> tuple[ServerState, Any]:
    """Answer one step."""
    return _HANDLERS[type(step)](step, state, number, now)


def _nothing(step: Step, state: ServerState, number: int, now: int) -> tuple[ServerState, None]:
    return state, None


def _now(step: s.Now, state: ServerState, number: int, now: int) -> tuple[ServerState, int]:
    return state, now


def _new_id(step: s.NewId, state: ServerState, number: int, now: int) -> tuple[ServerState, SessionId]:
    return state, SessionId(number)


def _new_secret(step: s.NewSecret, state: ServerState, number: int, now: int) -> tuple[ServerState, Secret]:
    return state, Secret(number, step.use)


def _new_jti(step: s.NewJti, state: ServerState, number: int, now: int) -> tuple[ServerState, int]:
    return state, number


def _look_up(step: s.LookUp, state: ServerState, number: int, now: int) -> tuple[ServerState, Any]:
    return state, state.record(step.id)


def _create(step: s.Create, state: ServerState, number: int, now: int) -> tuple[ServerState, None]:
    others = tuple(entry for entry in state.sessions if entry[0] != step.id)
    return replace(state, sessions=(*others, (step.id, step.record))), None


def _update(step: s.Update, state: ServerState, number: int, now: int) -> tuple[ServerState, bool]:
    if state.record(step.id) is None:
        return state, False
    # `seen` is the store's own note of use; a late write of an older copy does not turn it back.
    record = replace(step.record, seen=now)
    sessions = tuple((id, record if id == step.id else known) for id, known in state.sessions)
    return replace(state, sessions=sessions), True


def _touch(step: s.Touch, state: ServerState, number: int, now: int) -> tuple[ServerState, bool]:
    known = state.record(step.id)
    if known is None:
        return state, False
    return (state, True) if known.seen == now else _update(s.Update(step.id, known), state, number, now)


def _delete(step: s.Delete, state: ServerState, number: int, now: int) -> tuple[ServerState, bool]:
    left = tuple(entry for entry in state.sessions if entry[0] != step.id)
    gone = len(left) != len(state.sessions)
    return (replace(state, sessions=left) if gone else state), gone


def _count_sessions(step: s.CountSessions, state: ServerState, number: int, now: int) -> tuple[ServerState, int]:
    return state, sum(record.user == step.user and id != step.without for id, record in state.sessions)


def _delete_all(step: s.DeleteAll, state: ServerState, number: int, now: int) -> tuple[ServerState, int]:
    left = tuple(entry for entry in state.sessions if entry[1].user != step.user or entry[0] == step.keep)
    gone = len(state.sessions) - len(left)
    return (replace(state, sessions=left) if gone else state), gone


def _deny(step: s.Deny, state: ServerState, number: int, now: int) -> tuple[ServerState, None]:
    return replace(state, denied=(*state.denied, (step.jti, step.until))), None


def _is_denied(step: s.IsDenied, state: ServerState, number: int, now: int) -> tuple[ServerState, Any]:
    until = next((until for jti, until in state.denied if jti == step.jti), None)
    # Until when may still be open; then the logic decides whether the entry has had its time.
    return state, None if isinstance(until, int | float) and until <= now else until


def _find_account(step: s.FindAccount, state: ServerState, number: int, now: int) -> tuple[ServerState, Account | None]:
    return state, state.account(step.name)


def _check_password(step: s.CheckPassword, state: ServerState, number: int, now: int) -> tuple[ServerState, bool]:
    account = state.account(step.name)
    return state, account is not None and step.password == password_of(account)


def _change_account(step: s.ChangeAccount, state: ServerState, number: int, now: int) -> tuple[ServerState, Account]:
    account = state.account(step.name)
    if account is None:
        raise LookupError(step.name)
    now_is = changed(account, step.what, step.value)
    accounts = tuple(now_is if known.name == step.name else known for known in state.accounts)
    return replace(state, accounts=accounts), now_is


def _sign(step: s.Sign, state: ServerState, number: int, now: int) -> tuple[ServerState, Token]:
    return state, Token(step.claims)


def _verify(step: s.Verify, state: ServerState, number: int, now: int) -> tuple[ServerState, bool]:
    return state, step.token.signed_by == SERVER


def _seal(step: s.Seal, state: ServerState, number: int, now: int) -> tuple[ServerState, StateCookie]:
    return state, StateCookie(step.record)


def _check_seal(step: s.CheckSeal, state: ServerState, number: int, now: int) -> tuple[ServerState, bool]:
    return state, step.cookie.sealed_by == SERVER


def _check_mac(step: s.CheckMac, state: ServerState, number: int, now: int) -> tuple[ServerState, bool]:
    return state, step.reference.genuine


def _perform(step: s.Perform, state: ServerState, number: int, now: int) -> tuple[ServerState, None]:
    return replace(state, deeds=(*state.deeds, Deed(step.user, step.asked_from, step.role))), None


_HANDLERS: dict[type, Callable[..., tuple[ServerState, Any]]] = {
    s.Now: _now,
    s.NewId: _new_id,
    s.NewSecret: _new_secret,
    s.NewJti: _new_jti,
    s.LookUp: _look_up,
    s.Create: _create,
    s.Update: _update,
    s.Touch: _touch,
    s.Delete: _delete,
    s.CountSessions: _count_sessions,
    s.DeleteAll: _delete_all,
    s.Deny: _deny,
    s.IsDenied: _is_denied,
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
