"""What somebody makes of a known value: change a part of it, read what it says, make one up."""

from __future__ import annotations

from typing import Any

from sessionlab.design.design import Design
from sessionlab.engine.self_contained import AUDIENCE, ISSUER
from sessionlab.servers.state import ATTACKER as ATTACKERS_ACCOUNT
from sessionlab.servers.state import VICTIM as VICTIMS_ACCOUNT
from sessionlab.tokens import forgery
from sessionlab.tokens.terms import ATTACKER as BY_ATTACKER
from sessionlab.tokens.terms import (
    SERVER,
    Claims,
    Fact,
    Garbled,
    Record,
    Reference,
    SessionId,
    StateCookie,
    Token,
)
from sessionlab.value import replace
from sessionlab.world.action import Action
from sessionlab.world.own_page import held
from sessionlab.world.state import ATTACKER, World
from sessionlab.world.verbs.verb import ADVERSARY, Senseless, Verb

LONG = 10**6
FORGED_JTI = -1


def alter(world: World, action: Action, design: Design) -> World | Senseless:
    """Change the newest known value: another user, a role, a later expiry, or just one character.

    A session id names no user, but where ids are counted another user's id is the number next to it.
    """
    own = held(world.device(ATTACKER))
    if world.usable is None and own is None:
        return Senseless("nothing_known")
    value = own if world.usable is None else world.usable
    part = action.argument or "user"
    guesses = isinstance(value, Reference) and part == "user"
    changed = _neighbour(value, world, design) if guesses else altered(value, part, design)
    return Senseless("no_such_part", (part,)) if changed is None else world.learns(changed)


def _neighbour(reference: Reference, world: World, design: Design) -> Reference | None:
    """Somebody else's id with the next number below this one, else above, without the server's MAC.

    None where ids are not counted, or nobody else has a session. Numbers that answer as nobody are tried and left.
    """
    others = tuple(
        id
        for id, record in world.server.sessions
        if id.maker == SERVER and id != reference.id and record.user not in (None, ATTACKERS_ACCOUNT)
    )
    if not others or design.session_id_generator != "counter":
        return None
    own = reference.id.made if isinstance(reference.id.made, int) else 0
    below = tuple(id for id in others if id.made < own)
    neighbour = max(below, key=lambda id: id.made) if below else min(others, key=lambda id: id.made)
    return Reference(neighbour, genuine=not design.sign_session_id)


def altered(value: Any, part: str, design: Design) -> Any:
    """A credential with that part changed, or one `character`; None if it has no such part."""
    if part == "character" and isinstance(value, Reference):
        return mistyped(value)
    if part == "character" or isinstance(value, Garbled):
        return Garbled(value)
    if isinstance(value, Token):
        # What means nothing by itself has no parts (RFC 6749 1.4: an opaque token is an identifier).
        return None if design.session_type == "opaque_token" else _altered_token(value, part)
    if isinstance(value, StateCookie):
        return Garbled(value) if design.session_type == "encrypted_cookie" else _altered_state(value, part, design)
    return None


def mistyped(reference: Reference) -> Reference:
    """A session id with one character changed is an id too, only one that no server issued."""
    made = reference.id.made
    if isinstance(made, str):
        return Reference(SessionId(f"x{made}", BY_ATTACKER), genuine=False)
    # Below zero, far enough apart: nothing that a server makes, nor another mistyped id, has this number.
    return Reference(SessionId(-100 * made if made > 0 else made - 1, BY_ATTACKER), genuine=False)


def _altered_token(token: Token, part: str) -> Token | None:
    changes: dict[str, dict[str, Any]] = {
        "user": {"sub": VICTIMS_ACCOUNT, "uid": 1},
        "role": {"role": "admin"},
        "exp": {"exp": token.claims.iat + 10**9},
        "aud": {"aud": "https://other.example.test"},
        "iss": {"iss": "https://other.example.test"},
    }
    if part == "signature":
        return replace(token, encoding=token.encoding + 1)
    claims = replace(token.claims, **changes.get(part, {}))
    return None if claims == token.claims else Token(claims, signed_by=forgery.NOBODY)


def _altered_state(cookie: StateCookie, part: str, design: Design) -> StateCookie | None:
    changes: dict[str, dict[str, Any]] = {"user": {"user": VICTIMS_ACCOUNT}, "role": {"role": "admin"}}
    record = replace(cookie.record, **changes.get(part, {}))
    if record == cookie.record:
        return None
    # Without a seal, nothing tells an altered state from one that the server wrote.
    return StateCookie(record, SERVER if design.session_type == "unsigned_cookie" else forgery.NOBODY)


def decode(world: World, action: Action, design: Design) -> World | Senseless:
    """Read what the newest known value says by itself, without any key."""
    value = world.usable
    if value is None:
        return Senseless("nothing_known")
    if isinstance(value, Token) and design.session_type != "opaque_token":
        return world.learns(Fact(value.claims.sub, value.claims.role), value)
    if isinstance(value, StateCookie) and design.session_type != "encrypted_cookie":
        return world.learns(Fact(value.record.user, value.record.role), value)
    return Senseless("nothing_legible")


def forge(world: World, action: Action, design: Design) -> World | Senseless:
    """Make a token for the victim without the server's key, in one of the ways that verification mistakes let pass."""
    account = world.server.account(VICTIMS_ACCOUNT)
    way = action.argument or forgery.ALG_NONE
    sealed = design.decide("session_type", is_sealed_state)
    if account is None or not (design.session_type == "jwt" or (sealed and way == forgery.LEAKED_KEY)):
        return Senseless("no_token_to_forge")
    if sealed:
        record = Record(account.name, world.clock, world.clock, started=FORGED_JTI, password=account.password)
        return world.learns(StateCookie(record, made=None))
    claims = Claims(
        sub=account.name,
        uid=account.uid,
        role=account.role,
        iat=world.clock,
        exp=world.clock + LONG,
        iss=ISSUER,
        aud=AUDIENCE,
        jti=FORGED_JTI,
        version=account.version,
        password=account.password,
    )
    return world.learns(Token(claims, signed_by=way))


def is_sealed_state(session_type: str) -> bool:
    """Is the session a cookie that a key protects?"""
    return session_type in ("signed_cookie", "encrypted_cookie")


VERBS = (
    Verb("alter", ADVERSARY, (ATTACKER,), alter, ("", "user", "role", "exp", "aud", "iss", "character", "signature")),
    Verb("decode", ADVERSARY, (ATTACKER,), decode),
    Verb("forge", ADVERSARY, (ATTACKER,), forge, ("", *forgery.FORGERIES)),
)
