"""What somebody does with a copied credential: copy it, replay it."""

from __future__ import annotations

from typing import Any

from sessionlab.browser.outgoing import Send
from sessionlab.design.design import Design
from sessionlab.engine.cookie_out import cookie_name
from sessionlab.engine.machine.certificate import HEADER as CERTIFICATE_HEADER
from sessionlab.engine.proofs import HEADER as PROOF_HEADER
from sessionlab.engine.remember import COOKIE
from sessionlab.http.message import Pairs, Request
from sessionlab.servers.state import VICTIM as VICTIMS_ACCOUNT
from sessionlab.tokens.machine import Certificate, DpopProof, Signed, SigningKey, Unsigned
from sessionlab.tokens.terms import RememberToken, Token
from sessionlab.value import replace
from sessionlab.world.action import Action
from sessionlab.world.own_page import held
from sessionlab.world.places import app
from sessionlab.world.presenting import About, Carried, place, present
from sessionlab.world.state import ATTACKER, DEVICES, VICTIM, World
from sessionlab.world.verbs.login_state import ALTERED
from sessionlab.world.verbs.refreshing import copy_refresh_token
from sessionlab.world.verbs.verb import ADVERSARY, Senseless, Verb


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
        # An ID token is signed claims (OIDC Core 2), which no opaque token is.
        if not isinstance(own, Token) or design.session_type == "opaque_token":
            return Senseless("no_id_token")
        return world.learns(replace(own, claims=replace(own.claims, typ="id")))
    if action.argument == "with_proofs":
        return _with_proofs(world, design)
    credential = held(world.device(action.argument or DEVICES[0]))
    return Senseless("nothing_to_copy") if credential is None else world.learns(credential)


def _with_proofs(world: World, design: Design) -> World | Senseless:
    """Whoever controls the client for a moment has its key sign a proof for a later request (RFC 9449 11.2)."""
    token = held(world.device(VICTIM))
    if not isinstance(token, Token) or design.sender_constraint != "dpop":
        return Senseless("no_key_to_prove")
    return world.learns(DpopProof(world.server.requests + 1, "GET", "/me", world.clock, VICTIM), token)


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
        return _with_the_rest(observed(value, way, design), world.passing)
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
    fields = ALTERED if way == "altered_body" else signed.fields
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


def _with_the_rest(send: Send, seen: Request | None) -> Send:
    """What else the request had when it was seen: cookies, headers, its form's token (RFC 9421 7.2.2: replay)."""
    if seen is None:
        return send
    own = {name for name, _ in send.headers}
    headers = (*send.headers, *(pair for pair in seen.headers if pair[0] not in own))
    return replace(send, cookies=seen.cookies, headers=headers)


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
        ("", *DEVICES, "remember", "id_token", "refresh", "with_proofs"),
        "c",
    ),
    Verb("replay", ADVERSARY, (ATTACKER,), replay, ("", *WAYS), "r"),
)
