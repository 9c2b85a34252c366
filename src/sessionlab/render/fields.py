"""What self-describing credentials say inside: records and claims as flat fields, and back."""

from __future__ import annotations

import json
import math
from collections.abc import Callable
from typing import Any

from sessionlab.http.message import Client
from sessionlab.tokens.terms import Claims, Record

Spell = Callable[[Any], str]
Read = Callable[[str], Any]
NO_EXPIRY = math.inf
RECORD_FIELDS = frozenset(("user", "role", "created", "seen", "n", "enabled", "pwd", "items", "csrf", "from"))
USUAL_TYPE = "access"


def fields_of_claims(
    claims: Claims, versioned: bool, fingerprinted: bool, spell: Spell, placed: bool = False
) -> dict[str, Any]:
    """The claims of a token as they stand in it. A claim that says nothing here is left out, as real tokens do."""
    fields: dict[str, Any] = {"sub": claims.sub, "uid": claims.uid, "role": claims.role, "iat": claims.iat}
    if claims.exp != NO_EXPIRY:
        fields["exp"] = claims.exp
    fields |= {"iss": claims.iss, "aud": claims.aud, "jti": claims.jti}
    if versioned or claims.version:
        fields["ver"] = claims.version
    if fingerprinted or claims.password:
        fields["pwd"] = claims.password
    if not claims.enabled:
        fields["enabled"] = False
    if claims.csrf is not None:
        fields["csrf"] = spell(claims.csrf)
    if claims.typ != USUAL_TYPE:
        fields["token_use"] = claims.typ
    if claims.family not in (0, claims.jti):
        fields["sid"] = claims.family
    if placed:
        fields["from"] = client_text(claims.client)
    return fields


def client_text(client: Client) -> str:
    """A client as its address, with User-Agent and key where they differ from it."""
    parts = (client.address, client.agent, client.key)
    return client.address if len(set(parts)) == 1 else "/".join(parts)


def client_of(text: str) -> Client:
    """The client that a text names."""
    parts = text.split("/")
    return Client(*(parts * 3 if len(parts) == 1 else parts))


def claims_of(fields: dict[str, Any], read: Read) -> Claims:
    """The claims that the fields of a token say."""
    return Claims(
        sub=fields["sub"],
        uid=fields["uid"],
        role=fields["role"],
        iat=fields["iat"],
        exp=fields.get("exp", NO_EXPIRY),
        iss=fields["iss"],
        aud=fields["aud"],
        jti=fields["jti"],
        version=fields.get("ver", 0),
        password=fields.get("pwd", 0),
        enabled=fields.get("enabled", True),
        csrf=read(fields["csrf"]) if "csrf" in fields else None,
        typ=fields.get("token_use", USUAL_TYPE),
        family=fields.get("sid", fields["jti"]),
        client=client_of(fields.get("from", "")),
    )


def fields_of_record(record: Record, spell: Spell, placed: bool = False) -> dict[str, Any]:
    """The state in a client-side session cookie, as it stands there."""
    fields: dict[str, Any] = {}
    if record.user is not None:
        fields |= {"user": record.user, "role": record.role}
    fields |= {"created": record.created, "seen": record.seen, "n": record.started}
    if record.role != "user" and record.user is None:
        fields["role"] = record.role
    if not record.enabled:
        fields["enabled"] = 0
    if record.password:
        fields["pwd"] = record.password
    if record.items:
        fields["items"] = record.items
    if record.csrf is not None:
        fields["csrf"] = spell(record.csrf)
    if placed:
        fields["from"] = client_text(record.client)
    return fields


def record_of(fields: dict[str, Any], read: Read) -> Record:
    """The state that the fields of a client-side session cookie say; numbers may come as text."""
    if not fields.keys() <= RECORD_FIELDS:
        raise ValueError(fields)
    return Record(
        user=fields.get("user"),
        created=int(fields["created"]),
        seen=int(fields["seen"]),
        started=int(fields["n"]),
        csrf=read(fields["csrf"]) if "csrf" in fields else None,
        role=fields.get("role", "user"),
        enabled=bool(int(fields.get("enabled", 1))),
        password=int(fields.get("pwd", 0)),
        items=int(fields.get("items", 0)),
        client=client_of(fields.get("from", "")),
    )


def packed(fields: dict[str, Any]) -> bytes:
    """Fields as compact JSON."""
    return json.dumps(fields, separators=(",", ":")).encode()


def unpacked(octets: bytes) -> dict[str, Any]:
    """The fields in compact JSON. Raises `ValueError` for anything else."""
    found = json.loads(octets)
    if not isinstance(found, dict):
        raise ValueError(octets)
    return found
