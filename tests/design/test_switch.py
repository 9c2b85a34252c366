"""A switch and its values."""

from __future__ import annotations

from typing import Any

from sessionlab.design.switch import Switch, of_component, written


def made(**details) -> Switch:
    fields: dict[str, Any] = {
        "id": "a",
        "tier": 1,
        "safe": True,
        "seed_lab": False,
        "meaning": "It is.",
        "source": "definition",
    }
    return Switch(**(fields | details))


def test_a_switch_is_a_plain_yes_or_no_unless_it_has_values():
    assert made().is_yes_no
    assert not made(values=("x", "y"), safe="x", seed_lab="x").is_yes_no


def test_switches_learn_the_component_that_they_belong_to():
    assert [each.component for each in of_component("store", made(), made())] == ["store", "store"]


def test_a_yes_is_written_true():
    assert (written(True), written(False), written("lax")) == ("true", "false", "lax")
