"""Proofs on disk."""

from __future__ import annotations

from pathlib import Path

import pytest

from sessionlab.cli.proof_cache import ProofCache, default_folder, engine_hash
from sessionlab.explore.prove import Proof, Prover, Question

QUESTION = Question("script_reads_cookie", (("client_type", ("browser",)), ("session_type", ("server_session",))))


@pytest.fixture(scope="module")
def proof() -> Proof:
    return Prover().prove(QUESTION)


def test_what_was_kept_is_found(tmp_path: Path, proof: Proof) -> None:
    ProofCache(tmp_path).keep(proof)
    cache = ProofCache(tmp_path)
    assert (cache.find(QUESTION), cache.find(Question("csrf_form_post")), cache.stale) == (proof, None, 0)


def test_what_another_engine_found_is_stale(tmp_path: Path, proof: Proof, monkeypatch: pytest.MonkeyPatch) -> None:
    ProofCache(tmp_path).keep(proof)
    monkeypatch.setattr("sessionlab.cli.proof_cache.engine_hash", lambda: "another")
    cache = ProofCache(tmp_path)
    assert (cache.find(QUESTION), cache.stale) == (None, 1)


def test_a_broken_file_is_as_good_as_none(tmp_path: Path, proof: Proof) -> None:
    cache = ProofCache(tmp_path)
    cache.keep(proof)
    for file in tmp_path.iterdir():
        file.write_bytes(b"{")
    assert cache.find(QUESTION) is None


def test_a_folder_that_cannot_be_written_keeps_nothing(tmp_path: Path, proof: Proof) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    cache = ProofCache(tmp_path / "file")
    cache.keep(proof)
    assert cache.find(QUESTION) is None


def test_the_folder_is_the_users_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert default_folder().is_relative_to(tmp_path)
    assert engine_hash() == engine_hash()
