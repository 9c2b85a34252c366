"""What people do with login state: log in, ask who they are, act, change the password, log out."""

from __future__ import annotations

from sessionlab.browser.outgoing import FromPage, Send
from sessionlab.design.design import Design
from sessionlab.engine.factors import FIELD as PROOF_FIELD
from sessionlab.engine.factors import own_proof, relayed_proof
from sessionlab.engine.self_contained import ISSUER
from sessionlab.http.message import Pairs
from sessionlab.servers.state import ATTACKER as ATTACKERS_ACCOUNT
from sessionlab.servers.state import VICTIM as VICTIMS_ACCOUNT
from sessionlab.servers.state import next_password, password_of
from sessionlab.tokens.terms import Claims, Token
from sessionlab.value import replace
from sessionlab.world.action import Action
from sessionlab.world.own_page import ask, ask_again, can_ask, held, is_open, is_program, visit
from sessionlab.world.places import IDP_LOGOUT
from sessionlab.world.state import ATTACKER, World
from sessionlab.world.verbs.verb import PEOPLE, YOU, Senseless, Verb

OTHER_SERVICE = "https://other.example.test"
ALTERED = (("kind", "another"),)
"""What somebody on the way makes of an act of the user's."""
FORM_CONTENTS = ("page", "read", "cart")


def account_of(actor: str) -> str:
    """Whose account this person logs in to."""
    return ATTACKERS_ACCOUNT if actor == ATTACKER else VICTIMS_ACCOUNT


def login(world: World, action: Action, design: Design) -> World | Senseless:
    """Fill in the login form; without a page that shows it, open one first."""
    if action.argument == "other_service":
        return _at_other_service(world, design)
    stolen = action.argument in ("as_victim", "through_attacker")
    name = VICTIMS_ACCOUNT if stolen else account_of(action.actor)
    account = world.server.account(name)
    password = password_of(account) if account is not None and action.argument != "wrong" else "guessed"
    remember = (("remember", "yes"),) if action.argument == "remember" else ()
    fields = (("user", name), ("password", password), *_proof(action.argument, design), *remember)
    actor = ATTACKER if action.argument == "through_attacker" else action.actor
    return _with_form(world, actor, fields, design)


def _proof(argument: str, design: Design) -> Pairs:
    """A stolen password comes without the second proof; a proxy relays what its victim can be made to give."""
    if argument == "as_victim":
        return ()
    if argument == "through_attacker":
        return ((PROOF_FIELD, design.later("login_method", relayed_proof)),)
    return own_proof(design)


def _with_form(world: World, actor: str, fields: Pairs, design: Design) -> World:
    device = world.device(actor)
    form = FromPage(actor, "/login", fields)
    shown = device.page is not None and is_open(device) and device.page.content in FORM_CONTENTS
    direct = shown or (device.page is None and is_program(design))
    return replace(world, agenda=(form,) if direct else (visit(device, "/", design), form))


def _at_other_service(world: World, design: Design) -> World | Senseless:
    """The user logs in to a service of the attacker's that trusts the same issuer; the attacker keeps that token."""
    if design.session_type != "jwt":
        return Senseless("no_other_service")
    account = world.server.account(VICTIMS_ACCOUNT)
    if account is None:
        return Senseless("no_other_service")
    claims = Claims(
        sub=account.name,
        uid=account.uid,
        role=account.role,
        iat=world.clock,
        exp=world.clock + 3600,
        iss=ISSUER,
        aud=OTHER_SERVICE,
        jti=0,
    )
    return world.learns(Token(claims))


def me(world: World, action: Action, design: Design) -> World | Senseless:
    """Ask the server who this request is."""
    return replace(world, agenda=(ask(world, action.actor, "/me", design),))


def logout(world: World, action: Action, design: Design) -> World | Senseless:
    """Press the button of the page; `through_attacker`: somebody on the way makes it a request for another address."""
    if held(world.device(action.actor)) is None:
        return Senseless("nothing_to_log_out_from")
    moved = "/action" if action.argument == "through_attacker" else ""
    world = _from_page(world, FromPage(action.actor, "/logout", moved=moved), design)
    if world.server.provider.sessions and design.idp_logout == "rp_initiated":
        # The application's page goes on to the provider's end-session endpoint (OIDC RP-Initiated Logout 2).
        at_provider = Send(action.actor, "GET", IDP_LOGOUT, "link", replaces_page=True)
        return replace(world, agenda=(*world.agenda, at_provider))
    return world


def act(world: World, action: Action, design: Design) -> World | Senseless:
    """Do something that changes state; `admin`: something that needs the role.

    `through_attacker`: the request passes somebody who ends its encryption on the way, and changes its body.
    """
    kind = (("kind", "admin"),) if action.argument == "admin" else ()
    fields = (*kind, *ask_again(account_of(action.actor), world.server, design))
    changed = ALTERED if action.argument == "through_attacker" else ()
    return _from_page(world, FromPage(action.actor, "/action", fields, changed=changed), design)


def change_password(world: World, action: Action, design: Design) -> World | Senseless:
    """Choose a new password in this session."""
    if held(world.device(action.actor)) is None:
        return Senseless("not_logged_in")
    account = world.server.account(account_of(action.actor))
    again = ask_again(account_of(action.actor), world.server, design)
    new = next_password(account) if account is not None else ""
    return _from_page(world, FromPage(action.actor, "/password", (("new_password", new), *again)), design)


def _from_page(world: World, form: FromPage, design: Design) -> World:
    device = world.device(form.device)
    return replace(world, agenda=(form,) if can_ask(device, design) else (visit(device, "/", design), form))


VERBS = (
    Verb("login", YOU, PEOPLE, login, ("", "wrong", "remember", "as_victim", "through_attacker", "other_service"), "l"),
    Verb("me", YOU, PEOPLE, me, (), "m"),
    Verb("logout", YOU, PEOPLE, logout, ("", "through_attacker"), "o"),
    Verb("action", YOU, PEOPLE, act, ("", "admin", "through_attacker"), "a"),
    Verb("change_password", YOU, PEOPLE, change_password, (), "w"),
)
