"""How the victim's browser and the server stand to each other: every way has a name.

A standing has two sides. *Here*: what the victim's browser holds, and what the server makes of it. *Elsewhere*: whether
somebody else holds a value that the server answers as the victim. Both are worked out from the world by asking the
server's own logic, never by a table of designs.
"""

from __future__ import annotations

from typing import Any

from sessionlab.browser.device import Device
from sessionlab.browser.outgoing import Send
from sessionlab.browser.user_agent import context_of
from sessionlab.cookies.retrieve import sent_only
from sessionlab.design.design import Design
from sessionlab.servers.state import VICTIM as VICTIMS_ACCOUNT
from sessionlab.tokens.credentials import is_credential
from sessionlab.tokens.machine import ApiKey, Certificate, DpopProof, SigningKey
from sessionlab.tokens.terms import ATTACKER as BY_ATTACKER
from sessionlab.tokens.terms import ApiToken, Fact, Garbled, Reference, RefreshToken, RememberToken, StateCookie
from sessionlab.value import Value
from sessionlab.world.asking import Belief, Beliefs
from sessionlab.world.own_page import held
from sessionlab.world.places import app
from sessionlab.world.state import ATTACKER, DEVICE2, VICTIM, World

NEITHER = "neither"
NOBODY_HOLDS, DID_NOT_STICK = "record_nobody_holds", "login_did_not_stick"
MATCHING, STALE, ANONYMOUS, PLANTED = "matching", "stale", "anonymous", "planted"
TOKEN, STATE_IN_COOKIE, ANONYMOUS_STATE = "token", "state_in_cookie", "anonymous_state"
MATCHING_IN_STORAGE, TOKEN_IN_STORAGE = "matching_in_storage", "token_in_storage"
SOMEBODY_ELSES, EXPIRED, DENIED = "somebody_elses", "expired", "denied"
ACCOUNT_REFUSES, UNREADABLE, CONTESTED, NOT_SENT = "account_refuses", "unreadable", "contested", "not_sent"
REMEMBERED, BOUND_ELSEWHERE = "remembered", "bound_elsewhere"
AT_ISSUER, KEY_SHOWN, KEY_SIGNS, CERTIFIED = "at_issuer", "key_shown", "key_signs", "certified"
KEY_UNKNOWN, NOT_CARRIED = "key_unknown", "not_carried"

HERE = (
    NEITHER,
    REMEMBERED,
    DID_NOT_STICK,
    NOBODY_HOLDS,
    ANONYMOUS,
    ANONYMOUS_STATE,
    PLANTED,
    MATCHING,
    MATCHING_IN_STORAGE,
    TOKEN,
    TOKEN_IN_STORAGE,
    STATE_IN_COOKIE,
    AT_ISSUER,
    KEY_SHOWN,
    KEY_SIGNS,
    CERTIFIED,
    KEY_UNKNOWN,
    NOT_CARRIED,
    SOMEBODY_ELSES,
    CONTESTED,
    NOT_SENT,
    STALE,
    EXPIRED,
    DENIED,
    ACCOUNT_REFUSES,
    BOUND_ELSEWHERE,
    UNREADABLE,
)
"""What the victim's browser holds, and what the server makes of it: exactly one of these is true of a world."""

ALONE, COPIED, OTHER_DEVICE = "alone", "copied", "other_device"
ELSEWHERE = (ALONE, COPIED, OTHER_DEVICE)
"""Who else holds a value that is answered as the victim: nobody, the attacker (whoever else does), the victim."""

UNPRESENTABLE = (Fact, RefreshToken, ApiToken, DpopProof)
"""What somebody may know and cannot show as a login."""

BY_GROUND = {
    "unknown_session_id": STALE,
    "idle_limit": EXPIRED,
    "absolute_limit": EXPIRED,
    "token_expired": EXPIRED,
    "token_denied": DENIED,
    "token_version_old": DENIED,
    "account_gone": ACCOUNT_REFUSES,
    "account_disabled": ACCOUNT_REFUSES,
    "password_changed": ACCOUNT_REFUSES,
    "not_a_session_id": UNREADABLE,
    "not_a_token": UNREADABLE,
    "signature_invalid": UNREADABLE,
    "issuer_wrong": UNREADABLE,
    "audience_wrong": UNREADABLE,
    "not_a_state_cookie": UNREADABLE,
    "seal_broken": UNREADABLE,
    "no_credential": UNREADABLE,
    "token_type_wrong": UNREADABLE,
    "unknown_token": UNREADABLE,
    "not_an_api_key": UNREADABLE,
    "not_a_signature": UNREADABLE,
    "body_changed": UNREADABLE,
    "target_changed": UNREADABLE,
    "signature_too_old": EXPIRED,
    "key_expired": EXPIRED,
    "assertion_used": DENIED,
    "nonce_used": DENIED,
    "delivery_seen": DENIED,
    "unknown_key": KEY_UNKNOWN,
    **dict.fromkeys(
        ("address_changed", "agent_changed", "key_not_proven", "step_up_required", "device_changed_revoked"),
        BOUND_ELSEWHERE,
    ),
    **dict.fromkeys(
        ("proof_missing", "proof_for_another_request", "proof_used", "proof_without_nonce"), BOUND_ELSEWHERE
    ),
}
"""What the server's ground for answering nobody makes of a credential that the browser holds."""


