"""The same plays over real sockets: the simulation against the server as a client on this machine meets it."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator

import pytest

from sessionlab.cookies.policy import CHROMIUM_156
from sessionlab.design.space import design_from
from sessionlab.http.raw import RawRequest, RawResponse
from tests.agreement.agreement import disagreements
from tests.agreement.on_loopback import Loopback, loopback
from tests.agreement.plays import parsed
from tests.agreement.real_world import RealWorld

STORY = "visit login me copy_credential logout me replay"
PLAYS: tuple[tuple[dict[str, object], str], ...] = (
    ({}, STORY),
    ({"session_type": "jwt"}, STORY),
    ({"session_type": "jwt", "token_revocation": "denylist"}, STORY),
    ({"session_type": "signed_cookie"}, STORY),
    ({"session_type": "encrypted_cookie"}, STORY),
    ({"session_type": "unsigned_cookie"}, "attacker:login alter=user replay"),
    ({"sign_session_id": True}, "attacker:visit plant_cookie=invented login me"),
    ({"session_type": "jwt", "credential_transport": "authorization_header", "client_storage": "local_storage"}, STORY),
    ({"credential_transport": "url_query", "client_storage": "session_storage"}, STORY),
    ({"csrf_defence": "double_submit_signed", "same_site": "none"}, "login action cross_site_request logout"),
    ({"tls": "http_only", "secure": False}, "login observe_network replay change_password replay"),
    ({"session_created": "at_visit", "rotate_after_login": False}, "attacker:visit plant_cookie login replay"),
    ({"session_store": "database", "store_scope": "shared", "app_instances": "two"}, STORY),
    ({"session_type": "jwt", "app_instances": "two", "signing_key_scope": "per_instance"}, STORY),
    ({"cookie_size": "over_4096_bytes"}, "login me"),
)


@pytest.fixture(scope="module")
def machine() -> Iterator[Loopback]:
    with loopback() as found:
        yield found


@pytest.mark.slow
@pytest.mark.parametrize(("choices", "actions"), PLAYS)
def test_a_play_goes_the_same_way_over_sockets(machine: Loopback, choices: dict[str, object], actions: str):
    loop = asyncio.new_event_loop()

    def connect(real: RealWorld) -> None:
        async def exchange(raw: RawRequest) -> RawResponse:
            return machine.exchange(raw)

        machine.hosts.app = real.app
        real.exchange = exchange

    try:
        assert disagreements(design_from(choices), parsed(actions), loop, CHROMIUM_156, connect) == []
    finally:
        loop.close()
