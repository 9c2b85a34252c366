"""What operators do on the server's side, without a request: change a role, disable an account (ASVS 7.4.2)."""

from __future__ import annotations

from typing import Any

from sessionlab.design.design import Design
from sessionlab.engine import client_side, server_side
from sessionlab.engine.revocation import call_back, calls_back_all
from sessionlab.engine.sessions import PROGRAM_KINDS, kind_of
from sessionlab.engine.steps import ChangeAccount, DeleteAll, Logic, Note, RevokeFamily, RevokeKeys
from sessionlab.tokens.terms import RefreshToken, Token


def change_role(name: str, role: str) -> Logic[None]:
    """Give an account another role. Sessions learn of it only if the design reads the user record again."""
    yield ChangeAccount(name, "role", role)


def revoke_credential(credential: Any, name: str, design: Design) -> Logic[None]:
    """End a user's sessions from outside: an administrator with a list of sessions, or whoever may call tokens back."""
    kind = kind_of(design)
    if kind is server_side:
        if design.session_list:
            yield DeleteAll(name)
        else:
            yield Note("no_session_list")
    elif isinstance(credential, Token):
        yield from call_back(credential, design)
    else:
        yield RevokeKeys(name)


def revoke_refresh_token(token: RefreshToken) -> Logic[None]:
    """Take back a refresh token, and with it all that came of the same login; access tokens live on (RFC 7009 2.1)."""
    yield RevokeFamily(token.family)


def disable(name: str, design: Design) -> Logic[None]:
    """Disable an account, and end its sessions if the design does."""
    yield ChangeAccount(name, "disable")
    if not design.account_disable_revokes:
        return
    kind = kind_of(design)
    if kind is server_side:
        yield DeleteAll(name)
    elif kind in PROGRAM_KINDS:
        yield RevokeKeys(name)
    elif kind is client_side or not design.decide("token_revocation", calls_back_all):
        yield Note("nothing_to_invalidate")
    else:
        yield ChangeAccount(name, "version")
