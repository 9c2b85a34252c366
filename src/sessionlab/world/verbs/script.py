"""Code of the attacker's inside the client: in the application's own page (cross-site scripting), or in a program."""

from __future__ import annotations

from sessionlab.browser.context import script_contexts
from sessionlab.browser.outgoing import FromPage, Send
from sessionlab.browser.user_agent import cookies_for
from sessionlab.design.design import Design
from sessionlab.engine.oauth_client import is_public
from sessionlab.engine.routes.oidc import AUTHORIZE
from sessionlab.http.url import Url, parse_url
from sessionlab.tokens.credentials import is_credential
from sessionlab.value import replace
from sessionlab.world.action import Action
from sessionlab.world.own_page import is_open, is_program, post
from sessionlab.world.state import ATTACKER, VICTIM, World
from sessionlab.world.verbs.planting import plant_cookie
from sessionlab.world.verbs.verb import ADVERSARY, Senseless, Verb

READABLE = ("local_storage", "session_storage")
IN_PAGE = (*READABLE, "js_memory")
"""What a script in the page reaches; a worker keeps its memory to itself."""
IN_PROGRAM = (*READABLE, "file", "environment_variable")
"""What a library inside a program simply reads; its memory takes more, and a keystore asks who wants to know."""


def run_script(world: World, action: Action, design: Design) -> World | Senseless:
    """`read`: document.cookie and web storage. `act`: a request as the page. `set_cookie`: write document.cookie."""
    device = world.device(VICTIM)
    if device.page is None and device.kept is not None and is_program(design):
        return _in_program(world, action.argument, design)
    if not is_open(device) or device.page is None:
        return Senseless("no_page")
    if action.argument == "act":
        return replace(world, agenda=(post(world, FromPage(VICTIM, "/action"), design),))
    if action.argument == "silent_flow":
        return _silent_flow(world, device.page.url, design)
    if action.argument == "set_cookie":
        return plant_cookie(world, replace(action, argument="script"), design)
    context = script_contexts(device.page.url, world.policy)[0]
    # Only credentials are asked after: what else the script can read does not matter here.
    interesting = tuple(cookie for cookie in device.jar if is_credential(cookie.value))
    seen = cookies_for(interesting, context, world.policy, world.clock, design)
    world = world.learns(*(cookie.value for cookie in seen))
    readable = IN_PAGE if action.argument == "tokens" else READABLE
    if device.kept is not None and design.settle(device.kept_in) in readable:
        world = world.learns(device.kept)
    if action.argument == "tokens" and device.page_tokens != ():
        world = world.learns(*design.settle(device.page_tokens))
    return world


def _in_program(world: World, way: str, design: Design) -> World | Senseless:
    """A hostile library in the program: it reads where the program keeps its credential, or asks in its name."""
    device = world.device(VICTIM)
    if way == "act":
        return replace(world, agenda=(post(world, FromPage(VICTIM, "/action"), design),))
    if way not in ("", "read", "tokens"):
        return Senseless("no_page")
    if way == "tokens" and device.page_tokens != ():
        world = world.learns(*design.settle(device.page_tokens))
    readable = (*IN_PROGRAM, "js_memory") if way == "tokens" else IN_PROGRAM
    return world.learns(device.kept) if design.settle(device.kept_in) in readable else world


def _silent_flow(world: World, page: Url, design: Design) -> World | Senseless:
    """A hidden frame asks the provider for a code of the script's own (draft-ietf-oauth-browser-based-apps 5.1.3)."""
    if design.identity_provider != "oidc_code_flow":
        return Senseless("no_identity_provider")
    if not design.decide("oauth_client_pattern", is_public):
        return Senseless("client_is_confidential")
    url = parse_url(AUTHORIZE)
    return replace(world, agenda=(Send(VICTIM, "GET", url, "iframe", page, takes_code=True),))


VERBS = (
    Verb(
        "run_script",
        ADVERSARY,
        (ATTACKER,),
        run_script,
        ("", "read", "tokens", "act", "set_cookie", "silent_flow"),
        "j",
    ),
)
