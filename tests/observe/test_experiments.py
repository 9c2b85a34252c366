"""The experiments give, on the design that describes an application, what they gave on the application itself."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from sessionlab.design.space import SEED_LAB, design_from
from sessionlab.design.validity import check
from sessionlab.observe.experiments import EXPERIMENTS, observe

OBSERVED = json.loads((Path(__file__).parent / "data/observed.json").read_text(encoding="utf-8"))
MEASURED = {name: row for name, row in OBSERVED.items() if row["expected"] is not None}

DIFFERENT: dict[tuple[str, str], str | bool] = {
    # The design says that an id from before the login means the user afterwards, and a planted id is such an id. What
    # was seen is a planted id that stays anonymous: `kept_anonymous` would describe it.
    ("fixed_fastify_passport_2.4.0", "fixation_by_planted_id"): "attacker_in",
    # The cookie is signed, and a made-up one was refused; by the experiment's own rule it does not apply.
    ("express_cookie", "invented_id"): "not_applicable",
    # A second login of the same user keeps Django's key: it is only replaced where another user was logged in.
    **dict.fromkeys(
        [(name, "old_credential_after_second_login") for name in ("django_db", "django_cache", "django_cached_db")],
        "dead",
    ),
    # After a logout these begin a new anonymous session in the same response; no switch says so.
    **dict.fromkeys(
        [
            (name, "logout_browser")
            for name in (
                "django_signed_naive",
                "vuln_fastify_passport_2.2.0",
                "fixed_fastify_passport_2.4.0",
                "laravel_file",
                "laravel_database",
                "laravel_file_logoutonly",
                "rails_cookie",
                "rails_cookie_reset",
            )
        ],
        "cookie_deleted",
    ),
    # The cookie's own Max-Age was the lifetime that was measured; the design has no timeout at all.
    ("starsessions_mem", "browser_polling"): "kept_alive",
    ("rails_cookie_reset", "lifetime_enforced_by_server"): False,
    ("rails_cookie_reset", "static_copy_polling"): "kept_alive",
}
"""What the simulation says where it is not what was seen, each with the reason."""


@pytest.fixture(scope="module")
def found() -> dict[str, dict[str, Any]]:
    return {name: observe(design_from(row["design"])) for name, row in MEASURED.items()}


@pytest.mark.parametrize("name", OBSERVED)
def test_every_described_application_can_be_played(name: str):
    design = design_from(OBSERVED[name]["design"])
    check(design)


@pytest.mark.parametrize("name", MEASURED)
def test_the_experiments_show_what_was_seen(name: str, found: dict[str, dict[str, Any]]):
    expected = MEASURED[name]["expected"]
    exceptions = {key: value for (app, key), value in DIFFERENT.items() if app == name}
    assert {key: found[name][key] for key in expected} == {**expected, **exceptions}


def test_no_difference_is_listed_in_vain():
    assert [pair for pair, value in DIFFERENT.items() if MEASURED[pair[0]]["expected"][pair[1]] == value] == []


def test_each_key_that_was_observed_is_an_experiment_and_the_other_way_round():
    keys = {key for row in MEASURED.values() for key in row["expected"]}
    assert keys == {experiment.__name__ for experiment in EXPERIMENTS}


def test_observing_changes_nothing_and_is_always_the_same():
    assert observe(SEED_LAB) == observe(SEED_LAB)
