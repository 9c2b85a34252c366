"""Frameworks to start from."""

from __future__ import annotations

from sessionlab.design.space import FIRST_SCREEN, design_from
from sessionlab.presets.presets import PRESETS, design_of
from sessionlab.web.presets import presets


def test_every_preset_is_offered_once_under_its_framework():
    told = [(family.name, one) for family in presets().frameworks for one in family.presets]
    assert [one.id for _, one in told] == [preset.id for preset in PRESETS]
    assert [one.id for name, one in told if not one.name.startswith(name)] == []
    names = [family.name for family in presets().frameworks]
    assert len(set(names)) == len(names)


def test_a_framework_s_name_has_no_version():
    assert [family.name for family in presets().frameworks if any(letter.isdigit() for letter in family.name)] == []


def test_what_the_page_changes_gives_the_preset_s_design():
    told = {one.id: one.design for family in presets().frameworks for one in family.presets}
    wrong = [preset.id for preset in PRESETS if design_from(told[preset.id], FIRST_SCREEN) != design_of(preset)]
    assert wrong == []


def test_what_surprises_people_is_said_in_sentences():
    """Measured: Flask's session is in the cookie, and logging out does not stop a copy."""
    told = {one.id: one.surprises for family in presets().frameworks for one in family.presets}
    assert any("Logging out does not stop a copy" in text for text in told["flask_permanent"])
    assert not any("Logging out does not stop a copy" in text for text in told["django_db"])
