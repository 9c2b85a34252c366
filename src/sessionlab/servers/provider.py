"""The simulated identity provider's memory, and the application's note of the logins that came from there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sessionlab.engine import steps as s
from sessionlab.servers.state import ServerState
from sessionlab.tokens.terms import Code, Secret
from sessionlab.value import replace

if TYPE_CHECKING:
    from sessionlab.servers.simulated import At


def user_of(step: s.ProviderUser, state: ServerState, at: At) -> tuple[ServerState, str | None]:
    """Who has this session?"""
    return state, dict(state.provider.sessions).get(step.session)


def begin(step: s.ProviderBegin, state: ServerState, at: At) -> tuple[ServerState, Any]:
    """A new session."""
    id = Secret(at.number, "idp")
    provider = replace(state.provider, sessions=(*state.provider.sessions, (id, step.user)))
    return replace(state, provider=provider), id


def end(step: s.ProviderEnd, state: ServerState, at: At) -> tuple[ServerState, str | None]:
    """End a session."""
    user = dict(state.provider.sessions).get(step.session)
    left = tuple(one for one in state.provider.sessions if one[0] != step.session)
    return replace(state, provider=replace(state.provider, sessions=left)), user


def new_code(step: s.NewCode, state: ServerState, at: At) -> tuple[ServerState, Code]:
    """A code for a user."""
    code = Code(at.number, step.user)
    provider = replace(state.provider, codes=(*state.provider.codes, code))
    return replace(state, provider=provider), code


def redeem(step: s.RedeemCode, state: ServerState, at: At) -> tuple[ServerState, str | None]:
    """Take a code back, once."""
    if step.code not in state.provider.codes:
        return state, None
    left = tuple(code for code in state.provider.codes if code != step.code)
    return replace(state, provider=replace(state.provider, codes=left)), step.code.user


def keep_tokens(step: s.KeepTokens, state: ServerState, at: At) -> tuple[ServerState, None]:
    """Keep tokens for an API with the session."""
    return (state if step.tokens == () else replace(state, api_tokens=(*state.api_tokens, step.tokens))), None


def note(step: s.NoteLogin, state: ServerState, at: At) -> tuple[ServerState, None]:
    """Remember a login that came from the provider."""
    logins = (*state.provider.logins, (step.user, step.credential))
    return replace(state, provider=replace(state.provider, logins=logins)), None


def logins_from(step: s.LoginsFrom, state: ServerState, at: At) -> tuple[ServerState, tuple[Any, ...]]:
    """The logins of a user that came from the provider."""
    return state, tuple(credential for user, credential in state.provider.logins if user == step.user)
