"""Drawing proofs."""

from __future__ import annotations

from sessionlab.explore.prove import Prover, Question
from sessionlab.terminal.prove import proof_lines, proof_overview
from tests.terminal.test_vocabulary import drawn

GIVEN = (("app_instances", ("one",)), ("client_type", ("browser",)), ("session_type", ("server_session",)))
PROOF = Prover().prove(Question("script_reads_cookie", GIVEN))


def test_a_proof_tells_both_sides_what_decides_and_how_to_see_it() -> None:
    told = " ".join(drawn(proof_lines(PROOF)).split())
    for words in ("It succeeds", "It fails", "What decides: ", "http_only", "See it: session-lab attack"):
        assert words in told


def test_where_nothing_reaches_the_goal_that_is_said() -> None:
    never = Prover().prove(
        Question("script_reads_cookie", (*GIVEN, ("http_only", (True,)), ("credential_transport", ("cookie",))))
    )
    assert "in no design" in drawn(proof_lines(never))


def test_an_overview_has_a_line_for_each() -> None:
    assert "script_reads_cookie" in drawn(proof_overview([PROOF]))
