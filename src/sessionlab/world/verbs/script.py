"""A script of the attacker's in the application's own page (cross-site scripting)."""

from __future__ import annotations

from sessionlab.browser.context import script_contexts
from sessionlab.browser.outgoing import FromPage
from sessionlab.browser.user_agent import cookies_for
from sessionlab.design.design import Design
from sessionlab.tokens.credentials import is_credential
from sessionlab.value import replace
from sessionlab.world.action import Action
from sessionlab.world.own_page import is_open, post
from sessionlab.world.state import ATTACKER, VICTIM, World
from sessionlab.world.verbs.planting import plant_cookie
from sessionlab.world.verbs.verb import ADVERSARY, Senseless, Verb

READABLE = ("local_storage", "session_storage")
IN_PAGE = (*READABLE, "js_memory")
"""What a script in the page reaches; a worker keeps its memory to itself."""


def run_script(world: World, action: Action, design: Design) -> World | Senseless:
    """`read`: document.cookie and web storage. `act`: a request as the page. `set_cookie`: write document.cookie."""
    device = world.device(VICTIM)
    if not is_open(device) or device.page is None:
        return Senseless("no_page")
    if action.argument == "act":
        return replace(world, agenda=(post(world, FromPage(VICTIM, "/action"), design),))
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
    return world


VERBS = (Verb("run_script", ADVERSARY, (ATTACKER,), run_script, ("", "read", "tokens", "act", "set_cookie"), "j"),)
