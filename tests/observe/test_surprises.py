"""What surprises people, found in the observations alone."""

from __future__ import annotations

import pytest

from sessionlab.observe.experiments import observe
from sessionlab.observe.surprises import SURPRISES, surprises
from sessionlab.presets.presets import PRESETS, design_of, preset_named


def of(name: str) -> tuple[str, ...]:
    return surprises(observe(design_of(preset_named(name))))


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("flask_permanent", "copy_survives_logout"),
        ("flask_permanent", "user_legible"),
        ("express_session", "planted_id_logged_in"),
        ("express_session", "restart_logs_out"),
        ("django_signed_naive", "copy_survives_logout"),
        ("laravel_file", "late_write_undoes_logout"),
    ],
)
def test_known_surprises_are_found(name: str, code: str):
    """As measured: the rows of tests/observe/data."""
    assert code in of(name)


@pytest.mark.parametrize("code", ["copy_survives_logout", "planted_id_logged_in", "restart_logs_out"])
def test_django_with_its_database_does_not_surprise_in_these(code: str):
    assert code not in of("django_db")


def test_no_code_is_used_twice_and_most_are_seen_somewhere():
    codes = [code for code, _ in SURPRISES]
    seen = {code for preset in PRESETS for code in surprises(observe(design_of(preset)))}
    assert len(set(codes)) == len(codes)
    assert seen >= set(codes) - {"browser_stays_logged_in"}
