"""Client-side sessions: the cookie is the session, signed, encrypted, or neither."""

from __future__ import annotations

import math
from typing import Any

from sessionlab.design.design import Design
from sessionlab.engine.account import current
from sessionlab.engine.identity import Identity, anonymous
from sessionlab.engine.lifetime import ended_because
from sessionlab.engine.revocation import is_listed
from sessionlab.engine.steps import CheckSeal, IsDenied, Logic, Note, Now
from sessionlab.tokens.terms import StateCookie

FOREVER = math.inf
CLIENT_SIDE = ("signed_cookie", "encrypted_cookie", "unsigned_cookie")


def identify(credential: Any, design: Design) -> Logic[Identity]:
    """Open the cookie and judge the state inside. There is no store to ask."""
    if not isinstance(credential, StateCookie):
        # What does not open says nothing about why: changed, closed by another key, or never closed (RFC 5116 2.2).
        unopened = design.session_type == "encrypted_cookie"
        return anonymous("seal_broken" if unopened else "not_a_state_cookie", credential)
    if design.possibly("session_type", _is_sealed):
        genuine = yield CheckSeal(credential)
        if not genuine and design.session_type != "unsigned_cookie":
            return anonymous("seal_broken", credential)
    else:
        yield Note("state_believed")
    record = credential.record
    if design.possibly("token_revocation", is_listed) and (yield IsDenied(record.started)) is not None:
        return anonymous("token_denied", credential)
    ended = ended_because(record, (yield Now()), design)
    if ended:
        return anonymous(ended, credential)
    if record.user is None:
        return anonymous("anonymous_session", credential, None, record)
    record, refused = yield from current(record, design)
    if refused:
        return anonymous(refused, credential)
    return Identity(record.user, "state_in_cookie", credential, None, record)


def _is_sealed(session_type: str) -> bool:
    return session_type != "unsigned_cookie"
