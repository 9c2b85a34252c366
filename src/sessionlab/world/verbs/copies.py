"""What somebody does with a copied credential: copy it, replay it, alter it."""

from __future__ import annotations

from typing import Any

from sessionlab.browser.outgoing import Send
from sessionlab.design.design import Design
from sessionlab.engine.cookie_out import cookie_name
from sessionlab.engine.machine.certificate import HEADER as CERTIFICATE_HEADER
from sessionlab.engine.proofs import HEADER as PROOF_HEADER
from sessionlab.engine.remember import COOKIE
from sessionlab.engine.self_contained import AUDIENCE, ISSUER
from sessionlab.http.message import Pairs
from sessionlab.servers.state import ATTACKER as ATTACKERS_ACCOUNT
from sessionlab.servers.state import VICTIM as VICTIMS_ACCOUNT
from sessionlab.tokens import forgery
from sessionlab.tokens.machine import Certificate, DpopProof, Signed, SigningKey, Unsigned
from sessionlab.tokens.terms import ATTACKER as BY_ATTACKER
from sessionlab.tokens.terms import (
    SERVER,
    Claims,
    Fact,
    Garbled,
    Record,
    Reference,
    RememberToken,
    SessionId,
    StateCookie,
    Token,
)
from sessionlab.value import replace
from sessionlab.world.action import Action
from sessionlab.world.own_page import held
from sessionlab.world.places import app
from sessionlab.world.presenting import About, Carried, place, present
from sessionlab.world.state import ATTACKER, DEVICES, VICTIM, World
from sessionlab.world.verbs.refreshing import copy_refresh_token
from sessionlab.world.verbs.verb import ADVERSARY, Senseless, Verb

LONG = 10**6
FORGED_JTI = -1


def copy_credential(world: World, action: Action, design: Design) -> World | Senseless:
    """Get a copy of the credential that a browser holds, by whatever way; nothing changes there."""
    if action.argument == "remember":
        jar = world.device(VICTIM).jar
        lasting = next((cookie.value for cookie in jar if isinstance(cookie.value, RememberToken)), None)
        return Senseless("nothing_to_copy") if lasting is None else world.learns(lasting)
    if action.argument == "refresh":
        return copy_refresh_token(world, design)
    if action.argument == "id_token":
        own = held(world.device(VICTIM))
        if not isinstance(own, Token):
            return Senseless("no_id_token")
        return world.learns(replace(own, claims=replace(own.claims, typ="id")))
    credential = held(world.device(action.argument or DEVICES[0]))
    return Senseless("nothing_to_copy") if credential is None else world.learns(credential)


def replay(world: World, action: Action, design: Design) -> World | Senseless:
    """Send the newest known value from a bare tool, exactly as a genuine client would carry it.

    `same_bytes`, `altered_body`, `altered_target`: a request that was seen on its way, as it was or changed.
    `with_proof`, `other_endpoint`: with the DPoP proof that was seen beside it. `unsigned`, `spoofed_header`: only a
    claim to be the victim. `other_agent`: without imitating the victim's User-Agent.
    """
    send = _replayed(world, action.argument, design)
    if isinstance(send, Senseless):
        return send
    # Whoever has the value has usually seen the User-Agent too.
    return replace(world, agenda=(send if action.argument == "other_agent" else replace(send, agent=VICTIM),))


def _replayed(world: World, way: str, design: Design) -> Send | Senseless:
    if way == "unsigned":
        return bare(Unsigned(VICTIMS_ACCOUNT), "/action", design, world)
    if way == "spoofed_header":
        url = app("/me", design)
        return Send(ATTACKER, "GET", url, "visit", headers=((CERTIFICATE_HEADER, VICTIM),), bare=True)
    value = world.usable
    if value is None:
        return Senseless("nothing_known")
    if isinstance(value, Signed):
        return observed(value, way, design)
    send = bare(value, "/action" if way == "other_endpoint" else _PATHS.get(way, "/me"), design, world)
    if way not in ("with_proof", "other_endpoint"):
        return send
    proof = next((one for one in reversed(world.known) if isinstance(one, DpopProof)), None)
    if proof is None:
        return Senseless("nothing_known")
    others = tuple(pair for pair in send.headers if pair[0] != PROOF_HEADER)
    return replace(send, headers=(*others, (PROOF_HEADER, proof)))


_PATHS = {"action": "/action", "logout": "/logout"}


def observed(signed: Signed, way: str, design: Design) -> Send:
    """A signed request that somebody saw on its way: the same bytes, or a part of them changed."""
    carried: Carried = design.decide("credential_transport", place, signed)
    fields = (("kind", "another"),) if way == "altered_body" else signed.fields
    path = "/action" if way in ("altered_target", "action") else signed.path
    method = "POST" if path == "/action" else signed.method
    return Send(
        ATTACKER,
        method,
        app(path, design),
        "visit",
        headers=carried.headers,
        fields=(*fields, *carried.fields),
        query=carried.query,
        bare=True,
    )


def bare(credential: Any, path: str, design: Design, world: World | None = None, who: str = ATTACKER) -> Send:
    """A request of a tool that stores nothing: with this credential in the place that the design uses.

    `who`: whose key makes the proofs that the design asks for.
    """
    if isinstance(credential, RememberToken):
        return Send(ATTACKER, "GET", app(path, design), "visit", cookies=((COOKIE, credential),), bare=True)
    # What signs, or proves itself in the handshake, is never sent, so no cookie carries it.
    in_cookie = design.credential_transport == "cookie" and not isinstance(credential, (SigningKey, Certificate))
    clock, number = (0, 0) if world is None else (world.clock, world.server.requests + 1)
    method = "GET" if path == "/me" else "POST"
    about = About(method, path, (), clock, number, who)
    carried = Carried() if in_cookie else present(credential, about, design)
    cookies: Pairs = ((cookie_name(design), credential),) if in_cookie else ()
    return Send(
        ATTACKER,
        "POST" if carried.fields else method,
        app(path, design),
        "visit",
        cookies=cookies,
        headers=carried.headers,
        fields=carried.fields,
        query=carried.query,
        bare=True,
        key=carried.key,
    )


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
    neighbour = max(below, key=_number) if below else min(others, key=_number)
    return Reference(neighbour, genuine=not design.sign_session_id)


def _number(id: SessionId) -> int:
    return int(id.made)


def altered(value: Any, part: str, design: Design) -> Any:
    """A credential with that part changed, or one `character`; None if it has no such part."""
    if part == "character" and isinstance(value, Reference):
        return mistyped(value)
    if part == "character" or isinstance(value, Garbled):
        return Garbled(value)
    if isinstance(value, Token):
        return _altered_token(value, part)
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


WAYS = (
    "action",
    "logout",
    "other_agent",
    "same_bytes",
    "altered_body",
    "altered_target",
    "with_proof",
    "other_endpoint",
    "unsigned",
    "spoofed_header",
)
VERBS = (
    Verb(
        "copy_credential",
        ADVERSARY,
        (ATTACKER,),
        copy_credential,
        ("", *DEVICES, "remember", "id_token", "refresh"),
        "c",
    ),
    Verb("replay", ADVERSARY, (ATTACKER,), replay, ("", *WAYS), "r"),
    Verb("alter", ADVERSARY, (ATTACKER,), alter, ("", "user", "role", "exp", "aud", "iss", "character", "signature")),
    Verb("decode", ADVERSARY, (ATTACKER,), decode),
    Verb("forge", ADVERSARY, (ATTACKER,), forge, ("", *forgery.FORGERIES)),
)
