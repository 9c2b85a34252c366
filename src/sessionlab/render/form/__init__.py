"""The form of a trace: the one format that the terminal, the web page, a saved file and the tests read.

Each class is one JSON object; `docs/trace.schema.json` is made from them. Fields are only ever added.
"""

from __future__ import annotations

from sessionlab.render.form.browser import Browser, Cookie, Kept, Reason, Refused, Sent, Stored, Withheld
from sessionlab.render.form.exchange import Exchange, Finding, Known, Live, Request, Response, State
from sessionlab.render.form.server import (
    Account,
    Auth,
    Deed,
    Denied,
    Entry,
    Key,
    Provider,
    ProviderCode,
    ProviderSession,
    Refresh,
    Remembered,
    Step,
    UsedId,
)
from sessionlab.render.form.trace import (
    VERSION,
    Continuity,
    Credential,
    Duration,
    RefusedAction,
    Trace,
    Try,
    Turn,
    Verdict,
)

__all__ = [
    "VERSION",
    "Account",
    "Auth",
    "Browser",
    "Continuity",
    "Cookie",
    "Credential",
    "Deed",
    "Denied",
    "Duration",
    "Entry",
    "Exchange",
    "Finding",
    "Kept",
    "Key",
    "Known",
    "Live",
    "Provider",
    "ProviderCode",
    "ProviderSession",
    "Reason",
    "Refresh",
    "Refused",
    "RefusedAction",
    "Remembered",
    "Request",
    "Response",
    "Sent",
    "State",
    "Step",
    "Stored",
    "Trace",
    "Try",
    "Turn",
    "UsedId",
    "Verdict",
    "Withheld",
]
