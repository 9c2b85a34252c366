"""Proofs kept on disk: each as long as the engine that found it is the same."""

from __future__ import annotations

import hashlib
import os
from contextlib import suppress
from pathlib import Path

import msgspec

import sessionlab
from sessionlab.explore.prove import Proof, Question
from sessionlab.value import from_json, to_json

NOT_ASKED = ("cli", "web", "terminal", "render", "lessons", "card", "observe", "presets", "rules")
"""Packages that no proof depends on."""


def default_folder() -> Path:
    """Where proofs are kept: `session-lab` in the user's cache folder (XDG Base Directory)."""
    base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(base) / "session-lab" / "proofs"


def engine_hash() -> str:
    """The hash of all source that a proof depends on."""
    root = Path(sessionlab.__file__).parent
    digest = hashlib.sha256()
    for path in sorted(root.rglob("*.py")):
        place = path.relative_to(root)
        if place.parts[0] not in NOT_ASKED:
            digest.update(place.as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


class Kept(msgspec.Struct):
    """What a file holds: the proof, and the engine that found it."""

    engine: str
    proof: Proof


class ProofCache:
    """`folder`: where the files are. `stale`: how many proofs were met that another engine found."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._engine = engine_hash()
        self.stale = 0

    def find(self, question: Question) -> Proof | None:
        """The proof that this engine found earlier, if it is there and can be read."""
        try:
            kept = from_json(self._file(question).read_bytes(), Kept)
        except (OSError, msgspec.DecodeError):
            return None
        if kept.engine != self._engine:
            self.stale += 1
            return None
        return kept.proof

    def keep(self, proof: Proof) -> None:
        """Keep a proof. A folder that cannot be written keeps nothing, and is no reason to stop."""
        file = self._file(proof.question)
        part = file.with_suffix(f".{os.getpid()}")
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            part.write_bytes(to_json(Kept(self._engine, proof)))
            part.replace(file)
        except OSError:
            with suppress(OSError):
                part.unlink()

    def _file(self, question: Question) -> Path:
        return self._folder / f"{question.attack}-{hashlib.sha256(to_json(question)).hexdigest()[:16]}.json"
