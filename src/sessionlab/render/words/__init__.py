"""The one catalogue of sentences for people, one file a language.

`say("step.look_up.found", id=...)` fills the sentence with that dotted name. A language is a TOML file
beside this module; keys and placeholders of every file are the same (a test compares them).
"""

from __future__ import annotations

import functools
import tomllib
from importlib import resources
from typing import Any

DEFAULT_LANGUAGE = "en"


@functools.cache
def catalogue(language: str = DEFAULT_LANGUAGE) -> dict[str, str]:
    """All sentences of a language by dotted name. Raises `FileNotFoundError` for a language without a file."""
    text = resources.files(__package__).joinpath(f"{language}.toml").read_text(encoding="utf-8")
    return dict(_flatten(tomllib.loads(text), ""))


def _flatten(table: dict[str, Any], prefix: str) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for key, value in table.items():
        if isinstance(value, dict):
            found.extend(_flatten(value, f"{prefix}{key}."))
        else:
            found.append((prefix + key, value))
    return found


def say(name: str, language: str = DEFAULT_LANGUAGE, /, **details: object) -> str:
    """The sentence of that name with its placeholders filled. Raises `KeyError` if there is none."""
    return catalogue(language)[name].format(**details)
