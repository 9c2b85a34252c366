"""Proofs: exact, and each thing they say can be seen in a single play."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from sessionlab.attacks import attack_named
from sessionlab.design.space import SEED_LAB
from sessionlab.design.switch import SwitchValue
from sessionlab.explore.own_steps import play_out
from sessionlab.explore.portable import unpacked
from sessionlab.explore.prove import Proof, Prover, Question, prove_all
from sessionlab.explore.sets import EMPTY
from sessionlab.explore.universe import design_sets, universe
from sessionlab.value import from_json, replace, to_json

GIVEN = (("client_type", ("browser",)), ("credential_transport", ("cookie",)), ("app_instances", ("one",)))
QUICK = ("script_reads_cookie", "csrf_form_post", "jwt_alg_none", "works_login_sticks")
QUESTIONS = tuple(Question(name, GIVEN) for name in QUICK)


@pytest.fixture(scope="module")
def proofs() -> tuple[Proof, ...]:
    return tuple(prove_all(QUESTIONS))


def reached(proof: Proof, chosen: dict[str, SwitchValue]) -> bool | None:
    return play_out(attack_named(proof.question.attack), replace(SEED_LAB, **chosen))


def test_the_three_parts_are_all_designs_that_were_asked_about(proofs: tuple[Proof, ...]) -> None:
    sets = design_sets()
    asked = universe(sets, dict(GIVEN))
    for proof in proofs:
        parts = unpacked(sets, proof.designs)
        assert sets.union(list(parts)) == asked
        assert [sets.count(part) for part in parts] == [proof.reached, proof.missed, proof.outside]
        assert sum((proof.reached, proof.missed, proof.outside)) == sets.count(asked)
        assert sets.both(parts[0], parts[1]) == sets.both(parts[0], parts[2]) == sets.both(*parts[1:]) == EMPTY


def test_the_tables_divide_what_was_reached_from_what_was_missed(proofs: tuple[Proof, ...]) -> None:
    sets = design_sets()
    for proof in proofs:
        yes, no, _ = unpacked(sets, proof.designs)
        for cubes, inside, touched in ((proof.reached_by, yes, no), (proof.missed_by, no, yes)):
            area = sets.union([sets.cube(dict(cube.conditions)) for cube in cubes])
            assert sets.minus(inside, area) == sets.both(touched, area) == EMPTY


def test_the_example_is_a_design_under_which_the_goal_is_reached(proofs: tuple[Proof, ...]) -> None:
    for proof in proofs:
        assert proof.example is not None
        assert reached(proof, {change.switch: change.new for change in proof.example}) is True


def test_one_switch_makes_the_difference_between_the_two_of_a_pair(proofs: tuple[Proof, ...]) -> None:
    for proof in proofs:
        assert proof.pair is not None
        others = {change.switch: change.new for change in proof.pair.others}
        assert reached(proof, {**others, proof.pair.switch: proof.pair.reached_with}) is True
        assert reached(proof, {**others, proof.pair.switch: proof.pair.missed_with}) is False
        assert proof.pair.switch in proof.deciding


def test_httponly_and_the_path_decide_whether_a_script_reads_the_cookie(proofs: tuple[Proof, ...]) -> None:
    """6265bis 5.8.3 (retrieval): no HttpOnly cookie for a non-HTTP API, and only where the path matches."""
    assert proofs[0].deciding == ("cookie_path", "http_only")


def test_an_executor_finds_the_same(proofs: tuple[Proof, ...]) -> None:
    with ThreadPoolExecutor(1) as executor:
        found = {proof.question: proof for proof in prove_all(QUESTIONS, executor)}
    assert [to_json(found[proof.question]) for proof in proofs] == [to_json(proof) for proof in proofs]


def test_a_proof_can_be_written_and_read(proofs: tuple[Proof, ...]) -> None:
    assert [from_json(to_json(proof), Proof) for proof in proofs] == list(proofs)


def test_an_explorer_that_has_grown_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sessionlab.explore.prove.MOST_NODES", 0)
    prover = Prover()
    assert prover.prove(QUESTIONS[0]).reached == prover.prove(QUESTIONS[0]).reached
