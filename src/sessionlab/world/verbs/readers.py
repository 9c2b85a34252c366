"""Whoever reads what lies about: the session store, logs, a shared cache, the Referer that another site receives."""

from __future__ import annotations

from sessionlab.browser.outgoing import Send
from sessionlab.design.design import Design
from sessionlab.tokens.credentials import is_credential
from sessionlab.tokens.machine import ApiKey
from sessionlab.tokens.terms import Reference
from sessionlab.value import replace
from sessionlab.world.action import Action
from sessionlab.world.own_page import is_open
from sessionlab.world.places import EVIL_PAGE
from sessionlab.world.presenting import Carried, place
from sessionlab.world.state import ATTACKER, World
from sessionlab.world.verbs.verb import ADVERSARY, Senseless, Verb


def read_store(world: World, action: Action, design: Design) -> World | Senseless:
    """Dump the session store. Ids that stand there as they are can be used; digests only if ids are guessable."""
    if not (world.server.entries or world.server.keys):
        return Senseless("store_empty")
    kept = tuple(token for tokens in world.server.api_tokens for token in design.settle(tokens))
    if not design.settle(design.later(("store_key_form", "session_id_generator"), _usable)):
        return Senseless("ids_are_digests")
    keys = tuple(known.key for known in world.server.keys if isinstance(known.key, ApiKey))
    # An id alone is the whole credential, unless a signature belongs to it, which stands in no store.
    whole = not design.sign_session_id
    return world.learns(*kept, *keys, *(Reference(entry.id, genuine=whole) for entry in world.server.entries))


def _usable(store_key_form: str, generator: str) -> bool:
    """A digest of a guessable id is undone by trying all of them."""
    return store_key_form == "plaintext" or generator in GUESSABLE


GUESSABLE = ("random_32", "counter", "timestamp")


def read_log(world: World, action: Action, design: Design) -> World | Senseless:
    """Read the access log (URLs), or the application's own log (headers), and learn the credentials in it."""
    found = world.logged_urls
    if action.argument == "headers":
        if not world.logged:
            return Senseless("nothing_logged")
        if design.credential_logging != "raw":
            return Senseless("log_redacted")
        found = world.logged
    return world.learns(*found) if found else Senseless("nothing_logged")


def follow_link_out(world: World, action: Action, design: Design) -> World | Senseless:
    """The user follows a link from the application to the attacker's site, which sees the Referer (Referrer Policy)."""
    device = world.device(action.actor)
    if device.page is None or not is_open(device):
        return Senseless("no_page")
    carried = Carried() if device.kept is None else design.decide("credential_transport", place, device.kept)
    in_url = tuple(value for _, value in carried.query)
    leaks = (*in_url, *(value for _, value in device.page.query if is_credential(value)))
    if leaks and design.referrer_policy == "unsafe_url":
        world = world.learns(*leaks)
    policy = design.later("referrer_policy")
    send = Send(action.actor, "GET", EVIL_PAGE, "link", device.page.url, replaces_page=True, referrer_policy=policy)
    return replace(world, agenda=(send,))


def through_cache(world: World, action: Action, design: Design) -> World | Senseless:
    """The attacker asks a shared cache for pages that the victim has seen (RFC 9111 3)."""
    if not world.cached:
        return Senseless("nothing_cached")
    if design.cache_control == "no_store":
        return Senseless("nothing_cached")
    return world.learns(*world.cached)


VERBS = (
    Verb("read_store", ADVERSARY, (ATTACKER,), read_store),
    Verb("read_log", ADVERSARY, (ATTACKER,), read_log, ("", "urls", "headers")),
)
