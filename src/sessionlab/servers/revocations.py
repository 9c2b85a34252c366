"""The simulated list of refused tokens: who knows of an entry, for how long, and what is remembered of old answers."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from sessionlab.engine import steps as s
from sessionlab.servers.fleet import same_instance
from sessionlab.servers.state import Denial, Remembered, Seen, ServerState
from sessionlab.tokens.terms import SERVER
from sessionlab.value import replace

if TYPE_CHECKING:
    from sessionlab.servers.simulated import At

SHORT_ENTRY = 10 * 60
"""Seconds for which a short-lived denylist remembers, however long the token lives."""
LIST = ("token_revocation", "denylist_key", "denylist_entry_lifetime")
CACHE = 60
"""Seconds for which a verifier may use an old answer again."""


def deny(step: s.Deny, state: ServerState, at: At) -> tuple[ServerState, None]:
    """Have a token refused from now on."""
    denial = Denial(step.jti, step.until, at.number, at.now, step.encoding)
    return replace(state, denials=(*state.denials, denial)), None


def is_denied(step: s.IsDenied, state: ServerState, at: At) -> tuple[ServerState, Any]:
    """Ask the list, or remember what it said. Until when an entry lasts may still be open; then the logic decides."""
    if state.outage and at.design.token_revocation == "denylist":
        return state, math.inf if at.design.denylist_outage == "fail_closed" else None
    # The issuer knows every token that it issued, and this is none of them (RFC 7662 2.2).
    if _was_never_issued(step.jti) and at.design.token_revocation == "introspection":
        return state, math.inf
    entry = next((denial for denial in state.denials if _counts(denial, step, state, at)), None)
    if entry is None:
        return _remember(step.jti, False, state, at), None
    if _remembered(step.jti, state, at) is not None:
        return state, None
    # What is no list but the issuer's own knowledge does not forget.
    return state, math.inf if at.design.outcome(_is_over, entry.until, at.now) else entry.until


def _was_never_issued(jti: Any) -> bool:
    """Whether the issuer has no record of such a token: forgers number theirs below nothing."""
    return isinstance(jti, int) and jti < 0


def _is_over(until: float, now: int) -> bool:
    return until <= now


def _counts(denial: Denial, step: s.IsDenied, state: ServerState, at: At) -> bool:
    """Does this entry still have the token refused? A list drops it when the token would have expired by itself."""
    if denial.jti != step.jti:
        return False
    if at.design.outcome(_is_over, denial.until, at.now) and at.design.token_revocation == "denylist":
        return False
    design = at.design
    facts = (denial.encoding == step.encoding, at.now - denial.at <= SHORT_ENTRY)
    if not design.settle(design.later(LIST, _still_listed, *facts)):
        return False
    scoped = design.later(("token_revocation", "denylist_scope"), _only_where_it_was_made)
    if not design.settle(scoped):
        return True
    return same_instance(denial.number, at.number, state.history, design)


def _still_listed(revocation: str, key: str, lifetime: str, same_spelling: bool, recent: bool) -> bool:
    if revocation != "denylist":
        return True
    return (same_spelling or key != "raw_token_hash") and (recent or lifetime != "shorter_than_exp")


def _only_where_it_was_made(revocation: str, scope: str) -> bool:
    return revocation == "denylist" and scope == "per_instance"


def current_version(step: s.CurrentVersion, state: ServerState, at: At) -> tuple[ServerState, int]:
    """Read the account's number, or remember it."""
    account = state.account(step.name)
    version = account.version if account is not None else -1
    remembered = _remembered(step.name, state, at, unlike=version)
    if remembered is not None:
        return state, remembered
    return _remember(step.name, version, state, at), version


def _remembered(key: Any, state: ServerState, at: At, unlike: Any = True) -> Any:
    """An old answer that this verifier may still use, if there is one that differs; newest first."""
    for old in reversed(state.remembered):
        recent = old.key == key and old.answer != unlike and at.now - old.at < CACHE
        usable = recent and at.design.revocation_cache == "seconds_60"
        if usable and same_instance(old.number, at.number, state.history, at.design):
            return old.answer
    return None


def _remember(key: Any, answer: Any, state: ServerState, at: At) -> ServerState:
    if not at.design.possibly("revocation_cache", _caches):
        return state
    fresh = Remembered(key, answer, at.number, at.now)
    others = tuple(old for old in state.remembered if at.now - old.at < CACHE)
    return replace(state, remembered=(*others, fresh))


def _caches(revocation_cache: str) -> bool:
    return revocation_cache == "seconds_60"


def introspect(step: s.Introspect, state: ServerState, at: At) -> tuple[ServerState, str]:
    """The issuer's answer about an opaque token; its age and its revocation are known there, not in the value."""
    token = step.token
    if token.signed_by != SERVER:
        return state, "unknown_token"
    if at.design.outcome(_has_expired, token.claims.exp, at.now):
        return state, "token_expired"
    state, denied = is_denied(s.IsDenied(token.claims.jti), state, at)
    return state, "token_denied" if denied else "active"


def _has_expired(exp: float, now: int) -> bool:
    return exp <= now


MEMORIES = {
    "nonce": "signature_nonce_memory",
    "delivery": "webhook_id_deduplication",
    "assertion": "assertion_jti_check",
    "proof": "dpop_proof_memory",
}
"""The switch that says whether, where and for how long ids of each purpose are remembered."""
SHORT_MEMORY = 60


def seen_before(step: s.SeenBefore, state: ServerState, at: At) -> tuple[ServerState, bool]:
    """Was this id used before, as far as the serving instance remembers?"""
    known = [seen for seen in state.seen if (seen.purpose, seen.id) == (step.purpose, step.id)]
    before = any(_recalls(seen, state, at) for seen in known)
    fresh = Seen(step.purpose, step.id, at.number, at.now)
    return replace(state, seen=(*state.seen, fresh)), before


def _recalls(seen: Seen, state: ServerState, at: At) -> bool:
    scope = at.design.decide(MEMORIES[seen.purpose], recalled, at.now - seen.at)
    if scope == "nowhere":
        return False
    return scope == "everywhere" or same_instance(seen.number, at.number, state.history, at.design)


def recalled(memory: Any, age: float) -> str:
    """Where an id that was used `age` seconds ago is still known: "nowhere", "here" (where it was), "everywhere"."""
    if memory in (False, "none") or (memory == "shared_shorter_than_window" and age > SHORT_MEMORY):
        return "nowhere"
    return "here" if memory == "per_instance" else "everywhere"
