"""`apply`: the one transition function keeps its contract under every design that can be played."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from sessionlab.browser.outgoing import FromPage
from sessionlab.design.design import Design
from sessionlab.value import replace, to_json
from sessionlab.world.action import Action
from sessionlab.world.apply import apply, begin, step
from sessionlab.world.events import Left, Received, Served
from sessionlab.world.state import VICTIM, World
from sessionlab.world.verbs import parse_action
from sessionlab.world.verbs.verb import Senseless
from tests.playbook import follow, played, under
from tests.world.strategies import actions, enough, plays, possible_designs


def after(play: Sequence[Action], design: Design) -> World:
    world = World()
    for action in play:
        world = apply(world, action, design).world
    return world


@enough
@given(possible_designs, plays)
def test_any_play_can_be_played_under_any_design(design: Design, play: list[Action]):
    world = after(play, design)
    assert not world.busy


@enough
@given(possible_designs, plays, actions)
def test_the_same_action_in_the_same_world_always_does_the_same(design: Design, play: list[Action], action: Action):
    world = after(play, design)
    assert apply(world, action, design) == apply(world, action, design)
    assert world == after(play, design)


@enough
@given(possible_designs, plays, actions)
def test_a_refused_action_changes_nothing_and_says_why(design: Design, play: list[Action], action: Action):
    world = after(play, design)
    transition = apply(world, action, design)
    if transition.refusal is not None:
        assert transition.world is world
        assert (transition.exchanges, transition.events) == ((), ())
        assert (transition.refusal.action, bool(transition.refusal.code)) == (action, True)
    else:
        assert transition.exchanges


@enough
@given(possible_designs, plays)
def test_worlds_are_keys_and_can_be_written_as_json(design: Design, play: list[Action]):
    world = after(play, design)
    assert {world: "found"}[after(play, design)] == "found"
    assert to_json(world) == to_json(after(play, design))


@enough
@given(possible_designs, plays, actions)
def test_an_action_ends_where_its_last_exchange_ends(design: Design, play: list[Action], action: Action):
    world = after(play, design)
    transition = apply(world, action, design)
    ends = [world, *(exchange.after for exchange in transition.exchanges)]
    if all(exchange.listening for exchange in transition.exchanges):
        assert ends[-1] == transition.world


@enough
@given(possible_designs, plays, st.sampled_from(("read", "write")), st.sampled_from((VICTIM, "device2")))
def test_a_request_that_waited_for_nothing_does_what_it_would_have_done_at_once(
    design: Design, play: list[Action], kind: str, who: str
):
    world = replace(after(play, design), flights=())
    start = apply(world, Action("start_request", who, kind), design)
    if start.refusal is not None:
        return
    waited = start.world
    if waited.flights:
        waited = apply(waited, Action("finish_request", VICTIM), design).world
    at_once = replace(world, agenda=(FromPage(who, f"/slow/{kind}"),))
    while at_once.busy:
        at_once, _ = step(at_once, design)
    assert waited == at_once


def test_a_refused_action_does_not_end_the_play():
    follow(
        """
        logout → refused nothing_to_log_out_from
        login  → 200 marko
        logout → 200 nobody
        logout → refused nothing_to_log_out_from
        """
    )


def test_begin_puts_requests_on_the_agenda_and_step_does_them_one_by_one():
    design = under()
    begun = begin(World(), parse_action("login"), design)
    assert isinstance(begun, World)
    assert len(begun.agenda) == 2
    assert begun.server == World().server
    events = []
    while begun.busy:
        begun, event = step(begun, design)
        events.append(type(event))
    assert events == [Left, Served, Received] * 2
    assert begun == apply(World(), parse_action("login"), design).world


def test_begin_tells_what_makes_no_sense():
    assert begin(World(), parse_action("replay"), under()) == Senseless("nothing_known")


def test_a_redirect_makes_two_exchanges_of_one_action():
    transition = apply(played("login"), parse_action("cross_site_request=form_post:/redirect"), under())
    told = [
        (exchange.request.method, exchange.request.url.path) for exchange in transition.exchanges if exchange.request
    ]
    assert told == [("POST", "/redirect"), ("GET", "/action")]


def test_an_act_without_a_request_is_an_exchange_without_one():
    (exchange,) = apply(played("login"), parse_action("copy_credential"), under()).exchanges
    assert (exchange.request, exchange.response) == (None, None)
    assert (exchange.before.known, len(exchange.after.known)) == ((), 1)
