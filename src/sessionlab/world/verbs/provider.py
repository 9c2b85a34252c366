"""Logging in and out at an identity provider."""

from __future__ import annotations

from sessionlab.browser.outgoing import ProviderForm, Send
from sessionlab.design.design import Design
from sessionlab.engine.factors import own_proof
from sessionlab.engine.provider import PROMPT
from sessionlab.http.message import Pairs
from sessionlab.servers.state import password_of
from sessionlab.value import replace
from sessionlab.world.action import Action
from sessionlab.world.places import IDP_LOGOUT, app
from sessionlab.world.state import VICTIM, Planned, World
from sessionlab.world.verbs.login_state import account_of
from sessionlab.world.verbs.verb import PEOPLE, YOU, Senseless, Verb


def has_provider(identity_provider: str) -> bool:
    """Does this design log in through a provider?"""
    return identity_provider == "oidc_code_flow"


def idp_login(world: World, action: Action, design: Design) -> World | Senseless:
    """Log in through the provider: to it and back, with the password there if it asks.

    `same_browser`: somebody else at the victim's browser, who knows no password, and who edits requests for a fresh
    login out of the address.
    """
    if not design.decide("identity_provider", has_provider):
        return Senseless("no_identity_provider")
    if action.argument == "same_browser":
        return replace(world, agenda=(replace(_start(VICTIM, design), drops=(PROMPT,)),))
    return replace(world, agenda=idp_login_steps(world, action.actor, design))


def idp_login_steps(world: World, actor: str, design: Design) -> tuple[Planned, ...]:
    """What a rightful user does: start at the application, and fill in the provider's form if it is shown."""
    return (_start(actor, design), ProviderForm(actor, _password(world, actor, design)))


def _start(device: str, design: Design) -> Send:
    return Send(device, "GET", app("/login/start", design), "visit", replaces_page=True)


def _password(world: World, actor: str, design: Design) -> Pairs:
    name = account_of(actor)
    account = world.server.account(name)
    return (("user", name), ("password", password_of(account) if account is not None else ""), *own_proof(design))


def idp_logout(world: World, action: Action, design: Design) -> World | Senseless:
    """Log out at the provider."""
    if not world.server.provider.sessions:
        return Senseless("not_logged_in")
    return replace(world, agenda=(at_provider(action.actor),))


def at_provider(device: str) -> Send:
    """The visit to the provider's logout page."""
    return Send(device, "GET", IDP_LOGOUT, "link", replaces_page=True)


VERBS = (
    Verb("idp_login", YOU, PEOPLE, idp_login, ("", "same_browser")),
    Verb("idp_logout", YOU, PEOPLE, idp_logout),
)
