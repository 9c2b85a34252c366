"""What server logic may ask. A step is a value; whoever drives the logic answers it.

The recorded steps, with their answers, are the "server logic" panel: there is no second explanation. `Note` steps
only explain; they have no answer and no driver acts on them.
"""

from __future__ import annotations

from collections.abc import Generator
from typing import Any, TypeVar

from sessionlab.engine.steps.account import Account, ChangeAccount, CheckPassword, FindAccount, Perform
from sessionlab.engine.steps.machine import FindKey, KeepKey, KeyState, RevokeKeys, SeenBefore
from sessionlab.engine.steps.provider import (
    KeepTokens,
    LoginsFrom,
    NewCode,
    NoteLogin,
    ProviderBegin,
    ProviderEnd,
    ProviderUser,
    RedeemCode,
)
from sessionlab.engine.steps.session import (
    CheckMac,
    CheckSeal,
    CountSessions,
    Create,
    Delete,
    DeleteAll,
    ForgetLogins,
    KeepLogin,
    KnowsLogin,
    LookUp,
    NewId,
    NewSecret,
    Note,
    Now,
    Pause,
    Seal,
    Touch,
    Update,
)
from sessionlab.engine.steps.token import (
    CurrentVersion,
    Deny,
    FindRefresh,
    Introspect,
    IsDenied,
    KeepRefresh,
    NewJti,
    RefreshState,
    RevokeFamily,
    Sign,
    UseRefresh,
    Verify,
)

T = TypeVar("T")

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
    | KeepTokens
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

__all__ = [
    "Account",
    "ChangeAccount",
    "CheckMac",
    "CheckPassword",
    "CheckSeal",
    "CountSessions",
    "Create",
    "CurrentVersion",
    "Delete",
    "DeleteAll",
    "Deny",
    "FindAccount",
    "FindKey",
    "FindRefresh",
    "ForgetLogins",
    "Introspect",
    "IsDenied",
    "KeepKey",
    "KeepLogin",
    "KeepRefresh",
    "KeepTokens",
    "KeyState",
    "KnowsLogin",
    "Logic",
    "LoginsFrom",
    "LookUp",
    "NewCode",
    "NewId",
    "NewJti",
    "NewSecret",
    "Note",
    "NoteLogin",
    "Now",
    "Pause",
    "Perform",
    "ProviderBegin",
    "ProviderEnd",
    "ProviderUser",
    "RedeemCode",
    "RefreshState",
    "RevokeFamily",
    "RevokeKeys",
    "Seal",
    "SeenBefore",
    "Sign",
    "Step",
    "Touch",
    "Update",
    "UseRefresh",
    "Verify",
]
