"""What the simulation shows is what the real server does, play by play, under all designs that are served."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sessionlab.cookies.policy import POLICIES, BrowserPolicy
from sessionlab.design.design import Design
from sessionlab.world.action import Action
from sessionlab.world.verbs import parse_action
from tests.agreement.agreement import disagreements
from tests.agreement.plays import plays
from tests.playbook import under

PLAYS = 300


@pytest.fixture(scope="module")
def loop() -> Iterator[asyncio.AbstractEventLoop]:
    loop = asyncio.new_event_loop()
    yield loop
    loop.close()


@settings(max_examples=PLAYS, deadline=None, suppress_health_check=list(HealthCheck))
@given(play=plays(served=True), policy=st.sampled_from(POLICIES))
def test_a_play_goes_the_same_way_with_a_real_server(
    loop: asyncio.AbstractEventLoop, play: tuple[Design, tuple[Action, ...]], policy: BrowserPolicy
):
    assert disagreements(*play, loop, policy) == []


INTROSPECTED = {"session_type": "opaque_token", "credential_transport": "authorization_header"}


def test_an_issuer_knows_a_token_by_its_id_whatever_a_denylist_would_go_by(loop: asyncio.AbstractEventLoop):
    design = under(**INTROSPECTED, denylist_key="raw_token_hash")
    actions = tuple(parse_action(text) for text in ("login", "copy_credential", "logout", "replay"))
    assert disagreements(design, actions, loop, POLICIES[0]) == []
