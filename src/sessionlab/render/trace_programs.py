"""What the server keeps of programs, and what the identity provider keeps: keys, used ids, sessions, codes."""

from __future__ import annotations

from sessionlab.engine.provider import HOST as PROVIDER_HOST
from sessionlab.http.message import Request
from sessionlab.render import form
from sessionlab.render.pen import Pen
from sessionlab.render.registry import Registry
from sessionlab.servers.state import ServerState
from sessionlab.world.places import APP_HOST

APPLICATION, PROVIDER, ATTACKERS_HOST = "application", "provider", "attackers_host"


def keys(was: ServerState, now: ServerState, pen: Pen, registry: Registry) -> tuple[form.Key, ...]:
    """The registered keys; of one that signs only the name is told."""
    return tuple(
        form.Key(registry.name(known.key) or "", pen.key_name(known.key), known.user, known.at, _new(known, was.keys))
        for known in now.keys
    )


def used_ids(was: ServerState, now: ServerState) -> tuple[form.UsedId, ...]:
    """The ids of nonces, deliveries, assertions and proofs that were used, and of which there is a memory."""
    return tuple(form.UsedId(seen.purpose, str(seen.id), seen.at, _new(seen, was.seen)) for seen in now.seen)


def provider(was: ServerState, now: ServerState, pen: Pen) -> form.Provider:
    """The identity provider's own memory, and how many logins of the application came from there."""
    before = was.provider
    sessions = tuple(
        form.ProviderSession(pen.text(id), user, _new((id, user), before.sessions))
        for id, user in now.provider.sessions
    )
    codes = tuple(form.ProviderCode(pen.text(code), code.user, _new(code, before.codes)) for code in now.provider.codes)
    kept = tuple(pen.text(token) for tokens in now.api_tokens for token in tokens)
    return form.Provider(sessions, codes, kept, len(now.provider.logins))


def _new(one: object, before: tuple[object, ...]) -> str:
    return "" if one in before else "added"


def served_by(request: Request | None, instance: str) -> str:
    """Who worked on a request: an instance of the application, the identity provider, or a host of the attacker's."""
    if request is None:
        return ""
    if request.url.host == PROVIDER_HOST:
        return PROVIDER
    return (instance or APPLICATION) if request.url.host == APP_HOST else ATTACKERS_HOST
