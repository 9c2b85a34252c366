"""What there is to choose from, on the command line."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner, Result

from sessionlab.cli.main import lab
from sessionlab.cookies.policy import POLICIES
from sessionlab.design.environment import SETTINGS
from sessionlab.design.switches import SWITCHES
from sessionlab.errors import Trouble


def run(*arguments: str) -> Result:
    return CliRunner().invoke(lab, arguments)


def test_all_switches_and_settings_are_listed():
    output = run("switches").output
    assert [each.id for each in (*SWITCHES, *SETTINGS) if f"\n  {each.id}  " not in output] == []


def test_one_switch_is_shown_with_its_values_rules_and_sources():
    output = run("switches", "hsts").output
    assert "include_subdomains  (advised)" in output
    assert "goes only with" in output
    assert "https://www.rfc-editor.org/rfc/rfc6797\n" in output


def test_a_component_can_be_shown_alone():
    output = run("switches", "monitoring").output
    assert "session_list" in output
    assert "http_only" not in output


def test_a_tier_can_be_shown_alone():
    rows = json.loads(run("switches", "--tier", "1", "--json").output)
    assert [row["id"] for row in rows] == [each.id for each in SWITCHES if each.tier == 1]


def test_switches_can_be_had_as_json():
    rows = {row["id"]: row for row in json.loads(run("switches", "--json").output)}
    assert len(rows) == 111
    assert rows["tls"]["values"] == ["https_only", "https_with_http_port_open", "http_only"]


def test_a_mistyped_switch_is_answered_with_the_nearest():
    outcome = run("switches", "htp_only")
    assert isinstance(outcome.exception, Trouble)
    assert outcome.exception.details["nearest"] == ("http_only",)


def test_all_policies_are_listed_with_their_differences_from_the_default():
    output = run("policies").output
    assert [each.name for each in POLICIES if each.name not in output] == []
    assert "default_same_site: none (default: lax_with_2_minute_post_window)" in output


def test_one_policy_is_shown_with_the_source_of_each_rule():
    output = run("policies", "chromium-156").output
    assert "most_octets: 4096" in output
    assert "6265bis" in output


def test_policies_can_be_had_as_json():
    assert [row["name"] for row in json.loads(run("policies", "--json").output)] == [each.name for each in POLICIES]


def test_an_unknown_policy_is_answered_with_the_known_ones():
    outcome = run("policies", "chromium")
    assert isinstance(outcome.exception, Trouble)


@pytest.mark.parametrize(
    "arguments", [["switches"], ["switches", "session_type"], ["policies"], ["policies", "rfc6265"]]
)
def test_nothing_is_wider_than_80_columns_when_piped_but_an_address(arguments: list[str]):
    lines = run(*arguments).output.splitlines()
    assert [line for line in lines if len(line) > 80 and "https://" not in line] == []
    assert [line for line in lines if line != line.rstrip()] == []
