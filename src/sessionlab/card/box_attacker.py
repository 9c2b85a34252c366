"""What an attacker reaches in the browsers before a closed box: by a script in the page, by a sibling host."""

from __future__ import annotations

from typing import Any

from sessionlab.browser.context import request_context, script_contexts
from sessionlab.browser.device import Device
from sessionlab.browser.user_agent import cookies_for
from sessionlab.card.box_client import BoxClient
from sessionlab.card.subject import ATTACKER, VICTIM
from sessionlab.cookies.receive import receive
from sessionlab.cookies.store import Stored
from sessionlab.design.space import SEED_LAB
from sessionlab.engine.cookie_out import SITE_DOMAIN
from sessionlab.http.url import Url
from sessionlab.value import replace
from sessionlab.world.places import SIBLING_PAGE
from sessionlab.world.verbs.script import IN_PAGE, READABLE


def read_by_script(client: BoxClient, page: Url, memory: bool) -> tuple[Any, ...]:
    """What a script in the user's page reads: `document.cookie` and web storage, and perhaps the page's `memory`."""
    device = client.devices[VICTIM]
    context = script_contexts(page, client.policy)[0]
    seen = cookies_for(device.jar, context, client.policy, client.now(), SEED_LAB)
    reach = IN_PAGE if memory else READABLE
    kept = (device.kept,) if device.kept is not None and device.kept_in in reach else ()
    return (*(cookie.value for cookie in seen), *kept)


def planted_by_sibling(client: BoxClient) -> Device:
    """The user's browser after a sibling host set the attacker's cookies in it, for the whole site."""
    context = request_context(SIBLING_PAGE, "visit", client.policy).store
    device = client.devices[VICTIM]
    jar = device.jar
    for cookie in client.devices[ATTACKER].jar:
        secure = "; Secure" if cookie.name.startswith("__") else ""
        line = f"{cookie.name}={cookie.value}; Domain={SITE_DOMAIN}; Path=/{secure}"
        stored = receive(jar, line, context, client.policy, client.now())
        jar = stored.jar if isinstance(stored, Stored) else jar
    return replace(device, jar=jar)
