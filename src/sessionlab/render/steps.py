"""The server's recorded steps as sentences. Each kind of step has one teller; together they are the "server logic"."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sessionlab.engine import steps as s
from sessionlab.render.http_text import clock_time
from sessionlab.render.pen import Pen
from sessionlab.render.program_steps import OF_PROGRAMS, Outcome, Teller
from sessionlab.render.terms import until
from sessionlab.servers.simulated import Answered
from sessionlab.tokens.credentials import is_credential
from sessionlab.tokens.terms import Reference, SessionId
from sessionlab.value import Value

LOOK_UPS = (
    s.LookUp,
    s.IsDenied,
    s.CurrentVersion,
    s.KnowsLogin,
    s.FindRefresh,
    s.FindKey,
    s.Introspect,
    s.SeenBefore,
    s.FindAccount,
)
"""Steps that ask the server's memory about a credential: what a self-contained token saves."""

GROUNDS = ("forged_request", "used_elsewhere")
"""Notes about a ground that has a sentence of its own."""
ASKED_OF = {
    "introspection": ("introspection_yes", "introspection_no"),
    "status_list": ("status_list_yes", "status_list_no"),
}
"""Ways of revoking in which it is not the server's own list that is asked, with what is said of the answers."""


class Told(Value):
    """One step in words. `about`: the credentials that it is about. `look_up`: whether it reads the server's memory."""

    code: str
    text: str
    about: tuple[Any, ...] = ()
    look_up: bool = False


def told(steps: Answered, pen: Pen) -> tuple[Told, ...]:
    """All steps of an exchange in words."""
    logs_in = any(isinstance(step, s.CheckPassword) for step, _ in steps)
    return tuple(_told(step, answer, logs_in, pen) for step, answer in steps)


def _is_look_up(step: s.Step, logs_in: bool) -> bool:
    """Did the server have to look into its memory to know whom it deals with?

    Checking a password looks at the user record in any case: that says nothing about how sessions are kept.
    """
    return isinstance(step, LOOK_UPS) and not (logs_in and isinstance(step, s.FindAccount))


def _told(step: s.Step, answer: Any, logs_in: bool, pen: Pen) -> Told:
    name, teller = TELLERS[type(step)]
    outcome, details = teller(step, answer, pen)
    text = pen.say(f"step.{name}.{outcome}", **details)
    return Told(f"{name}.{outcome}", text, tuple(_about(step, answer)), _is_look_up(step, logs_in))


def _about(step: s.Step, answer: Any) -> Iterable[Any]:
    for value in (*(getattr(step, field) for field in step.__struct_fields__), answer):
        if isinstance(value, SessionId):
            yield Reference(value)
        elif is_credential(value):
            yield value
        elif isinstance(value, tuple):
            yield from (Reference(one) if isinstance(one, SessionId) else one for one in value if not _is_plain(one))


def _is_plain(value: Any) -> bool:
    return not isinstance(value, SessionId) and not is_credential(value)


def _now(step: s.Now, answer: Any, pen: Pen) -> Outcome:
    return "read", {"time": clock_time(answer)}


def _made(step: s.NewId | s.NewSecret, answer: Any, pen: Pen) -> Outcome:
    state = isinstance(step, s.NewSecret) and step.use == "state"
    return "state" if state else "made", {"value": pen.short(answer)}


def _jti(step: s.NewJti, answer: Any, pen: Pen) -> Outcome:
    return "made", {"jti": answer}


def _look_up(step: s.LookUp, answer: Any, pen: Pen) -> Outcome:
    if answer is None:
        return "nothing", {"id": pen.short(step.id)}
    return "found", {"id": pen.short(step.id), "record": pen.record(answer)}


def _create(step: s.Create, answer: Any, pen: Pen) -> Outcome:
    return "written", {"entry": pen.entry(step.id, step.record)}


def _update(step: s.Update, answer: Any, pen: Pen) -> Outcome:
    if not answer:
        return "nothing", {"id": pen.short(step.id)}
    return "written", {"entry": pen.entry(step.id, step.record)}


def _of_record(step: s.Touch | s.Delete, answer: Any, pen: Pen) -> Outcome:
    return "done" if answer else "nothing", {"id": pen.short(step.id)}


def _count(step: s.CountSessions, answer: Any, pen: Pen) -> Outcome:
    return "counted", {"user": step.user, "count": answer}


def _delete_all(step: s.DeleteAll, answer: Any, pen: Pen) -> Outcome:
    if step.keep is not None:
        return "others", {"user": step.user, "count": answer, "id": pen.short(step.keep)}
    return "all", {"user": step.user, "count": answer}


def _deny(step: s.Deny, answer: Any, pen: Pen) -> Outcome:
    if pen.design.token_revocation in ASKED_OF:
        return pen.design.token_revocation, {"jti": step.jti}
    end = until(step.until)
    if end is None:
        return "for_ever", {"jti": step.jti}
    return "until", {"jti": step.jti, "time": clock_time(end)}


