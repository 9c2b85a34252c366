"""The experiments, one function each; its name is the key of its observation.

They are those that were run on real applications, with the same controls: a copy is a second client that has the same
cookies and stores nothing. Nothing here knows a framework.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sessionlab.cookies.jar import Cookie
from sessionlab.design.design import Design
from sessionlab.engine.durations import ABSOLUTE_LIMIT, IDLE_LIMIT
from sessionlab.observe.bench import Bench
from sessionlab.tokens.credentials import is_credential
from sessionlab.value import replace
from sessionlab.world.verbs.planting import INVENTED

Observation = Any


def cookie_set(design: Design) -> Observation:
    """Which first anonymous request is answered with a session cookie."""
    for path, moment in (("/", "at_visit"), ("/read", "at_session_read")):
        if Bench(design).do(f"visit={path}").holds() is not None:
            return moment
    return "at_first_write"


def me_before_login(design: Design) -> Observation:
    """`/me` before login."""
    return _known(Bench(design).do("visit").known_by_browser())


def me_after_login(design: Design) -> Observation:
    """`/me` after login."""
    return _known(Bench(design).do("login").known_by_browser())


def logout_browser(design: Design) -> Observation:
    """What the logout response does to the cookie."""
    bench = Bench(design).do("login")
    before = bench.holds()
    after = bench.do("logout").holds()
    if after is None:
        return "cookie_deleted"
    return "cookie_untouched" if after == before else "new_cookie_issued"


def own_browser_after_logout(design: Design) -> Observation:
    """Log in; log out; `/me` in the browser."""
    return _alive(Bench(design).do("login", "logout").known_by_browser())


def copy_after_logout(design: Design) -> Observation:
    """Log in; copy; log out; `/me` with the copy."""
    bench = Bench(design).do("login")
    copy = bench.copy()
    return _alive(bench.do("logout").known_by_copy(copy))


def fixation_by_planted_id(design: Design) -> Observation:
    """The attacker visits; the victim gets the attacker's cookies, logs in; the attacker asks with them."""
    bench = Bench(design).do("attacker:visit")
    if not bench.copy("attacker"):
        bench.do("attacker:visit=/cart")
    return "attacker_in" if _after_planting(bench, _login_cookies(bench, "attacker")) else "safe"


def invented_id(design: Design) -> Observation:
    """The same with a value that the attacker made up, in the cookie's own shape."""
    if not isinstance(Bench(design).do("login").holds(), type(INVENTED)) or design.sign_session_id:
        return "not_applicable"
    shape = _login_cookies(Bench(design).do("login"), "victim")
    made_up = tuple(replace(cookie, value=INVENTED) for cookie in shape)
    if _after_planting(Bench(design), made_up):
        return "attacker_in"
    bench = _planted(Bench(design), made_up).do("visit=/cart")
    return "adopted_while_anonymous" if bench.holds() == INVENTED and bench.world.server.sessions else "refused"


def _login_cookies(bench: Bench, device: str) -> tuple[Cookie, ...]:
    return tuple(cookie for cookie in bench.world.device(device).jar if is_credential(cookie.value))


def _planted(bench: Bench, cookies: tuple[Cookie, ...]) -> Bench:
    victim = bench.world.device("victim")
    bench.world = bench.world.with_device(replace(victim, jar=cookies))
    return bench


def _after_planting(bench: Bench, cookies: tuple[Cookie, ...]) -> bool:
    copy = tuple((cookie.name, cookie.value) for cookie in cookies)
    return _planted(bench, cookies).do("login").known_by_copy(copy)


def old_credential_after_second_login(design: Design) -> Observation:
    """Log in twice in one browser; the first cookie: `/me`."""
    bench = Bench(design).do("login")
    copy = bench.copy()
    return _alive(bench.do("wait=1", "login").known_by_copy(copy))


def other_device_after_logout(design: Design) -> Observation:
    """Two devices log in; one logs out; the other: `/me`."""
    return _alive(Bench(design).do("login", "device2:login", "logout").known_by_browser("device2"))


