"""What server logic may ask. A step is a value; whoever drives the logic answers it.

The recorded steps, with their answers, are the "server logic" panel: there is no second explanation. `Note` steps
only explain; they have no answer and no driver acts on them.
"""

from __future__ import annotations

from collections.abc import Generator
from typing import Any, TypeVar

from sessionlab.tokens.terms import Claims, Name, Record, SessionId
from sessionlab.value import Value

T = TypeVar("T")


class Account(Value):
    """A user record. `password` and `version` count changes; `version` is what `token_version` compares.

    `chosen`: the password that was chosen last, "" as long as it is the first one.
    """

    name: str
    uid: int
    role: str = "user"
    enabled: bool = True
    password: int = 0
    version: int = 0
    chosen: str = ""


class Now(Value):
    """The server's clock. Answer: seconds (int)."""


class NewId(Value):
    """A fresh unguessable id. Answer: `SessionId`."""


class NewSecret(Value):
    """A fresh unguessable secret. Answer: `Secret`."""

    use: str


class NewJti(Value):
    """A fresh token id (RFC 7519 4.1.7). Answer: int, or text behind a real wire."""


class LookUp(Value):
    """Read a session record (and hold its lock until the answer, where writes are locked). Answer: Record | None."""

    id: SessionId


class Create(Value):
    """Write a session record, whether or not there is one under this id. Answer: None."""

    id: SessionId
    record: Record


class Update(Value):
    """Write a session record only if there is one under this id. Answer: bool, was there one?"""

    id: SessionId
    record: Record


class Touch(Value):
    """Note the time of use in a session record, if it is there. Answer: bool."""

    id: SessionId


class Delete(Value):
    """Delete a session record. Answer: bool, was there one?"""

    id: SessionId


class CountSessions(Value):
    """How many session records a user has, this one left out. Answer: int."""

    user: str
    without: SessionId | None = None


class DeleteAll(Value):
    """Delete all session records of a user, except perhaps one. Answer: int, how many there were."""

    user: str
    keep: SessionId | None = None


class Deny(Value):
    """Have a token refused from now on, until it expires (denylist, status list, introspection). Answer: None.

    `encoding`: which spelling of the token it was, for lists that hold the raw text.
    """

    jti: Name
    until: Any
    encoding: int = 0


class IsDenied(Value):
    """Is this token refused by the list, or by its issuer? Answer: the second until which it is refused, or None."""

    jti: Name
    encoding: int = 0


class CurrentVersion(Value):
    """The number that the tokens of a user must carry today, perhaps a remembered one. Answer: int."""

    name: str


class KeyState(Value):
    """What the server knows of a registered key: whose it is, and since when."""

    key: Any
    user: str
    at: int


class KeepKey(Value):
    """Register a key for a user. Answer: None."""

    key: Any
    user: str


class FindKey(Value):
    """Whose is this key? Answer: KeyState | None."""

    key: Any


class RevokeKeys(Value):
    """Delete all registered keys of a user. Answer: None."""

    user: str


class SeenBefore(Value):
    """Was this id (of a nonce, delivery, assertion or proof) used before? It is remembered from now on. Answer: bool."""

    purpose: str
    id: Any


class Introspect(Value):
    """Ask the issuer what a token means (RFC 7662). Answer: `active`, or a ground of refusal."""

    token: Any


class ProviderUser(Value):
    """Who is logged in at the identity provider, by its session id? Answer: str | None."""

    session: Any


class ProviderBegin(Value):
    """Begin a session at the identity provider. Answer: its id."""

    user: str


class ProviderEnd(Value):
    """End a session at the identity provider. Answer: the user who was logged in, or None."""

    session: Any


class NewCode(Value):
    """A fresh authorization code. Answer: Code."""

    user: str


class RedeemCode(Value):
    """Exchange a code at the token endpoint; it is good once. Answer: the user, or None."""

    code: Any


