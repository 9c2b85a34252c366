"""The names in the lab's little internet."""

from __future__ import annotations

import pytest

from sessionlab.http.site import same_origin, same_site
from sessionlab.world.places import APP_HOST, EVIL_PAGE, SIBLING_PAGE, app, plain_app
from tests.playbook import under


def test_all_names_are_reserved():
    """RFC 6761 6.2: `.test` names exist nowhere."""
    assert all(url.host.endswith(".test") for url in (app("/", under()), EVIL_PAGE, SIBLING_PAGE))


@pytest.mark.parametrize(
    ("tls", "scheme"), [("https_only", "https"), ("https_with_http_port_open", "https"), ("http_only", "http")]
)
def test_the_application_is_at_the_scheme_that_it_uses(tls: str, scheme: str):
    url = app("/me", under(tls=tls, secure=False))
    assert (url.scheme, url.host, url.path) == (scheme, APP_HOST, "/me")
    assert (plain_app("/me").scheme, plain_app("/me").port) == ("http", 80)


def test_the_sibling_is_another_origin_of_the_same_site_and_the_evil_page_another_site():
    here = app("/", under())
    assert same_site(here, SIBLING_PAGE)
    assert not same_origin(here, SIBLING_PAGE)
    assert not same_site(here, EVIL_PAGE)
