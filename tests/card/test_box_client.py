"""Browsers before a closed box."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator

import pytest

from sessionlab.card.box import Profile
from sessionlab.card.box_client import BoxClient
from sessionlab.card.subject import VICTIM, NotOffered
from sessionlab.cookies.policy import DEFAULT_POLICY
from sessionlab.design.space import design_from
from sessionlab.http.raw import RawRequest, RawResponse
from sessionlab.servers.in_process import InProcess


class Telling:
    """A box that always gives the same answer."""

    def __init__(self, raw: RawResponse) -> None:
        self.raw = raw
        self.asked: list[RawRequest] = []

    def now(self) -> float:
        return 1_798_797_600.0

    def exchange(self, raw: RawRequest) -> RawResponse:
        self.asked.append(raw)
        return self.raw


def client(*headers: tuple[str, str], body: bytes = b"{}", profile: Profile | None = None) -> BoxClient:
    return BoxClient(Telling(RawResponse(200, headers, body)), profile or Profile(), DEFAULT_POLICY)


@pytest.fixture
def loop() -> Iterator[asyncio.AbstractEventLoop]:
    loop = asyncio.new_event_loop()
    yield loop
    loop.close()


def test_cookies_are_stored_and_sent_by_the_browser_s_rules():
    one = client(("set-cookie", "a=1; Path=/; Secure"), ("set-cookie", "b=2; Domain=elsewhere.test"))
    one.exchange(one.typed(VICTIM, "/"))
    assert [cookie.name for cookie in one.devices[VICTIM].jar] == ["a"]
    request, _ = one.exchange(one.asked(VICTIM, "/me"))
    assert request.cookies == (("a", "1"),)


def test_a_client_that_only_asks_takes_nothing_in():
    one = client(("set-cookie", "a=1"))
    one.exchange(one.typed(VICTIM, "/"), stores=False)
    assert one.devices[VICTIM].jar == ()
    assert one.devices[VICTIM].page is None


def test_a_form_of_the_page_brings_its_token_and_header_along():
    one = client(body=b'{"form_token": "f"}')
    one.exchange(one.typed(VICTIM, "/"))
    request, _ = one.exchange(one.posted(VICTIM, "/logout", ()))
    assert request.field("csrf_token") == "f"
    assert request.header("X-Requested-With") is not None
    assert request.header("Origin") == "https://app.example.test"


@pytest.mark.parametrize(
    ("transport", "where"), [("authorization_header", "headers"), ("url_query", "query"), ("request_body", "fields")]
)
def test_a_token_is_kept_by_the_script_and_shown_where_the_application_wants_it(transport: str, where: str):
    one = client(body=b'{"token": "t"}', profile=Profile(transport=transport, storage="local_storage"))
    one.exchange(one.typed(VICTIM, "/"))
    request, _ = one.exchange(one.asked(VICTIM, "/me"))
    assert "t" in [value for _, value in getattr(request, where)]


def test_what_a_page_keeps_in_memory_goes_with_the_page():
    one = client(body=b'{"token": "t"}', profile=Profile(transport="custom_header", storage="js_memory"))
    one.exchange(one.typed(VICTIM, "/"))
    one.box.raw = RawResponse(200, (), b"{}")  # type: ignore[attr-defined]
    one.exchange(one.typed(VICTIM, "/"))
    assert one.devices[VICTIM].kept is None


def test_a_token_is_forgotten_and_site_data_cleared_at_the_application_s_word():
    one = client(("set-cookie", "a=1"), body=b'{"token": "t"}', profile=Profile(storage="local_storage"))
    one.exchange(one.typed(VICTIM, "/"))
    one.box.raw = RawResponse(200, (("clear-site-data", '"cookies"'),), b'{"token": "forget"}')  # type: ignore[attr-defined]
    one.exchange(one.posted(VICTIM, "/logout", ()))
    assert (one.devices[VICTIM].jar, one.devices[VICTIM].kept) == ((), None)


@pytest.mark.parametrize(("hsts", "learned"), [("none", ""), ("host", "host"), ("include_subdomains",) * 2])
def test_hsts_is_learned_from_the_application(loop: asyncio.AbstractEventLoop, hsts: str, learned: str):
    one = BoxClient(InProcess(design_from({"hsts": hsts}), loop), Profile(), DEFAULT_POLICY)
    one.exchange(one.typed(VICTIM, "/"))
    assert one.hsts == learned


def test_what_a_box_has_not_is_not_offered():
    with pytest.raises(NotOffered):
        client().ability("restart")
