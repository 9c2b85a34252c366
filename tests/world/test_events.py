"""What happened, as data."""

from __future__ import annotations

from sessionlab.world.apply import apply
from sessionlab.world.events import Left, Received, Served
from sessionlab.world.verbs import parse_action
from tests.playbook import played, under


def test_an_exchange_is_made_of_three_events():
    transition = apply(played("visit"), parse_action("visit"), under())
    assert [type(event) for event in transition.events] == [Left, Served, Received]
    (exchange,) = transition.exchanges
    left, served, received = transition.events
    assert isinstance(served, Served)
    assert isinstance(received, Received)
    assert (exchange.request, exchange.steps, exchange.response) == (left.request, served.steps, received.response)


def test_an_exchange_that_waits_says_so_and_its_end_is_an_exchange_too():
    started = apply(played("login"), parse_action("start_request"), under())
    assert [type(event) for event in started.events] == [Left, Served]
    assert (started.exchanges[0].waits, started.exchanges[0].response) == (True, None)
    finished = apply(started.world, parse_action("finish_request"), under())
    assert [type(event) for event in finished.events] == [Served, Received]
    assert finished.exchanges[0].request == started.exchanges[0].request
    assert not finished.exchanges[0].waits


def test_a_request_that_nobody_answers_ends_there():
    design = under(tls="https_only")
    transition = apply(played("login"), parse_action("force_plaintext"), design)
    (exchange,) = transition.exchanges
    assert (exchange.listening, exchange.response, exchange.waits) == (False, None, False)
    assert not transition.world.busy


def test_the_world_before_an_exchange_is_the_one_that_the_request_left():
    transition = apply(played("visit"), parse_action("login"), under())
    (exchange,) = transition.exchanges
    assert exchange.before == played("visit")
    assert exchange.after == transition.world
