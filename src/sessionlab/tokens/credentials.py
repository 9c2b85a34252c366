"""Which terms are login credentials: what somebody could show to be taken for somebody."""

from __future__ import annotations

from typing import Any

from sessionlab.tokens.machine import ApiKey, Certificate, Signed, SigningKey, Unsigned
from sessionlab.tokens.terms import Garbled, Reference, RememberToken, StateCookie, Token

HELD = (Reference, StateCookie, Token, Garbled, ApiKey, SigningKey, Certificate)
"""What a client keeps between requests."""
PRESENTABLE = (*HELD, RememberToken, Signed, Unsigned)
"""What can be shown to the server, kept or seen on its way."""


def is_credential(value: Any) -> bool:
    """Is this value a login credential (and not, for example, a CSRF secret)?"""
    return isinstance(value, (*HELD, Signed))
