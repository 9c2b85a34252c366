"""Moving about in the browser: visit, reload, close."""

from __future__ import annotations

from sessionlab.browser.outgoing import Send
from sessionlab.cookies.jar import without_session_cookies
from sessionlab.design.design import Design
from sessionlab.engine.cookie_out import BASE_NAME
from sessionlab.http.message import Pairs
from sessionlab.http.url import Url
from sessionlab.value import replace
from sessionlab.world.action import Action
from sessionlab.world.own_page import visit as typed_visit
from sessionlab.world.places import OTHER_PORT_PAGE, sibling
from sessionlab.world.state import ATTACKER, World
from sessionlab.world.verbs.readers import follow_link_out, through_cache
from sessionlab.world.verbs.verb import PEOPLE, TIME, YOU, Senseless, Verb

LASTING = ("local_storage", "os_keystore", "file")
"""Where a credential stays when browser or program end; an environment ends with the shell that it was set in."""
PATHS = ("/", "/read", "/cart", "/me", "/signed-out")


def visit(world: World, action: Action, design: Design) -> World | Senseless:
    """Type an address of the application; or follow a link whose URL carries the attacker's session id."""
    if action.argument == "sibling":
        return replace(world, agenda=(_typed(action.actor, sibling(design)),))
    if action.argument == "other_port":
        return replace(world, agenda=(_typed(action.actor, OTHER_PORT_PAGE),))
    if action.argument == "evil":
        return follow_link_out(world, action, design)
    if action.argument == "through_cache":
        return through_cache(world, action, design) if action.actor == ATTACKER else Senseless("attackers_alone")
    query: Pairs = ()
    if action.argument == "link_with_id":
        if world.usable is None:
            return Senseless("nothing_known")
        query = ((BASE_NAME, world.usable),)
    path = action.argument if action.argument.startswith("/") else "/"
    return replace(world, agenda=(typed_visit(world.device(action.actor), path, design, query),))


def _typed(device: str, url: Url) -> Send:
    return Send(device, "GET", url, "visit", replaces_page=True)


def reload(world: World, action: Action, design: Design) -> World | Senseless:
    """Load the page again; its initiator stays what it was (6265bis 5.2; observed in Chromium)."""
    page = world.device(action.actor).page
    if page is None:
        return Senseless("no_page")
    send = Send(action.actor, "GET", page.url, "reload", page.initiator, replaces_page=True)
    return replace(world, agenda=(send,))


def close_browser(world: World, action: Action, design: Design) -> World | Senseless:
    """Close and open the browser or program: cookies without a lifetime go, and what was only kept while it ran."""
    device = world.device(action.actor)
    jar = without_session_cookies(device.jar, design.view)
    if device.kept is not None and design.settle(device.kept_in) not in LASTING:
        device = device.without_kept()
    return world.with_device(replace(device, jar=jar, page=None, page_tokens=(), deleted=()))


VERBS = (
    Verb("visit", YOU, PEOPLE, visit, (*PATHS, "link_with_id", "sibling", "other_port", "evil", "through_cache"), "v"),
    Verb("reload", YOU, PEOPLE, reload, (), "e"),
    Verb("close_browser", TIME, PEOPLE, close_browser),
)
