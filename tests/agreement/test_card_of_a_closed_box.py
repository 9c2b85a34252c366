"""What needs public HTTP alone gives the same on a design and on the application that the design becomes.

The application is a closed box here: requests go in, responses come out, and nothing of the server is looked at.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from typing import Any

import pytest

from sessionlab.card.box import Profile
from sessionlab.card.closed_box import closed_box
from sessionlab.card.draw_up import card_of
from sessionlab.card.experiments import EXPERIMENTS
from sessionlab.card.simulated import simulated
from sessionlab.card.subject import Fresh
from sessionlab.design.design import Design
from sessionlab.design.space import design_from
from sessionlab.design.validity import check
from sessionlab.render.card import card_form
from sessionlab.servers.in_process import InProcess
from sessionlab.servers.served import check_served

PUBLIC = tuple(one.id for one in EXPERIMENTS if not one.server_side)
IN_STORAGE = {"credential_transport": "authorization_header", "client_storage": "local_storage"}
WEAK = {"invalidate_on_logout": False, "clear_client_on_logout": False, "session_write": "upsert"}
OPEN = {"secure": False, "tls": "https_with_http_port_open", "hsts": "host", "cookie_domain": "parent_domain"}
DESIGNS: tuple[dict[str, Any], ...] = (
    {},
    {"session_type": "jwt"},
    {"session_type": "jwt", "token_revocation": "denylist", **IN_STORAGE},
    {"session_type": "signed_cookie", "idle_timeout": "server_side"},
    {"session_type": "encrypted_cookie"},
    {"session_type": "unsigned_cookie"},
    {"session_created": "at_visit", "rotate_after_login": False, "accept_unknown_session_id": True},
    {"csrf_defence": "synchronizer_token", "http_only": False, "same_site": "none"},
    {"csrf_defence": "double_submit_naive", "same_site": "strict", "cookie_prefix": "__Secure-"},
    WEAK,
    {"idle_timeout": "server_side", "absolute_timeout": "server_side", "session_id_generator": "counter"},
    {**OPEN, "duplicate_cookie_policy": "last", "session_write": "locked"},
    {"password_change_revokes": "all_sessions", "logout_scope": "all_sessions", "sign_session_id": True},
    {"cookie_size": "over_4096_bytes"},
)


@pytest.fixture(scope="module")
def loop() -> Iterator[asyncio.AbstractEventLoop]:
    loop = asyncio.new_event_loop()
    yield loop
    loop.close()


def designed(choices: dict[str, Any]) -> Design:
    design = design_from(choices)
    check(design)
    check_served(design)
    return design


def box_of(design: Design, loop: asyncio.AbstractEventLoop) -> Fresh:
    profile = Profile(transport=design.credential_transport, storage=design.client_storage)
    return closed_box(lambda: InProcess(design, loop), profile)


def answers(fresh: Fresh) -> dict[str, str]:
    return {one.id: one.code for one in card_of(fresh).results if one.id in PUBLIC}


@pytest.mark.slow
@pytest.mark.parametrize("choices", DESIGNS, ids=lambda choices: ",".join(choices) or "plain")
def test_a_closed_box_gives_the_same_answers(choices: dict[str, Any], loop: asyncio.AbstractEventLoop):
    design = designed(choices)
    assert answers(box_of(design, loop)) == answers(simulated(design))


def test_what_needs_the_server_s_side_is_not_tested_on_a_closed_box(loop: asyncio.AbstractEventLoop):
    results = [one for one in card_of(box_of(designed(WEAK), loop)).results if one.id not in PUBLIC]
    assert len(results) == 9
    assert {(one.answer, one.why) for one in results} == {("not_tested", "no_server_side")}


def test_a_closed_box_has_a_card_with_sentences(loop: asyncio.AbstractEventLoop):
    form = card_form(card_of(box_of(designed({"session_type": "jwt"}), loop)))
    assert form.design is None
    told = {one.question: one.answer for one in (*form.questions, *form.learner)}
    assert "inside the value itself" in told["meaning"]
    assert "it outlives a logout" in told["stop"]
    assert told["checked"] == "That cannot be seen from outside; other experiments tell what they can."
    copied = next(one for one in form.experiments if one.id == "C2_logout_copy").readings[-1]
    assert "Cookie: session_id=eyJ" in copied.request
