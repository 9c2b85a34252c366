from __future__ import annotations

import pytest
from msgspec import UNSET

from sessionlab.browser.cases import (
    Asked,
    Case,
    DateStep,
    ExpectedCookie,
    JarStep,
    RequestStep,
    ResponseStep,
    ScriptGetStep,
    ScriptSetStep,
)
from sessionlab.browser.replay import Skipped, for_script, from_script, replay, run
from sessionlab.cookies.policy import CHROMIUM_156, RFC_6265, STRICT_SPEC
from sessionlab.errors import Trouble

URL = "https://a.test/"


def stored(name: str, value: str, **changes) -> ExpectedCookie:
    usual = {
        "domain": "a.test",
        "host_only": True,
        "path": "/",
        "secure": False,
        "http_only": False,
        "same_site": None,
        "persistent": False,
    }
    return ExpectedCookie(name, value, **{**usual, **changes})


def case(*steps, **more) -> Case:
    return Case("c", steps, clock_epoch=1000.25, **more)


def test_a_right_answer_passes_and_a_wrong_one_is_shown_with_the_reasons():
    steps = (ResponseStep(URL, ("a=1", "b=1; SameSite=None")), RequestStep(URL, "a=1; b=1"))
    (failure,) = run(case(*steps), CHROMIUM_156)
    assert (failure.step, failure.expected, failure.got) == (1, "a=1; b=1", "a=1")
    assert [reason.code for reason in failure.reasons] == ["same_site_none_insecure"]
    assert run(case(steps[0], RequestStep(URL, "a=1")), CHROMIUM_156) == ()


def test_the_browser_s_answer_counts_under_its_own_policy_only():
    steps = (ResponseStep(URL, ("a=1\tb",)), RequestStep(URL, "a=1\tb", chromium_cookie=""))
    assert run(case(*steps), CHROMIUM_156) == ()
    assert run(case(*steps), STRICT_SPEC) == ()
    pairs = JarStep(expect_pairs=("=foo",), chromium_pairs=())
    assert [failure.got for failure in run(case(pairs), RFC_6265)] == [()]
    assert run(case(pairs), CHROMIUM_156) == ()


def test_a_case_that_calls_itself_unreliable_is_skipped_and_counted():
    wrong = case(RequestStep(URL, "no=1"), note="label unreliable: it was late")
    outcome = replay((wrong, case()), CHROMIUM_156)
    assert (outcome.cases, outcome.passed, outcome.failed) == (2, 1, ())
    assert outcome.skipped == (Skipped("c", "label unreliable: it was late"),)


def test_the_order_in_the_jar_does_not_matter_but_number_and_attributes_do():
    both = ResponseStep(URL, ("a=1", "b=2; Secure"))
    right = (stored("b", "2", secure=True), stored("a", "1"))
    assert run(case(both, JarStep(expect=right)), CHROMIUM_156) == ()
    for wrong in (right[:1], (right[0], stored("a", "2")), (*right, right[1]), (stored("b", "2"), right[1])):
        assert run(case(both, JarStep(expect=wrong)), CHROMIUM_156) != ()


def test_what_could_not_be_read_back_may_be_anything():
    unread = stored(None, None)  # type: ignore[arg-type]
    assert run(case(ResponseStep(URL, ("\xff=\xfe",)), JarStep(expect=(unread,))), CHROMIUM_156) == ()


def test_a_relative_expiry_may_have_been_read_late_and_a_date_is_exact():
    relative = ResponseStep(URL, ("a=1; Max-Age=100",))
    absolute = ResponseStep(URL, ("a=1; Expires=Thu, 01 Jan 1970 01:00:00 GMT",))
    for step, expires, good in (
        (relative, 1100.25, True),
        (relative, 1095.0, True),
        (relative, 1101.0, False),
        (relative, 1090.0, False),
        (absolute, 3600.0, True),
        (absolute, 3599.0, False),
    ):
        jar = JarStep(expect=(stored("a", "1", persistent=True, expires=expires),))
        assert (run(case(step, jar), CHROMIUM_156) == ()) == good


def test_time_passes_between_steps():
    steps = (ResponseStep(URL, ("a=1; Max-Age=5",)), RequestStep(URL, "a=1", at=4.0), RequestStep(URL, "", at=5.0))
    assert run(case(*steps), CHROMIUM_156) == ()


def test_a_response_with_nul_never_arrives_and_a_line_break_ends_the_field():
    assert run(case(ResponseStep(URL, ("a=1", "b\0=2")), RequestStep(URL, "")), CHROMIUM_156) == ()
    assert run(case(ResponseStep(URL, ("a=1\nb", "c=2")), RequestStep(URL, "a=1; c=2")), CHROMIUM_156) == ()


def test_scripts_write_and_read_unicode():
    steps = (ScriptSetStep(URL, "a=é"), ScriptGetStep(URL, "a=é"), RequestStep(URL, "a=Ã©"))
    assert run(case(*steps), CHROMIUM_156) == ()
    assert from_script("\ud800") == "\u00ed\u00a0\u0080"
    assert for_script("\xff") == "\ufffd"


def test_a_request_is_made_in_its_context():
    asked = Asked(
        kind="img-redirect", initiator="https://b.test/", via="https://c.test/", third_party_cookies="blocked"
    )
    setting = ResponseStep(URL, ("a=1; SameSite=None; Secure",))
    assert run(case(setting, RequestStep(URL, "", context=asked)), CHROMIUM_156) == ()
    open_door = Asked(kind="img", initiator="https://b.test/", third_party_cookies="allowed")
    assert run(case(setting, RequestStep(URL, "a=1", context=open_door)), CHROMIUM_156) == ()


def test_dates_are_judged_by_the_standard():
    steps = (
        DateStep("6 Nov 1994 08:49:37 GMT", expect="Sun, 06 Nov 1994 08:49:37 GMT"),
        DateStep("nonsense", expect=None),
        DateStep("nonsense", parses=False),
    )
    assert run(case(*steps), CHROMIUM_156) == ()
    assert run(case(DateStep("nonsense", parses=True)), CHROMIUM_156) != ()
    assert steps[0].parses is UNSET


@pytest.mark.parametrize("step", [RequestStep("nowhere", ""), RequestStep(URL, "", context=Asked(kind="jump"))])
def test_a_url_or_a_kind_that_is_none_is_troublesome(step):
    with pytest.raises(Trouble):
        replay((case(step),), CHROMIUM_156)