def inflight_write_over_logout(design: Design) -> Observation:
    """A slow writing request of the browser's session is overtaken by a logout; its response arrives in the jar."""
    return _over_logout(design, "write")


def inflight_read_over_logout(design: Design) -> Observation:
    """The same with a request that only reads."""
    return _over_logout(design, "read")


def _over_logout(design: Design, kind: str) -> Observation:
    bench = Bench(design).do("login", "wait=1")
    copy = bench.copy()
    bench.do(f"start_request={kind}", "wait=1", "logout", "finish_request")
    return {"browser": _alive(bench.known_by_browser()), "copy": _alive(bench.known_by_copy(copy))}


def copy_of_same_session_after_password_change(design: Design) -> Observation:
    """Log in; copy; change the password in this session; `/me` with the copy."""
    bench = Bench(design).do("login")
    copy = bench.copy()
    return _alive(bench.do("change_password").known_by_copy(copy))


def own_session_after_password_change(design: Design) -> Observation:
    """Log in; change the password in this session; `/me` in the browser."""
    return _alive(Bench(design).do("login", "change_password").known_by_browser())


def after_restart(design: Design) -> Observation:
    """Log in; restart the application's process; `/me`."""
    return _alive(Bench(design).do("login", "restart").known_by_browser())


def cross_site_post_without_token(design: Design) -> Observation:
    """A POST with the session's cookies, another site's Origin and Fetch Metadata, and no token."""
    bench = Bench(design).do("login")
    jar = bench.world.device("victim").jar
    cookies = tuple((cookie.name, cookie.value) for cookie in jar)
    headers = (("Origin", "https://evil.test"), ("Sec-Fetch-Site", "cross-site"))
    response = bench.post_by_copy(cookies, "/action", headers)
    return "accepted" if response is not None and response.status == 200 else "refused"


def user_readable_in_cookie(design: Design) -> Observation:
    """Is the user legible in the cookie to anyone who holds it?"""
    bench = Bench(design).do("login", "copy_credential", "decode")
    return any(getattr(value, "about", None) is not None for value in bench.world.known)


def lifetime_enforced_by_server(design: Design) -> Observation:
    """A copy is used for the first time after the limit has passed."""
    bench = Bench(design).do("login")
    copy = bench.copy()
    return not bench.do(f"wait={_limit(design) + 60}").known_by_copy(copy)


def browser_polling(design: Design) -> Observation:
    """`/me` again and again, below the limit, by a browser that stores new cookies."""
    bench = Bench(design).do("login")
    for _ in range(4):
        bench.do(f"wait={_limit(design) // 2}", "me")
    return "kept_alive" if bench.known_by_browser() else "died"


def static_copy_polling(design: Design) -> Observation:
    """The same by a copy that stores nothing."""
    bench = Bench(design).do("login")
    copy = bench.copy()
    alive = True
    for _ in range(4):
        bench.do(f"wait={_limit(design) // 2}")
        bench.world, alive = bench.asked_by_copy(copy)
    return "kept_alive" if alive else "died"


def _limit(design: Design) -> int:
    return ABSOLUTE_LIMIT if design.absolute_timeout == "server_side" else IDLE_LIMIT


def _known(known: bool) -> str:
    return "known" if known else "anonymous"


def _alive(known: bool) -> str:
    return "alive" if known else "dead"


EXPERIMENTS: tuple[Callable[[Design], Observation], ...] = (
    cookie_set,
    me_before_login,
    me_after_login,
    logout_browser,
    own_browser_after_logout,
    copy_after_logout,
    fixation_by_planted_id,
    invented_id,
    old_credential_after_second_login,
    other_device_after_logout,
    inflight_write_over_logout,
    inflight_read_over_logout,
    copy_of_same_session_after_password_change,
    own_session_after_password_change,
    after_restart,
    cross_site_post_without_token,
    user_readable_in_cookie,
    lifetime_enforced_by_server,
    browser_polling,
    static_copy_polling,
)


def observe(design: Design) -> dict[str, Observation]:
    """All observations of a design, each by running its experiment on it. Pure."""
    return {experiment.__name__: experiment(design) for experiment in EXPERIMENTS}
