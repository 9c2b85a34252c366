"""The simulation as a subject."""

from __future__ import annotations

import pytest

from sessionlab.card.simulated import Simulated, simulated
from sessionlab.card.subject import ELSEWHERE, NotDone, NotOffered, Place, Setting
from sessionlab.design.space import SEED_LAB, design_from
from sessionlab.world.play import play
from sessionlab.world.verbs import parse_action
from tests.card.cards import card


def subject(**choices: object) -> Simulated:
    return Simulated(design_from(choices))


def test_a_refused_action_says_why():
    with pytest.raises(NotDone, match="nothing_to_log_out_from"):
        subject().do("logout")


def test_whoever_offers_to_be_remembered_is_taken_up_on_it_unless_the_session_alone_is_wanted():
    lasting, plain = subject(remember_me="stored_token"), subject(remember_me="stored_token")
    lasting.log_in()
    plain.log_in(lasting=False)
    assert [len(one.copy()) for one in (lasting, plain)] == [2, 1]


def test_where_there_is_a_provider_the_login_goes_through_it():
    through = subject(identity_provider="oidc_code_flow")
    through.log_in()
    assert through.actions == ("idp_login",)
    assert through.user in through.me().users


def test_both_instances_answer_a_question():
    two = subject(app_instances="two")
    two.log_in()
    assert set(two.me().users) == {None, two.user}
    assert len(subject().me().users) == 1


def test_the_steps_of_the_server_can_be_seen():
    one = subject()
    one.log_in()
    assert "LookUp" in (one.me().asked or ())


def test_a_key_that_signs_is_no_part_of_a_copy_that_is_used_elsewhere():
    signing = subject(session_type="signed_request")
    signing.log_in()
    copy = signing.copy()
    assert signing.me_with(copy).users == (signing.user,)
    assert signing.me_with(copy, ELSEWHERE).users == (None,)
    assert signing.me_with(copy, Place(address="attacker")).users == (signing.user,)


def test_a_value_in_a_keystore_stays_there():
    held = {
        "client_type": "mobile_app",
        "credential_transport": "authorization_header",
        "client_storage": "os_keystore",
    }
    kept = subject(session_type="jwt", **held)
    kept.log_in()
    assert kept.me_with(kept.copy(), ELSEWHERE).users == (None,)


def test_a_second_instance_is_started_where_there_is_one_only():
    fresh = simulated(SEED_LAB)(Setting(second_instance=True))
    assert fresh.instances == 2


def test_the_browsers_treatment_of_third_party_cookies_can_be_arranged():
    blocked = simulated(SEED_LAB)(Setting(third_party_cookies="blocked"))
    assert isinstance(blocked, Simulated)
    assert blocked.world.policy.third_party_cookies == "blocked"


def test_a_sample_of_names_would_say_nothing():
    with pytest.raises(NotOffered):
        subject().sample(3, ("session_id",))


def test_limits_stand_in_their_order():
    lengths = [seconds for _, seconds in Simulated.limits]
    assert lengths == sorted(set(lengths))
    assert ("idle_timeout", 1800) in Simulated.limits


@pytest.mark.parametrize("number", ["A0", "A3", "A4", "A5", "C1", "C2", "C7a", "C10", "C13", "C14"])
@pytest.mark.parametrize("kind", ["server_session", "jwt", "signed_cookie", "opaque_token"])
def test_the_actions_of_a_reading_show_it_again_in_the_lab(number: str, kind: str):
    """The last question of the play is the one that was read."""
    design = design_from({"session_type": kind})
    result = card(session_type=kind).result(number)
    reading = next(one for one in result.readings if one.value in ("known", "anonymous"))
    again = play(design, [parse_action(text) for text in reading.actions])
    response = again.exchanges[-1].response
    assert response is not None
    assert (response.user is not None) == (reading.value == "known")
