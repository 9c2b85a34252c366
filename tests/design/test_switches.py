"""The components say exactly what the data of the design space says."""

from __future__ import annotations

import json
from fnmatch import fnmatchcase
from pathlib import Path

import pytest

from sessionlab.design.environment import SETTINGS
from sessionlab.design.rule import Conditions
from sessionlab.design.switches import IMPLIED, IMPOSSIBLE, IRRELEVANT, REJECTED_BY_BROWSER, SWITCHES, switch
from sessionlab.errors import Trouble
from tests.repository.project import SOURCE

DATA = json.loads((Path(__file__).parent / "data" / "design_space.json").read_text())
IDS = [row["id"] for row in DATA["switches"]]


def plain(conditions: Conditions) -> list[tuple[str, list[object]]]:
    return sorted((name, list(values)) for name, values in conditions)


def read(conditions: dict[str, list[object]]) -> list[tuple[str, list[object]]]:
    return sorted(conditions.items())


def test_there_are_the_108_switches_of_the_data_in_its_order():
    assert [each.id for each in SWITCHES] == IDS
    assert len(IDS) == 108


@pytest.mark.parametrize("row", DATA["switches"], ids=IDS)
def test_a_switch_has_the_component_tier_values_and_defaults_of_the_data(row: dict):
    found = switch(row["id"])
    assert (found.component, found.tier, list(found.values)) == (row["component"], row["tier"], row["values"])
    assert {"safe": found.safe, "seed_lab": found.seed_lab} == row["default"]


@pytest.mark.parametrize("row", DATA["environment"], ids=lambda row: row["id"])
def test_a_setting_has_the_values_and_default_of_the_data(row: dict):
    (found,) = (setting for setting in SETTINGS if setting.id == row["id"])
    assert (list(found.values), found.seed_lab) == (row["values"], row["default"])
    assert len(SETTINGS) == len(DATA["environment"])


def test_implied_values_are_those_of_the_data():
    assert {rule.session_type: dict(rule.values) for rule in IMPLIED} == DATA["implied_values"]


def test_impossible_combinations_are_those_of_the_data():
    ours = [(plain(rule.when), plain(rule.then)) for rule in IMPOSSIBLE]
    theirs = [(read(rule["if"]), read(rule["then"])) for rule in DATA["impossible"]]
    assert sorted(ours, key=repr) == sorted(theirs, key=repr)


def test_what_browsers_reject_is_that_of_the_data():
    ours = [sorted(rule.when) for rule in REJECTED_BY_BROWSER]
    theirs = [sorted(when.items()) for when in DATA["rejected_by_browser"]]
    assert sorted(ours, key=repr) == sorted(theirs, key=repr)


def test_what_is_irrelevant_is_that_of_the_data():
    ours = {(name, repr(plain(rule.unless))) for rule in IRRELEVANT for name in rule.switches}
    theirs = set()
    for rule in DATA["irrelevant"]:
        unless = {name: expanded(name, values) for name, values in rule["unless"].items()}
        patterns = rule["switch"].split("|")
        theirs |= {
            (name, repr(read(unless))) for name in IDS if any(fnmatchcase(name, pattern) for pattern in patterns)
        }
    assert ours == theirs


def expanded(name: str, values: list[object] | str) -> list[object]:
    if isinstance(values, str):
        excluded = values.removeprefix("not ")
        return [value for value in switch(name).values if value != excluded]
    return values


def test_each_component_is_one_file_and_each_switch_stands_in_the_file_of_its_component():
    for each in SWITCHES:
        text = (SOURCE / "design" / f"{each.component}.py").read_text()
        assert f'"{each.id}"' in text
    files = {path.stem for path in (SOURCE / "design").glob("*.py") if "of_component(" in path.read_text()}
    assert files == {each.component for each in (*SWITCHES, *SETTINGS)} | {"switch"}


@pytest.mark.parametrize("each", [*SWITCHES, *SETTINGS], ids=lambda each: each.id)
def test_a_switch_explains_itself_and_begins_with_a_value_that_it_has(each):
    assert each.meaning.endswith(".")
    assert each.source
    assert each.seed_lab in each.values
    assert each.safe in each.values


def test_rules_speak_of_switches_and_values_that_exist():
    conditions = [rule.when for rule in IMPOSSIBLE] + [rule.then for rule in IMPOSSIBLE]
    conditions += [rule.unless + rule.also for rule in IRRELEVANT]
    pairs: list[tuple[str, object]] = [
        (name, value) for each in conditions for name, values in each for value in values
    ]
    pairs += [pair for rule in (*IMPLIED,) for pair in rule.values]
    pairs += [pair for rule in REJECTED_BY_BROWSER for pair in rule.when]
    assert [(name, value) for name, value in pairs if value not in switch(name).values] == []


def test_an_unknown_switch_is_answered_with_the_nearest_names():
    with pytest.raises(Trouble) as caught:
        switch("sesion_type")
    assert caught.value.code == "unknown_switch"
    assert caught.value.details["nearest"][0] == "session_type"


def test_a_name_like_no_switch_is_answered_without_a_guess():
    with pytest.raises(Trouble) as caught:
        switch("%%%")
    assert caught.value.code == "unlike_any_switch"