class NoteLogin(Value):
    """The application notes which of its sessions came from the provider, for a logout by back channel."""

    user: str
    credential: Any


class LoginsFrom(Value):
    """The application's sessions of a user that came from the provider. Answer: tuple of credentials."""

    user: str


class RefreshState(Value):
    """What the authorization server knows of a refresh token: when it was first used, and whether it is revoked."""

    token: Any
    used: int | None = None
    revoked: bool = False


class KeepRefresh(Value):
    """Note a new refresh token. Answer: None."""

    token: Any


class FindRefresh(Value):
    """What is known of a refresh token? Answer: RefreshState | None."""

    token: Any


class UseRefresh(Value):
    """Note that a refresh token was used now. Answer: None."""

    token: Any


class RevokeFamily(Value):
    """Revoke all refresh tokens that descend from one login. Answer: None."""

    family: Name


class KeepLogin(Value):
    """Note a remembered login in the store. Answer: None."""

    token: Any


class KnowsLogin(Value):
    """Is this remembered login in the store? Answer: bool."""

    token: Any


class ForgetLogins(Value):
    """Delete remembered logins: one, or all of a user. Answer: None."""

    user: str
    token: Any = None


class FindAccount(Value):
    """Read the user record. Answer: Account | None."""

    name: str


class CheckPassword(Value):
    """Compare a password with the user record. `password` is the text that was sent. Answer: bool."""

    name: str
    password: Any


class ChangeAccount(Value):
    """Change the user record: `what` is `password`, `role`, `disable` or `version`. Answer: Account."""

    name: str
    what: str
    value: Any = None


class Sign(Value):
    """Sign claims with the server's key. Answer: the credential."""

    claims: Claims


class Verify(Value):
    """Check the signature of a token with the server's key. Answer: bool."""

    token: Any


class Seal(Value):
    """Make a client-side session cookie of a record, as the design's kind of cookie says. Answer: the credential."""

    record: Record


class CheckSeal(Value):
    """Check signature or encryption of a client-side session cookie with the server's key. Answer: bool."""

    cookie: Any


class CheckMac(Value):
    """Check the MAC of a signed session id. Answer: bool."""

    reference: Any


class Perform(Value):
    """Carry out the user's act (a transfer, an order). `asked_from`: the Origin that asked. Answer: None."""

    user: str
    asked_from: Any
    role: str


class Pause(Value):
    """A slow handler waits here for something else; another request may come in between. Answer: None."""


class Note(Value):
    """Explains a decision, under a code of the catalogue. No answer."""

    code: str
    about: tuple[Any, ...] = ()


Step = (
    Now
    | NewId
    | NewSecret
    | NewJti
    | LookUp
    | Create
    | Update
    | Touch
    | Delete
    | CountSessions
    | DeleteAll
    | Deny
    | IsDenied
    | CurrentVersion
    | ProviderUser
    | ProviderBegin
    | ProviderEnd
    | NewCode
    | RedeemCode
    | NoteLogin
    | LoginsFrom
    | KeepKey
    | FindKey
    | RevokeKeys
    | SeenBefore
    | Introspect
    | KeepRefresh
    | FindRefresh
    | UseRefresh
    | RevokeFamily
    | KeepLogin
    | KnowsLogin
    | ForgetLogins
    | FindAccount
    | CheckPassword
    | ChangeAccount
    | Sign
    | Verify
    | Seal
    | CheckSeal
    | CheckMac
    | Perform
    | Pause
    | Note
)
Logic = Generator[Step, Any, T]

STORE_STEPS = (LookUp, Create, Update, Touch, Delete, CountSessions, DeleteAll, Deny, IsDenied, CurrentVersion)
"""Steps at which the session store or denylist is used; requests interleave only here."""
LOOK_UPS = (LookUp, IsDenied, CurrentVersion, FindKey, Introspect, SeenBefore)
"""Steps that a self-contained token saves: what is counted as store look-ups."""
