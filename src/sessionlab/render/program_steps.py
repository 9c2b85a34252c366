"""Steps about keys, used ids, opaque tokens and the identity provider, as sentences."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sessionlab.engine import steps as s
from sessionlab.engine.introspected import ACTIVE
from sessionlab.render.pen import Pen

Outcome = tuple[str, dict[str, object]]
"""A code of the catalogue, and what its sentence needs."""
Teller = Callable[[Any, Any, Pen], Outcome]


def _of_key(outcome: str) -> Teller:
    return lambda step, answer, pen: (outcome, {"key": pen.key_name(step.key), "user": step.user})


def _find_key(step: s.FindKey, answer: Any, pen: Pen) -> Outcome:
    if answer is None:
        return "nothing", {"key": pen.key_name(step.key)}
    return "found", {"key": pen.key_name(step.key), "user": answer.user}


USED = {
    ("nonce", True): "nonce_yes",
    ("nonce", False): "nonce_no",
    ("delivery", True): "delivery_yes",
    ("delivery", False): "delivery_no",
    ("assertion", True): "assertion_yes",
    ("assertion", False): "assertion_no",
    ("proof", True): "proof_yes",
    ("proof", False): "proof_no",
}


def _seen_before(step: s.SeenBefore, answer: Any, pen: Pen) -> Outcome:
    return USED[step.purpose, bool(answer)], {"id": step.id}


def _introspect(step: s.Introspect, answer: Any, pen: Pen) -> Outcome:
    return "active" if answer == ACTIVE else "inactive", {"value": pen.short(step.token)}


def _provider_user(step: s.ProviderUser, answer: Any, pen: Pen) -> Outcome:
    return "nobody" if answer is None else "found", {"value": pen.short(step.session), "user": answer or ""}


def _provider_begin(step: s.ProviderBegin, answer: Any, pen: Pen) -> Outcome:
    return "begun", {"value": pen.short(answer), "user": step.user}


def _provider_end(step: s.ProviderEnd, answer: Any, pen: Pen) -> Outcome:
    return "nothing" if answer is None else "ended", {"value": pen.short(step.session), "user": answer or ""}


def _new_code(step: s.NewCode, answer: Any, pen: Pen) -> Outcome:
    return "made", {"value": pen.short(answer), "user": step.user}


def _redeem_code(step: s.RedeemCode, answer: Any, pen: Pen) -> Outcome:
    return "refused" if answer is None else "taken", {"value": pen.short(step.code), "user": answer or ""}


def _of_user(outcome: str) -> Teller:
    return lambda step, answer, pen: (outcome, {"user": step.user})


def _keep_tokens(step: s.KeepTokens, answer: Any, pen: Pen) -> Outcome:
    kinds = len(step.tokens)
    return ("none", "refresh", "all")[kinds], {"value": pen.short(step.tokens[0]) if kinds else ""}


def _logins_from(step: s.LoginsFrom, answer: Any, pen: Pen) -> Outcome:
    return "counted", {"user": step.user, "count": len(answer)}


OF_PROGRAMS: dict[type, tuple[str, Teller]] = {
    s.KeepKey: ("keep_key", _of_key("kept")),
    s.FindKey: ("find_key", _find_key),
    s.RevokeKeys: ("revoke_keys", _of_user("revoked")),
    s.SeenBefore: ("seen_before", _seen_before),
    s.Introspect: ("introspect", _introspect),
    s.ProviderUser: ("provider_user", _provider_user),
    s.ProviderBegin: ("provider_begin", _provider_begin),
    s.ProviderEnd: ("provider_end", _provider_end),
    s.NewCode: ("new_code", _new_code),
    s.RedeemCode: ("redeem_code", _redeem_code),
    s.KeepTokens: ("keep_tokens", _keep_tokens),
    s.NoteLogin: ("note_login", _of_user("noted")),
    s.LoginsFrom: ("logins_from", _logins_from),
}
