"""A design written down: a flat table of switches, as JSON or TOML. Only text here; who has a file reads it."""

from __future__ import annotations

import json
import tomllib
from typing import Any, Literal

from sessionlab.design.change import difference
from sessionlab.design.choices import Choices, check_choices
from sessionlab.design.design import Design
from sessionlab.design.space import SEED_LAB, design_from
from sessionlab.errors import Trouble

Format = Literal["json", "toml"]


def read_design(text: str, format: Format) -> Choices:
    """The choices that the text of a design file makes. Raises `Trouble` that tells everything wrong with it."""
    table = _json(text) if format == "json" else _toml(text)
    if not isinstance(table, dict):
        raise Trouble("design_not_a_table")
    return check_choices(table)


def write_design(design: Design, base: Design = SEED_LAB) -> str:
    """The text (JSON) of a design file for the design: what differs from `base`. Reading it gives the design back."""
    choices: Choices = {}
    if design.session_type != base.session_type:
        choices["session_type"] = design.session_type
    start = design_from(choices, base)
    choices.update((change.switch, change.new) for change in difference(start, design))
    return json.dumps(choices, indent=2) + "\n"


def _json(text: str) -> Any:
    try:
        return json.loads(text, object_pairs_hook=_each_once)
    except RecursionError:
        raise Trouble("design_too_deep") from None
    except ValueError as error:
        raise Trouble("design_not_json", detail=str(error)) from None


def _toml(text: str) -> Any:
    try:
        return tomllib.loads(text)
    except RecursionError:
        raise Trouble("design_too_deep") from None
    except ValueError as error:
        raise Trouble("design_not_toml", detail=str(error)) from None


def _each_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    table: dict[str, Any] = {}
    for name, value in pairs:
        if name in table:
            raise Trouble("design_says_twice", name=name)
        table[name] = value
    return table
