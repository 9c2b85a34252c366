"""Why an action made no sense, as a sentence."""

from __future__ import annotations

from sessionlab.cookies.reasons import reason
from sessionlab.design.space import SEED_LAB
from sessionlab.render.pen import Pen
from sessionlab.render.refusals import refusal_text
from sessionlab.render.terms import Spelling

PEN = Pen(Spelling(), SEED_LAB)


def test_what_it_is_about_stands_in_the_sentence():
    assert "'sid'" in refusal_text("no_such_cookie", ("sid",), PEN)


def test_a_browser_s_reason_is_told_in_its_own_words():
    told = refusal_text("browser_refuses_edit", (reason("same_site_none_insecure", "6265bis 5.7 step 19"),), PEN)
    assert told.endswith("SameSite=None counts only together with Secure.")


def test_a_plain_code_needs_nothing_more():
    assert refusal_text("as_it_is", (), PEN).startswith("That is how it is")
