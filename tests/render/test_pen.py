"""The pen of a play."""

from __future__ import annotations

from sessionlab.design.space import SEED_LAB
from sessionlab.render.pen import Pen, pen_for, shortened
from sessionlab.render.terms import Spelling
from sessionlab.tokens.terms import ATTACKER, Claims, Garbled, Record, Reference, SessionId, StateCookie, Token
from tests.render.plays import done

PEN = Pen(Spelling(), SEED_LAB)
CLAIMS = Claims("u", 1, "user", 0, 1, "i", "a", 1)


def test_a_record_reads_like_the_lesson_s():
    entry = PEN.entry(SessionId(1), Record("marko@example.test", 0, 0, 1))
    assert entry == f"{PEN.text(SessionId(1))} → user=marko@example.test, authenticated=true"
    assert PEN.record(Record(None, 0, 0, 1)) == "user=none, authenticated=false"


def test_what_is_unusual_in_a_record_is_told():
    record = Record("u", 0, 0, 1, role="admin", enabled=False, items=2)
    assert PEN.record(record) == "user=u, authenticated=true, role=admin, enabled=false, items=2"


def test_a_long_text_loses_its_middle():
    short = shortened("eyJ0eXAiOi" + "x" * 100 + "-29fd8e")
    assert short.startswith("eyJ0eXAiOi…")
    assert short.endswith("-29fd8e")
    assert shortened("sid_1001_ab12cd") == "sid_1001_ab12cd"


def test_each_sort_of_credential_has_its_name():
    kinds = [
        PEN.kind(each)
        for each in (
            Reference(SessionId(1)),
            Reference(SessionId(0, ATTACKER)),
            Token(CLAIMS),
            Token(CLAIMS, "nobody"),
            StateCookie(Record(None, 0, 0, 1), "nobody"),
            Garbled(Token(CLAIMS)),
            "text",
        )
    ]
    assert kinds == [
        "session_id",
        "invented_session_id",
        "token",
        "altered_token",
        "altered_cookie",
        "garbled",
        "text",
    ]


def test_a_play_s_pen_knows_when_each_request_was_served():
    pen = pen_for(done("session_id_generator=timestamp", "wait=600 login"))
    assert pen.text(SessionId(2)) == "sid_1798798200002"
