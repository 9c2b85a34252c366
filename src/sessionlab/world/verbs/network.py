"""Somebody on the network path: listens to what is not encrypted, or makes a browser ask without encryption."""

from __future__ import annotations

from sessionlab.browser.outgoing import Send
from sessionlab.design.design import Design
from sessionlab.value import replace
from sessionlab.world.action import Action
from sessionlab.world.places import plain_app
from sessionlab.world.state import ATTACKER, VICTIM, World
from sessionlab.world.verbs.verb import ADVERSARY, Senseless, Verb


def observe_network(world: World, action: Action, design: Design) -> World | Senseless:
    """Learn every credential that crossed the network unencrypted so far.

    `one_request`: see the user's last request whole, as somebody does who ends the TLS connection before the server.
    """
    if action.argument == "one_request":
        seen = tuple(design.settle(value) for value in world.passed)
        return world.learns(*seen) if any(one is not None for one in seen) else Senseless("nothing_passed")
    return world.learns(*world.in_clear) if world.in_clear else Senseless("nothing_in_clear")


def force_plaintext(world: World, action: Action, design: Design) -> World | Senseless:
    """Send the victim's browser to the plain-http address of the application, as if it had been typed."""
    if not world.plaintext_reachable:
        return Senseless("no_plaintext_to_answer")
    return replace(world, agenda=(Send(VICTIM, "GET", plain_app("/"), "visit"),))


VERBS = (
    Verb("observe_network", ADVERSARY, (ATTACKER,), observe_network, ("", "one_request"), "n"),
    Verb("force_plaintext", ADVERSARY, (ATTACKER,), force_plaintext),
)
