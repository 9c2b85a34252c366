"""What attacks are after, each a question to the world that the server's own answers have made."""

from __future__ import annotations

from typing import Any

from sessionlab.servers.state import ATTACKER as ATTACKERS_ACCOUNT
from sessionlab.servers.state import VICTIM as VICTIMS_ACCOUNT
from sessionlab.tokens.machine import ApiKey, Certificate, Signed, SigningKey
from sessionlab.tokens.terms import ApiToken, Fact, Reference, RefreshToken, RememberToken, StateCookie, Token
from sessionlab.world.own_page import held
from sessionlab.world.state import ATTACKER, DEVICE2, VICTIM, World
from sessionlab.world.verbs.login_state import ALTERED


def _last_of(world: World, device: str, user: str | None) -> bool:
    last = world.last
    return last is not None and last.device == device and last.user == user


def attacker_is_the_victim(world: World) -> bool:
    """The server answered the attacker's bare tool as the victim."""
    last = world.last
    return last is not None and last.bare and last.status == 200 and _last_of(world, ATTACKER, VICTIMS_ACCOUNT)


def attacker_is_the_victim_in_a_browser(world: World) -> bool:
    """The server answered the attacker's own client as the victim."""
    return world.last is not None and world.last.status == 200 and _last_of(world, ATTACKER, VICTIMS_ACCOUNT)


def attacker_is_somebody_else(world: World) -> bool:
    """The server answered the attacker as a user who is not the attacker."""
    last = world.last
    if last is None or last.device != ATTACKER or last.status != 200:
        return False
    return last.user is not None and last.user != ATTACKERS_ACCOUNT


def browser_is_the_victim(world: World) -> bool:
    """The server answered the victim's browser as the victim."""
    return _last_of(world, VICTIM, VICTIMS_ACCOUNT)


def browser_is_the_attacker(world: World) -> bool:
    """The server answered the victim's browser as the attacker: the victim works in somebody else's account."""
    return _last_of(world, VICTIM, ATTACKERS_ACCOUNT)


def browser_is_nobody(world: World) -> bool:
    """The server answered the victim's browser as nobody."""
    return _last_of(world, VICTIM, None)


def second_device_is_the_victim(world: World) -> bool:
    """The server answered the victim's second device as the victim."""
    return _last_of(world, DEVICE2, VICTIMS_ACCOUNT)


def attacker_holds_a_credential_of_the_victim(world: World) -> bool:
    """The attacker knows a value that means the victim at the server."""
    return any(_means_the_victim(value, world) for value in world.known)


def _means_the_victim(value: Any, world: World) -> bool:
    if isinstance(value, Reference):
        return any(id == value.id and record.user == VICTIMS_ACCOUNT for id, record in world.server.sessions)
    if isinstance(value, ApiKey | Certificate):
        return any(known.key == value and known.user == VICTIMS_ACCOUNT for known in world.server.keys)
    return _named_in(value) == VICTIMS_ACCOUNT


def _named_in(value: Any) -> str | None:
    """The user whom a value names by itself."""
    if isinstance(value, Token):
        return value.claims.sub
    if isinstance(value, StateCookie):
        return value.record.user
    if isinstance(value, Signed):
        return value.key.user
    if isinstance(value, SigningKey | RefreshToken | ApiToken | RememberToken):
        return value.user
    return None


def attacker_holds_an_access_token_of_the_victim(world: World) -> bool:
    """The attacker knows an access token of the victim's."""
    return any(
        (isinstance(value, ApiToken) and value.kind == "access" and value.user == VICTIMS_ACCOUNT)
        or (isinstance(value, Token) and value.claims.sub == VICTIMS_ACCOUNT)
        for value in world.known
    )


def attacker_holds_a_refresh_token_of_the_victim(world: World) -> bool:
    """The attacker knows a refresh token of the victim's."""
    return any(
        isinstance(value, RefreshToken) or (isinstance(value, ApiToken) and value.kind == "refresh")
        for value in world.known
    )


def attacker_got_an_access_token(world: World) -> bool:
    """The token endpoint gave the attacker a new access token."""
    last = world.last
    return last is not None and last.device == ATTACKER and last.content == "refreshed"


def still_refreshed(world: World) -> bool:
    """The token endpoint gave the victim a new access token."""
    return world.last is not None and world.last.content == "refreshed"


def attacker_read_about_the_victim(world: World) -> bool:
    """The attacker read whose session it is, or what the server says about the victim."""
    return any(isinstance(value, Fact) and value.about == VICTIMS_ACCOUNT for value in world.known)


def done_as_the_victim(world: World) -> bool:
    """The server carried something out in the victim's name."""
    return any(deed.user == VICTIMS_ACCOUNT for deed in world.server.deeds)


def done_twice_as_the_victim(world: World) -> bool:
    """The server carried out twice what the victim asked for once."""
    return sum(deed.user == VICTIMS_ACCOUNT for deed in world.server.deeds) > 1


def admin_action_done(world: World) -> bool:
    """The server carried out what needs a role that the user no longer has."""
    last = world.last
    return last is not None and last.content == "action_done" and last.device == VICTIM


def altered_deed_done(world: World) -> bool:
    """The server carried out in the victim's name what somebody on the way made of the victim's own request."""
    return any(deed.user == VICTIMS_ACCOUNT and (("kind", deed.kind),) == ALTERED for deed in world.server.deeds)


DEEDS = (done_as_the_victim, done_twice_as_the_victim, admin_action_done, altered_deed_done)
"""Goals that are about something carried out; the rightful user must be able to have it carried out, too."""


def socket_opened_as_the_victim(world: World) -> bool:
    """A WebSocket of another site's page speaks as the victim."""
    last = world.last
    return last is not None and last.content == "socket_open" and last.user == VICTIMS_ACCOUNT


def older_state_is_back(world: World) -> bool:
    """The server took a value that says less than the attacker's session holds by now."""
    last, value, now = world.last, world.usable, held(world.device(ATTACKER))
    if last is None or (last.user is None and last.status != 401):
        return False
    older = isinstance(value, StateCookie) and isinstance(now, StateCookie) and value.record.items < now.record.items
    return older and last.bare and last.status == 200
