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
    """A session record. `text` is the line `id → record`. `change`: "", "added" or "changed" in this exchange."""

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


class Denied(Value):
    """A token id on the denylist, and until when."""

    jti: int
    until: int | None
    change: str = ""


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
