"""`session-lab prove`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sessionlab.cli.main import lab
from sessionlab.cli.prove import read_given
from sessionlab.errors import Trouble

BROWSER = ("--given", "client_type=browser", "--given", "session_type=server_session,jwt")


@pytest.fixture(autouse=True)
def _own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))


def prove(*arguments: str) -> Result:
    return CliRunner().invoke(lab, ["prove", *arguments])


def test_a_proof_says_what_decides_and_how_to_see_it() -> None:
    told = " ".join(prove("script_reads_cookie", *BROWSER).output.split())
    assert "http_only=false" in told
    assert "session-lab attack script_reads_cookie --set http_only=false" in told


def test_the_answer_can_be_had_as_json_and_its_shares_add_up() -> None:
    told = json.loads(prove("script_reads_cookie", "csrf_form_post", "--json", *BROWSER).output)["attacks"]
    assert list(told) == ["script_reads_cookie", "csrf_form_post"]
    for proof in told.values():
        designs = proof["designs"]
        assert designs["asked"] == designs["reached"] + designs["missed"] + designs["outside"]
        assert set(proof["deciding"]).isdisjoint(proof["irrelevant"])
        assert len(proof["deciding"]) + len(proof["irrelevant"]) == 108


def test_the_answer_can_be_had_as_markdown() -> None:
    assert (
        "| 100 % |" in prove("script_reads_web_storage", "--markdown", "--given", "client_storage=local_storage").output
    )


def test_what_was_proven_is_kept(tmp_path: Path) -> None:
    first = prove("script_reads_cookie", *BROWSER)
    kept = list((tmp_path / "session-lab" / "proofs").iterdir())
    assert len(kept) == 1
    assert prove("script_reads_cookie", *BROWSER).output == first.output
    assert prove("script_reads_cookie", "--no-cache", *BROWSER).output == first.output


def test_many_attacks_are_one_table() -> None:
    names = [f"csrf_{kind}" for kind in ("link_get", "form_post", "image_get", "iframe_get", "fetch_post")]
    names += ["csrf_form_post_fresh_cookie", "csrf_form_post_old_cookie", "script_reads_cookie", "jwt_alg_none"]
    narrow = ("--given", "app_instances=one", "--given", "csrf_defence=none", *BROWSER)
    told = prove(*names, *narrow).output
    assert [name for name in names if name not in told] == []
    assert len(told.splitlines()) <= 2 * len(names)


def test_conditions_are_values_of_switches_and_settings_of_the_browser() -> None:
    given, environment = read_given(["http_only=true,false", "third_party_cookies=blocked", "same_site=lax"])
    assert given == (("http_only", (True, False)), ("same_site", ("lax",)))
    assert environment == {"third_party_cookies": "blocked"}


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("replay_after_logot",), "unknown_name"),
        (("script_reads_cookie", "--given", "http_onlyy=true"), "unknown_switch"),
        (("script_reads_cookie", "--given", "http_only"), "not_a_choice"),
        (("script_reads_cookie", "--given", "session_type=jwt", "--given", "token_revocation="), "unknown_value"),
        (
            ("script_reads_cookie", "--given", "session_type=signed_cookie", "--given", "session_store=redis"),
            "no_such_designs",
        ),
    ],
)
def test_a_wrong_question_is_refused_with_what_would_be_right(arguments: tuple[str, ...], code: str) -> None:
    trouble = prove(*arguments).exception
    assert isinstance(trouble, Trouble)
    assert trouble.code == code
