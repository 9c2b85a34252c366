"""Logging in and out at an identity provider."""

from __future__ import annotations

from sessionlab.browser.outgoing import ProviderForm
from sessionlab.engine.provider import PROMPT
from sessionlab.world.state import World
from sessionlab.world.verbs import parse_action
from sessionlab.world.verbs.provider import at_provider, has_provider, idp_login
from tests.playbook import follow, under

IDP = {"identity_provider": "oidc_code_flow"}


def test_without_a_provider_there_is_nothing_to_log_in_to():
    follow("idp_login → refused no_identity_provider\nidp_logout → refused not_logged_in")
    assert not has_provider("none")


def test_a_rightful_user_begins_at_the_application_and_fills_in_the_form_if_it_is_shown():
    begun = idp_login(World(), parse_action("idp_login"), under(**IDP))
    assert isinstance(begun, World)
    start, form = begun.agenda
    assert isinstance(form, ProviderForm)
    assert dict(form.fields)["password"] == "correct horse"
    assert getattr(start, "drops", None) == ()


def test_somebody_else_at_the_browser_knows_no_password_and_edits_the_address():
    begun = idp_login(World(), parse_action("idp_login=same_browser"), under(**IDP))
    assert isinstance(begun, World)
    (start,) = begun.agenda
    assert getattr(start, "drops", None) == (PROMPT,)


def test_logging_out_is_a_visit_to_the_providers_own_page():
    assert at_provider("victim").url.host == "login.idp.test"
    follow("idp_login → 200 marko\nidp_logout → 200 nobody\nidp_logout → refused not_logged_in", **IDP)


def test_each_person_has_an_account_there():
    follow("attacker:idp_login → 200 mallory\nidp_login → 200 marko", **IDP)
