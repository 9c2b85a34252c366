"""Proofs as data and Markdown."""

from __future__ import annotations

import pytest

from sessionlab.explore.cubes import Cube
from sessionlab.explore.prove import Prover, Question
from sessionlab.render.proof import command, condition, conditions, markdown, outcomes, percent, proof_data

GIVEN = (("app_instances", ("one",)), ("client_type", ("browser",)), ("session_type", ("server_session",)))
PROOF = Prover().prove(Question("script_reads_cookie", GIVEN))
WORKS = Prover().prove(Question("works_login_sticks", GIVEN))


def test_one_value_is_said_and_of_many_those_that_are_missing() -> None:
    assert condition("http_only", (True,)) == "http_only=true"
    assert condition("same_site", ("lax", "strict", "none")) == "same_site≠unset"
    assert conditions(Cube((), 1.0)) == "always"


@pytest.mark.parametrize(
    ("share", "told"), [(0, "0 %"), (0.00001, "< 0.01 %"), (0.5, "50 %"), (0.99999, "> 99.99 %"), (1, "100 %")]
)
def test_a_share_is_never_rounded_to_none_or_all(share: float, told: str) -> None:
    assert percent(share) == told


def test_an_attack_succeeds_and_a_use_works() -> None:
    assert outcomes(PROOF) == ("It succeeds", "It fails")
    assert outcomes(WORKS) == ("It works", "It is broken")


def test_the_data_has_every_row_and_every_switch_on_one_side() -> None:
    data = proof_data(PROOF)
    assert (len(data["reached_when"]), len(data["missed_when"])) == (len(PROOF.reached_by), len(PROOF.missed_by))
    assert len(data["deciding"]) + len(data["irrelevant"]) == 108
    assert data["given"] == {name: list(values) for name, values in GIVEN}
    assert sum(data["shares"].values()) == pytest.approx(1)


def test_the_command_is_one_that_shows_it() -> None:
    assert command(PROOF) == "session-lab attack script_reads_cookie --set http_only=false"


def test_markdown_has_a_heading_and_two_tables() -> None:
    lines = list(markdown([PROOF]))
    assert lines[0].startswith("## ")
    assert lines.count("|---|---|") == 2
