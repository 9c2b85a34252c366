"""The session card for the page."""

from __future__ import annotations

import json

from sessionlab.card.draw_up import card_of
from sessionlab.card.simulated import simulated
from sessionlab.design.space import FIRST_SCREEN
from sessionlab.render.card import card_form
from sessionlab.value import to_json
from sessionlab.web.asked import DesignAsked
from sessionlab.web.carded import carded
from tests.web.asking import post


def answers(body: dict[str, object]) -> dict[str, str]:
    return {one["id"]: one["answer"] for one in post("/api/card", body).json["experiments"]}


def test_the_card_is_that_of_the_design_that_differs_from_the_first_screen():
    answer = post("/api/card", {})
    assert answer.status == 200
    assert answer.json == json.loads(to_json(card_form(card_of(simulated(FIRST_SCREEN)), FIRST_SCREEN)))
    assert answers({"design": {"session_type": "jwt"}})["C2_logout_copy"] == "alive"


def test_the_settings_of_the_browser_count():
    """Without a default for SameSite, an unset cookie goes with everything (6265bis 5.6.7.1)."""
    design = {"same_site": "unset", "csrf_defence": "none"}
    plain, open_ = (
        carded(DesignAsked(design=design, environment=settings)) for settings in ({}, {"default_same_site": "none"})
    )
    seen = [
        next(
            reading.value for one in form.experiments for reading in one.readings if reading.about == "img,old,allowed"
        )
        for form in (plain, open_)
    ]
    assert seen == ["not_attached", "attached"]


def test_bad_input_is_told_with_its_place():
    answer = post("/api/card", {"design": {"http_olny": True}})
    assert answer.status == 422
    assert answer.json["problems"][0]["pointer"] == "/design/http_olny"
    assert post("/api/card", {"actions": []}).status == 422
    assert post("/api/card", {"policy": "lynx"}).json["problems"][0]["pointer"] == "/policy"
