"""A request is answered: by the application, by the identity provider, by a host of the attacker's, or by nobody."""

from __future__ import annotations

from sessionlab.world.state import Flight
from tests.playbook import follow, played

IDP = {"identity_provider": "oidc_code_flow"}


def test_nobody_listens_at_the_plain_port_of_an_application_that_has_none():
    follow("force_plaintext → unanswered", tls="https_only")
    follow("force_plaintext → 200 nobody", tls="https_with_http_port_open")


def test_a_neighbouring_host_is_the_attackers_and_learns_what_is_sent_there():
    world = follow("login → 200 marko\nvisit=sibling → 200 nobody (another_host)", cookie_domain="parent_domain")
    assert len(world.known) == 1


def test_the_provider_is_asked_at_its_own_host_and_tells_the_application_of_a_logout_only_by_the_back_channel():
    text = "idp_login → 200 marko\nidp_logout → 200 nobody; store: "
    follow(text, idp_logout="back_channel", **IDP)
    follow(text + "marko", idp_logout="local_only", **IDP)


def test_a_request_that_waits_holds_what_it_has_read_and_finishes_later():
    world = played("login start_request")
    (flight,) = world.flights
    assert isinstance(flight, Flight)
    assert len(flight.holds) == 1
    follow("login → 200 marko\nstart_request → waits\nfinish_request → 200 marko")


def test_what_comes_back_in_the_clear_is_overheard_too():
    assert len(played("login", tls="http_only", secure=False).in_clear) == 1
