"""The server's side of a trace: its steps and its memory."""

from __future__ import annotations

from sessionlab.value import Value


class Step(Value):
    """One step of the server's logic. `look_up`: it read the server's memory. `tokens`: the credentials it is about."""

    code: str
    text: str
    look_up: bool
    tokens: tuple[str, ...]


class Entry(Value):
    """A session record. `text` is the line `id → record`. `change`: "", "added" or "changed" in this exchange.

    `known_on`, `unknown_on`: the instances that see it and those that do not; empty where there is one. `late`: it is
    deleted, and a replica has not heard of that yet.
    """

    id: str
    token: str
    text: str
    user: str | None
    authenticated: bool
    role: str
    created: int
    seen: int
    items: int
    change: str = ""
    known_on: tuple[str, ...] = ()
    unknown_on: tuple[str, ...] = ()
    late: bool = False


class Denied(Value):
    """A token id on the denylist, and until when. `only_on`: the one instance that knows, where each has its own."""

    jti: int
    until: int | None
    change: str = ""
    only_on: str = ""


class Refresh(Value):
    """A refresh token as the server has it noted. `state`: fresh, used or revoked. `login`: where it comes from."""

    token: str
    text: str
    user: str
    login: int
    state: str
    change: str = ""


class Remembered(Value):
    """A login that the server remembers for a lasting cookie."""

    token: str
    text: str
    user: str
    change: str = ""


class Key(Value):
    """A key that is registered for a user, since second `registered`. `text`: the key, or its name if it signs."""

    token: str
    text: str
    user: str
    registered: int
    change: str = ""


class UsedId(Value):
    """An id that was used at second `at`. `purpose`: nonce, delivery, assertion or proof."""

    purpose: str
    id: str
    at: int
    change: str = ""


class ProviderSession(Value):
    """A session at the identity provider."""

    text: str
    user: str
    change: str = ""


class ProviderCode(Value):
    """A code that the identity provider gave out and nobody has brought back yet."""

    text: str
    user: str
    change: str = ""


class Provider(Value):
    """The identity provider's memory. `logins`: how many logins of the application came from there.

    `kept_tokens`: tokens for an API that the application's backend keeps.
    """

    sessions: tuple[ProviderSession, ...] = ()
    codes: tuple[ProviderCode, ...] = ()
    kept_tokens: tuple[str, ...] = ()
    logins: int = 0


class Account(Value):
    """A user record. `password` and `version` count changes."""

    name: str
    role: str
    enabled: bool
    password: int
    version: int
    change: str = ""


class Deed(Value):
    """Something that the server did in a user's name, and which origin asked for it."""

    user: str
    asked_from: str | None


class Auth(Value):
    """Whom the server believed, and on what ground. `word`: the user, or that nobody was known."""

    user: str | None
    ground: str
    text: str
    word: str
