"""The server's secret keys, random and different at each start."""

from __future__ import annotations

import os
import secrets
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path

import msgspec

from sessionlab.value import from_json

OCTETS = 32
FILE = "keys.json"


@dataclass(frozen=True)
class Keys:
    """One key for each purpose (NIST SP 800-57 5.2: a key has one use). They never show in a text of this value.

    `tokens`, `signing`, `sealing`: what makes logins good. `lasting`: for what is no login, such as CSRF secrets.
    """

    tokens: bytes = field(repr=False)
    signing: bytes = field(repr=False)
    sealing: bytes = field(repr=False)
    lasting: bytes = field(repr=False)


def fresh_keys() -> Keys:
    """New random keys."""
    return Keys(*(secrets.token_bytes(OCTETS) for _ in range(4)))


def renewed(keys: Keys) -> Keys:
    """New keys for logins; what is no login keeps its own."""
    return replace(fresh_keys(), lasting=keys.lasting)


def kept_keys(folder: Path) -> Keys:
    """The keys that a folder holds, or new ones that it holds from now on, readable by its owner alone.

    Raises `msgspec.DecodeError` if the file there is no file of keys.
    """
    path = folder / FILE
    if path.exists():
        return from_json(path.read_bytes(), Keys)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    keys = fresh_keys()
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(msgspec.json.encode(asdict(keys)))
    return keys