class Standing(Value):
    """One way in which browser and server stand to each other."""

    here: str
    elsewhere: str

    @property
    def code(self) -> str:
        """The name: `matching`, or `matching+copied` where somebody else counts too."""
        return self.here if self.elsewhere == ALONE else f"{self.here}+{self.elsewhere}"


STANDINGS: tuple[Standing, ...] = tuple(
    Standing(here, elsewhere)
    for here in HERE
    for elsewhere in ELSEWHERE
    # A record that nobody holds is only worth telling where nobody else is logged in.
    if (here, elsewhere) not in ((NOBODY_HOLDS, COPIED), (NOBODY_HOLDS, OTHER_DEVICE))
)
"""All of them."""


def standing(world: World, beliefs: Beliefs) -> Standing:
    """The one standing that is true of this world, as far as the server of a design is asked."""
    elsewhere = _elsewhere(world, beliefs)
    device = world.device(VICTIM)
    here = _with_credential(device, world, beliefs) or _by_lasting_cookie(device, world, beliefs)
    return Standing(here or _without(world, elsewhere), elsewhere)


def _with_credential(device: Device, world: World, beliefs: Beliefs) -> str | None:
    credential = held(device)
    if credential is None:
        return None
    in_jar = tuple(cookie for cookie in device.jar if is_credential(cookie.value))
    if len({cookie.value for cookie in in_jar}) > 1:
        return CONTESTED
    belief = beliefs.about(credential, world, VICTIM)
    if belief.user is None:
        stays = _stays_behind(belief, in_jar) and not isinstance(credential, Certificate)
        return NOT_CARRIED if stays else _nobodys(credential, belief, world)
    if in_jar and not _is_sent(device, world, beliefs.design):
        return NOT_SENT
    if belief.user != VICTIMS_ACCOUNT:
        return SOMEBODY_ELSES
    return _own(credential, bool(in_jar), beliefs.design)


def _stays_behind(belief: Belief, in_jar: tuple[Any, ...]) -> bool:
    """A credential that no request carries, since its way to the server is made for another kind."""
    return belief.ground == "no_credential" and not in_jar


def _by_lasting_cookie(device: Device, world: World, beliefs: Beliefs) -> str | None:
    """No session, but a cookie that begins one without a password."""
    lasting = next((cookie.value for cookie in device.jar if isinstance(cookie.value, RememberToken)), None)
    return REMEMBERED if _is_victims(lasting, world, beliefs, VICTIM) else None


BY_KIND = ((ApiKey, KEY_SHOWN), (SigningKey, KEY_SIGNS), (Certificate, CERTIFIED), (StateCookie, STATE_IN_COOKIE))


def _own(credential: Any, in_jar: bool, design: Design) -> str:
    kind = next((name for type, name in BY_KIND if isinstance(credential, type)), None)
    if kind is not None:
        return kind
    if design.session_type == "opaque_token":
        return AT_ISSUER
    if isinstance(credential, Reference):
        return MATCHING if in_jar else MATCHING_IN_STORAGE
    return TOKEN if in_jar else TOKEN_IN_STORAGE


def _nobodys(credential: Any, belief: Belief, world: World) -> str:
    """A credential that says nobody's name: waiting for a login, or not good for anything any more."""
    if isinstance(credential, Garbled):
        return UNREADABLE
    if isinstance(credential, Certificate):
        return KEY_UNKNOWN
    made_up = isinstance(credential, Reference) and credential.id.maker == BY_ATTACKER
    waiting = belief.ground == "anonymous_session"
    never_issued = made_up and belief.ground == "unknown_session_id"
    if (waiting or never_issued) and credential in world.known:
        return PLANTED
    if never_issued:
        return UNREADABLE
    if waiting:
        return ANONYMOUS_STATE if isinstance(credential, StateCookie) else ANONYMOUS
    return BY_GROUND[belief.ground]


def _is_sent(device: Device, world: World, design: Design) -> bool:
    """Does the browser send the credential when its user asks who he is?"""
    send = Send(device.name, "GET", app("/me", design), "visit")
    context = context_of(send, world.policy).retrieve
    sent = sent_only(device.jar, context, world.policy, world.clock, design.view)
    return any(is_credential(cookie.value) for cookie in sent)


def _without(world: World, elsewhere: str) -> str:
    """The browser holds no credential; does the server have something all the same?"""
    last = world.last
    if last is not None and (last.device, last.content) == (VICTIM, "logged_in"):
        return DID_NOT_STICK
    if elsewhere != ALONE:
        return NEITHER
    ids = {value.id for value in _all_values(world) if isinstance(value, Reference)}
    return NOBODY_HOLDS if any(id not in ids for id, _ in world.server.sessions) else NEITHER


def _all_values(world: World) -> tuple[Any, ...]:
    in_jars = tuple(cookie.value for device in world.devices for cookie in device.jar)
    return (*in_jars, *(device.kept for device in world.devices), *world.known)


def _elsewhere(world: World, beliefs: Beliefs) -> str:
    attackers = (*world.known, held(world.device(ATTACKER)))
    if any(_is_victims(value, world, beliefs) for value in attackers):
        return COPIED
    return OTHER_DEVICE if _is_victims(held(world.device(DEVICE2)), world, beliefs, DEVICE2) else ALONE


def _is_victims(value: Any, world: World, beliefs: Beliefs, who: str = ATTACKER) -> bool:
    if value is None or isinstance(value, UNPRESENTABLE):
        return False
    return beliefs.about(value, world, who).user == VICTIMS_ACCOUNT
