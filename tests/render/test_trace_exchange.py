"""One exchange of a trace."""

from __future__ import annotations

from sessionlab.render.pen import pen_for
from sessionlab.render.trace_exchange import concerned, state
from sessionlab.world.standing import STANDINGS
from tests.render.plays import done, last, told


def test_the_jar_is_that_of_the_browser_which_asked():
    exchange = last("", "device2:login")
    assert (exchange.browser, len(exchange.jar)) == ("device2", 1)


def test_a_tool_s_request_is_shown_beside_the_victim_s_browser():
    assert last().browser == "victim"


def test_an_act_without_a_request_is_about_the_browser_that_it_changed():
    plays = done("", "device2:login device2:delete_cookie").exchanges
    assert concerned(plays[-1]) == "device2"


def test_the_ground_of_an_answer_is_told():
    assert (last("", "me").auth.user, last("", "me").auth.ground) == (None, "no_credential")
    assert last("", "login me").auth.word == "marko@example.test"
    assert last("", "login copy_credential").auth.ground == "not_asked"


def test_an_address_that_nobody_answers_is_told_of():
    exchange = last("", "force_plaintext")
    assert (exchange.listening, exchange.response, exchange.auth.ground) == (False, None, "nobody_listens")


def test_a_request_that_waits_has_no_answer_yet():
    exchange = last("", "login start_request")
    assert (exchange.waits, exchange.response, exchange.auth.ground) == (True, None, "waits")


def test_an_action_of_several_requests_numbers_them():
    assert [(one.action_number, one.part, one.parts) for one in told("", "login").exchanges] == [(1, 1, 2), (1, 2, 2)]


def test_a_value_that_the_attacker_comes_to_know_is_marked():
    assert [known.change for known in last("", "login copy_credential").attacker_knows] == ["added"]
    assert [known.change for known in last("", "login copy_credential me").attacker_knows] == [""]


def test_every_standing_has_a_name_and_a_sentence():
    pen = pen_for(done())
    shown = [state(standing, pen) for standing in STANDINGS]
    assert all(one.name and one.text.endswith(".") for one in shown)
    assert len({one.name for one in shown}) == len(shown)
