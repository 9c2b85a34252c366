"""A request leaves: what was planned becomes a request, with the marks that it leaves on its way."""

from __future__ import annotations

from sessionlab.browser.outgoing import FromPage, ProviderForm, Send
from sessionlab.engine.csrf import TOKEN_FIELD
from sessionlab.tokens.terms import Secret
from sessionlab.value import replace
from sessionlab.world.leaving import send_off
from sessionlab.world.places import app, plain_app
from sessionlab.world.state import Answer, Underway, World
from tests.playbook import played, under

DESIGN = under()


def left(world: World, planned: object, **switches: object) -> Underway:
    world, _ = send_off(world, planned, under(**switches))  # type: ignore[arg-type]
    assert isinstance(world.wire, Underway)
    return world.wire


def test_a_form_is_made_from_the_page_as_it_is_when_its_turn_comes():
    world = played("visit", csrf_defence="synchronizer_token")
    request = left(world, FromPage("victim", "/logout"), csrf_defence="synchronizer_token").request
    assert isinstance(dict(request.fields)[TOKEN_FIELD], Secret)


def test_the_providers_form_brings_along_what_the_provider_was_asked_with():
    last = Answer("victim", False, 200, "idp_login_form", None, onward=(("state", "s"),))
    request = left(replace(World(), last=last), ProviderForm("victim", (("user", "marko"),))).request
    assert (request.url.host, request.fields) == ("login.idp.test", (("user", "marko"), ("state", "s")))


def test_a_browser_that_knows_hsts_asks_over_https_instead():
    """RFC 6797 8.3."""
    send = Send("victim", "GET", plain_app("/"), "visit")
    assert not left(World(), send).request.url.encrypted
    assert left(World(), send, hsts="host").request.url.encrypted


def test_a_request_without_encryption_is_overheard_and_every_request_of_the_users_passes_somebody():
    world = played("login", tls="http_only", secure=False)
    after, _ = send_off(replace(world, in_clear=()), Send("victim", "GET", plain_app("/me"), "visit"), DESIGN)
    assert len(after.in_clear) == len(after.passed) == 1
    mallorys, _ = send_off(World(), Send("attacker", "GET", app("/", DESIGN), "visit"), DESIGN)
    assert mallorys.passed == ()
