"""What an identity provider asks, and what an application asks of it."""

from __future__ import annotations

from typing import Any

from sessionlab.value import Value


class ProviderUser(Value):
    """Who is logged in at the identity provider, by its session id? Answer: str | None."""

    session: Any


class ProviderBegin(Value):
    """Begin a session at the identity provider. Answer: its id."""

    user: str


class ProviderEnd(Value):
    """End a session at the identity provider. Answer: the user who was logged in, or None."""

    session: Any


class NewCode(Value):
    """A fresh authorization code. Answer: Code."""

    user: str


class RedeemCode(Value):
    """Exchange a code at the token endpoint; it is good once. Answer: the user, or None."""

    code: Any


class KeepTokens(Value):
    """The application's backend keeps tokens for an API with the session. Answer: None."""

    user: str
    tokens: Any


class NoteLogin(Value):
    """The application notes which of its sessions came from the provider, for a logout by back channel."""

    user: str
    credential: Any


class LoginsFrom(Value):
    """The application's sessions of a user that came from the provider. Answer: tuple of credentials."""

    user: str
