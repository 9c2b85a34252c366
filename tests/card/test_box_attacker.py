"""What an attacker reaches in the browsers before a closed box."""

from __future__ import annotations

from sessionlab.browser.device import Device
from sessionlab.card.box import Profile
from sessionlab.card.box_attacker import planted_by_sibling, read_by_script
from sessionlab.card.box_client import BoxClient
from sessionlab.card.subject import ATTACKER, VICTIM
from sessionlab.cookies.jar import Cookie
from sessionlab.cookies.policy import DEFAULT_POLICY
from sessionlab.http.raw import RawRequest, RawResponse
from sessionlab.http.url import parse_url

PAGE = parse_url("https://app.example.test/")


class Silent:
    """A box that is never asked."""

    def now(self) -> float:
        return 1_798_797_600.0

    def exchange(self, raw: RawRequest) -> RawResponse:
        raise AssertionError(raw)


def cookie(name: str, value: str, http_only: bool) -> Cookie:
    return Cookie(name, value, "app.example.test", True, "/", True, http_only, "lax")


def client(*devices: Device) -> BoxClient:
    one = BoxClient(Silent(), Profile(), DEFAULT_POLICY)
    one.devices = {**one.devices, **{device.name: device for device in devices}}
    return one


def test_a_script_reads_what_is_not_http_only_and_what_is_in_web_storage():
    jar = (cookie("hidden", "1", True), cookie("open", "2", False))
    one = client(Device(VICTIM, jar=jar, kept="3", kept_in="local_storage"))
    assert read_by_script(one, PAGE, memory=False) == ("2", "3")


def test_the_memory_of_a_page_is_another_question():
    one = client(Device(VICTIM, kept="3", kept_in="js_memory"))
    assert read_by_script(one, PAGE, memory=False) == ()
    assert read_by_script(one, PAGE, memory=True) == ("3",)


def test_a_sibling_sets_a_second_cookie_of_the_name_beside_the_application_s():
    one = client(
        Device(VICTIM, jar=(cookie("session", "own", True),)),
        Device(ATTACKER, jar=(cookie("session", "theirs", True),)),
    )
    assert [(each.domain, each.value) for each in planted_by_sibling(one).jar] == [
        ("app.example.test", "own"),
        ("example.test", "theirs"),
    ]


def test_a_host_prefix_keeps_a_sibling_out():
    """RFC 6265bis 4.1.3.2: a cookie with this prefix has no Domain."""
    one = client(Device(VICTIM), Device(ATTACKER, jar=(cookie("__Host-session", "theirs", True),)))
    assert planted_by_sibling(one).jar == ()
