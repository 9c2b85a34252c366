"""An action is written as who does what, and how."""

from __future__ import annotations

from sessionlab.world.action import Action


def test_an_action_reads_as_a_person_would_write_it():
    assert str(Action("visit", "victim")) == "victim:visit"
    assert str(Action("login", "device2", "wrong")) == "device2:login=wrong"


def test_actions_are_values():
    assert Action("visit", "victim") == Action("visit", "victim", "")
    assert len({Action("visit", "victim"), Action("visit", "attacker")}) == 2
