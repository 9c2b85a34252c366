"""Which terms are login credentials: what somebody could show to be taken for somebody."""

from __future__ import annotations

from typing import Any

from sessionlab.tokens.machine import ApiKey, Certificate, Signed, SigningKey, Unsigned
from sessionlab.tokens.terms import Garbled, Reference, RememberToken, StateCookie, Token

HELD = frozenset((Reference, StateCookie, Token, Garbled, ApiKey, SigningKey, Certificate))
"""What a client keeps between requests. None of these kinds has subclasses: a value's type tells its kind."""
CREDENTIALS = HELD | {Signed}
"""What is taken for a login, kept or made for one request."""
PRESENTABLE = CREDENTIALS | {RememberToken, Unsigned}
"""What can be shown to the server, kept or seen on its way."""


def is_credential(value: Any) -> bool:
    """Is this value a login credential (and not, for example, a CSRF secret)?"""
    return type(value) in CREDENTIALS


def is_presentable(value: Any) -> bool:
    """Is this value something that can be shown to the server, kept or seen on its way?"""
    return type(value) in PRESENTABLE