def _is_denied(step: s.IsDenied, answer: Any, pen: Pen) -> Outcome:
    refused, taken = ASKED_OF.get(pen.design.token_revocation, ("denylist_yes", "denylist_no"))
    return taken if answer is None else refused, {"jti": step.jti}


def _current_version(step: s.CurrentVersion, answer: Any, pen: Pen) -> Outcome:
    return "unknown" if answer < 0 else "read", {"user": step.name, "version": answer}


def _with_value(outcome: str) -> Teller:
    return lambda step, answer, pen: (outcome, {"value": pen.short(step.token)})


def _find_refresh(step: s.FindRefresh, answer: Any, pen: Pen) -> Outcome:
    value: dict[str, object] = {"value": pen.short(step.token)}
    if answer is None:
        return "nothing", value
    if answer.revoked:
        return "revoked", value
    return ("fresh", value) if answer.used is None else ("used", {**value, "time": clock_time(answer.used)})


def _revoke_family(step: s.RevokeFamily, answer: Any, pen: Pen) -> Outcome:
    return "revoked", {"family": step.family}


def _knows_login(step: s.KnowsLogin, answer: Any, pen: Pen) -> Outcome:
    return "yes" if answer else "no", {"value": pen.short(step.token)}


def _forget_logins(step: s.ForgetLogins, answer: Any, pen: Pen) -> Outcome:
    return ("all", {"user": step.user}) if step.token is None else ("one", {"value": pen.short(step.token)})


def _find_account(step: s.FindAccount, answer: Any, pen: Pen) -> Outcome:
    if answer is None:
        return "nothing", {"name": step.name}
    code = "found" if answer.enabled else "disabled"
    return code, {"name": step.name, "role": answer.role}


def _check_password(step: s.CheckPassword, answer: Any, pen: Pen) -> Outcome:
    return "right" if answer else "wrong", {"name": step.name}


def _change_account(step: s.ChangeAccount, answer: Any, pen: Pen) -> Outcome:
    return step.what, {"name": step.name, "role": answer.role, "version": answer.version}


def _sign(step: s.Sign, answer: Any, pen: Pen) -> Outcome:
    end = until(step.claims.exp)
    if end is None:
        return "for_ever", {"user": step.claims.sub, "value": pen.short(answer)}
    return "until", {"user": step.claims.sub, "value": pen.short(answer), "time": clock_time(end)}


def _checked(step: s.Verify | s.CheckSeal | s.CheckMac, answer: Any, pen: Pen) -> Outcome:
    return "genuine" if answer else "forged", {}


def _seal(step: s.Seal, answer: Any, pen: Pen) -> Outcome:
    return pen.design.session_type, {"value": pen.short(answer), "record": pen.record(step.record)}


def _perform(step: s.Perform, answer: Any, pen: Pen) -> Outcome:
    if step.asked_from is None:
        return "without_origin", {"user": step.user}
    return "from_origin", {"user": step.user, "origin": step.asked_from}


def _pause(step: s.Pause, answer: Any, pen: Pen) -> Outcome:
    return "waits", {}


def _note(step: s.Note, answer: Any, pen: Pen) -> Outcome:
    about = pen.short(step.about[0]) if step.about else ""
    details = {"about": pen.say(f"ground.{about}", user="")} if step.code in GROUNDS else {"about": about}
    return step.code, dict(details)


TELLERS: dict[type, tuple[str, Teller]] = {
    **OF_PROGRAMS,
    s.Now: ("now", _now),
    s.NewId: ("new_id", _made),
    s.NewSecret: ("new_secret", _made),
    s.NewJti: ("new_jti", _jti),
    s.LookUp: ("look_up", _look_up),
    s.Create: ("create", _create),
    s.Update: ("update", _update),
    s.Touch: ("touch", _of_record),
    s.Delete: ("delete", _of_record),
    s.CountSessions: ("count_sessions", _count),
    s.DeleteAll: ("delete_all", _delete_all),
    s.Deny: ("deny", _deny),
    s.IsDenied: ("is_denied", _is_denied),
    s.CurrentVersion: ("current_version", _current_version),
    s.KeepRefresh: ("keep_refresh", _with_value("kept")),
    s.FindRefresh: ("find_refresh", _find_refresh),
    s.UseRefresh: ("use_refresh", _with_value("used")),
    s.RevokeFamily: ("revoke_family", _revoke_family),
    s.KeepLogin: ("keep_login", _with_value("kept")),
    s.KnowsLogin: ("knows_login", _knows_login),
    s.ForgetLogins: ("forget_logins", _forget_logins),
    s.FindAccount: ("find_account", _find_account),
    s.CheckPassword: ("check_password", _check_password),
    s.ChangeAccount: ("change_account", _change_account),
    s.Sign: ("sign", _sign),
    s.Verify: ("verify", _checked),
    s.Seal: ("seal", _seal),
    s.CheckSeal: ("check_seal", _checked),
    s.CheckMac: ("check_mac", _checked),
    s.Perform: ("perform", _perform),
    s.Pause: ("pause", _pause),
    s.Note: ("note", _note),
}
