"""API keys: a shared secret, looked up on every request. There is no session, and so no logout."""

from __future__ import annotations

from sessionlab.design.design import Design
from sessionlab.engine.credential import presented
from sessionlab.engine.durations import API_KEY_LIFETIME
from sessionlab.engine.identity import Identity, anonymous
from sessionlab.engine.machine.record import known_by
from sessionlab.engine.steps import Account, FindKey, KeepKey, Logic, NewJti, Now
from sessionlab.http.message import Client, Request
from sessionlab.tokens.machine import ApiKey


def identify(request: Request, design: Design) -> Logic[Identity]:
    """Look the key up (ASVS 13.3.4: keys should end)."""
    key = presented(request, design)
    if not isinstance(key, ApiKey):
        return anonymous("no_credential" if key is None else "not_an_api_key", key)
    known = yield FindKey(key)
    if known is None:
        return anonymous("unknown_key", key)
    if (yield Now()) - known.at >= API_KEY_LIFETIME and design.api_key_expiry == "finite":
        return anonymous("key_expired", key)
    return (yield from known_by(known, "registered_key", key, design))


def issue(account: Account, client: Client, design: Design) -> Logic[ApiKey]:
    """A new key for an account."""
    key = ApiKey((yield NewJti()))
    yield KeepKey(key, account.name)
    return key
