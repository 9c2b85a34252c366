"""What the logic asks about users, and does for them."""

from __future__ import annotations

from typing import Any

from sessionlab.value import Value


class Account(Value):
    """A user record. `password` and `version` count changes; `version` is what `token_version` compares.

    `chosen`: the password that was chosen last, "" as long as it is the first one.
    """

    name: str
    uid: int
    role: str = "user"
    enabled: bool = True
    password: int = 0
    version: int = 0
    chosen: str = ""


class FindAccount(Value):
    """Read the user record. Answer: Account | None."""

    name: str


class CheckPassword(Value):
    """Compare a password with the user record. `password` is the text that was sent. Answer: bool."""

    name: str
    password: Any


class ChangeAccount(Value):
    """Change the user record: `what` is `password`, `role`, `disable` or `version`. Answer: Account."""

    name: str
    what: str
    value: Any = None


class Perform(Value):
    """Carry out the user's act (a transfer, an order). `asked_from`: the Origin that asked. Answer: None.

    `kind`: which act, as the request's body says it; None for the usual one.
    """

    user: str
    asked_from: Any
    role: str
    kind: Any = None
