"""Every attack on the design that a page shows."""

from __future__ import annotations

import msgspec
import pytest

from sessionlab.attacks import ATTACKS, attack_named
from sessionlab.attacks.attack import WORKS
from sessionlab.cookies.policy import POLICIES, BrowserPolicy
from sessionlab.design.environment import USUAL
from sessionlab.errors import Trouble
from sessionlab.explore.own_steps import way_of
from sessionlab.web import attacked as module
from sessionlab.web.asked import DesignAsked, PlayAsked, play_asked
from sessionlab.web.attacked import attacked, design_and_start, outcome_of
from sessionlab.web.limits import in_time
from sessionlab.web.model import model
from tests.web.asking import post

DESIGNS: list[dict[str, object]] = [
    {},
    {"http_only": False, "same_site": "none", "invalidate_on_logout": False},
    {"session_type": "jwt", "refresh_tokens": "rotating", "remember_me": "stored_token"},
    {"app_instances": "two", "store_scope": "per_instance"},
    {"app_instances": "two", "store_scope": "replicated_async", "session_store": "redis"},
    {"session_type": "api_key"},
]


def outcomes(body: dict[str, object]) -> dict[str, str]:
    return {one["id"]: one["outcome"] for one in post("/api/attacks", body).json["attacks"]}


def test_all_of_the_catalogue_is_told_in_its_order():
    told = post("/api/attacks", {}).json["attacks"]
    assert [one["id"] for one in told] == [attack.id for attack in ATTACKS]
    assert {one["outcome"] for one in told if one["kind"] == "attack"} <= {"succeeds", "blocked", "outside"}
    assert {one["outcome"] for one in told if one["kind"] == WORKS} <= {"works", "broken"}


def test_the_design_decides():
    assert outcomes({})["script_reads_cookie"] == "blocked"
    weak = outcomes({"design": {"http_only": False, "session_type": "jwt"}})
    assert weak["script_reads_cookie"] == "succeeds"
    assert weak["replay_after_logout"] == "succeeds"
    assert (
        outcomes({"design": {"app_instances": "two", "store_scope": "per_instance"}})["works_login_sticks"] == "broken"
    )


@pytest.mark.parametrize("design", DESIGNS, ids=lambda design: ",".join(map(str, design.values())) or "first screen")
def test_what_is_played_on_the_page_ends_as_it_was_told(design: dict[str, object]):
    """The page knows nothing but the actions: the play of them by itself must show the same."""
    asked = DesignAsked(design=design)
    for one in attacked(asked).attacks:
        attack = attack_named(one.id)
        done = play_asked(PlayAsked(design=design, actions=one.actions))
        # Where a step of the user's own cannot succeed, the recipe stands there as it is written.
        if way_of(attack, *design_and_start(asked)).reached is not None:
            assert outcome_of(attack, attack.goal(done.end)) == one.outcome, one.id


@pytest.mark.parametrize("policy", POLICIES, ids=lambda policy: policy.name)
def test_it_is_tried_in_the_browser_that_is_asked_for(policy: BrowserPolicy):
    for one in attacked(DesignAsked(design={"same_site": "unset"}, policy=policy.name)).attacks:
        done = play_asked(PlayAsked(design={"same_site": "unset"}, policy=policy.name, actions=one.actions))
        attack = attack_named(one.id)
        if one.outcome != "outside":
            assert outcome_of(attack, attack.goal(done.end)) == one.outcome, one.id


def test_the_settings_of_the_network_count():
    """Without plain HTTP nothing can be read on the way (the setting stands for HSTS preloaded everywhere)."""
    design = {"secure": False}
    assert USUAL.plaintext_reachable
    assert outcomes({"design": design})["network_forces_http_request"] == "succeeds"
    closed = outcomes({"design": design, "environment": {"plaintext_reachable": False}})
    assert closed["network_forces_http_request"] == "blocked"


def test_every_family_and_every_need_has_its_words():
    words = model().words
    assert [one.family for one in ATTACKS if f"attacks.family.{one.family}" not in words] == []
    assert [one.capability for one in ATTACKS if f"attacks.needs.{one.capability}" not in words] == []
    told = {outcome_of(attack, reached) for attack in ATTACKS for reached in (True, False, None)}
    assert [one for one in told if f"attacks.outcome.{one}" not in words] == []


def test_what_takes_too_long_is_given_up_as_a_whole(monkeypatch: pytest.MonkeyPatch):
    """A list with some of them left out would say that those fail."""
    monkeypatch.setattr(module, "in_time", lambda things: in_time(things, -1))
    with pytest.raises(Trouble, match="takes_too_long"):
        attacked(DesignAsked())


def test_bad_input_is_told_with_its_place():
    answer = post("/api/attacks", {"design": {"http_olny": True}})
    assert answer.status == 422
    assert answer.json["problems"][0]["pointer"] == "/design/http_olny"
    assert post("/api/attacks", {"actions": []}).status == 422
    assert post("/api/attacks", {"policy": "lynx"}).json["problems"][0]["pointer"] == "/policy"


def test_an_answer_says_all_that_the_page_shows():
    told = post("/api/attacks", {}).body
    one = next(
        one for one in msgspec.json.decode(told, type=module.Attacked).attacks if one.id == "replay_after_logout"
    )
    assert (one.family, one.capability, one.outcome) == ("staleness", "copied_credential", "blocked")
    assert one.actions[-1].endswith("replay")
