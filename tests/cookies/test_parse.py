from __future__ import annotations

import pytest
from hypothesis import given

from sessionlab.cookies.parse import Attribute, ParsedCookie, compose, parse, render
from sessionlab.cookies.policy import CHROMIUM_156, RFC_6265, STRICT_SPEC, BrowserPolicy
from sessionlab.cookies.reasons import Refused
from tests.cookies.making import lines, policies


def refused(line: str, policy: BrowserPolicy = CHROMIUM_156) -> list[str]:
    result = parse(line, policy)
    return [reason.code for reason in result.reasons] if isinstance(result, Refused) else []


def test_white_space_around_names_and_values_is_dropped_and_inside_kept():
    assert parse(" a b\t= c d ; Path = /x ", CHROMIUM_156) == ParsedCookie("a b", "c d", (Attribute("Path", "/x"),))


def test_a_line_without_an_equals_sign_is_a_value_without_a_name():
    assert parse("foo", CHROMIUM_156) == ParsedCookie("", "foo")
    assert refused("foo", RFC_6265) == ["nameless"]


def test_a_value_keeps_its_equals_signs_commas_and_quotes():
    assert parse('a=b=c, "d"', CHROMIUM_156) == ParsedCookie("a", 'b=c, "d"')


def test_unknown_attributes_are_kept_in_their_place():
    parsed = parse("a=1; Foo; path=/; =x;;", CHROMIUM_156)
    assert parsed == ParsedCookie("a", "1", (Attribute("Foo"), Attribute("path", "/"), Attribute("", "x")))


@pytest.mark.parametrize("line", ["", "=", " ; Path=/", "\t=\t"])
def test_a_cookie_with_neither_name_nor_value_is_refused(line: str):
    assert "empty" in refused(line)


@pytest.mark.parametrize("line", ["a=1\x01", "a\x7f=1", "a=1; Path=/\x00", "a=1; Fo\x1fo"])
def test_a_control_character_anywhere_refuses_the_line(line: str):
    assert refused(line) == ["control_character"]
    assert refused(line, STRICT_SPEC) == ["control_character"]
    assert refused(line, RFC_6265) == []


def test_a_tab_inside_a_value_is_a_control_character_for_chromium_only():
    assert refused("a=1\t2") == ["control_character"]
    assert refused("a=1\t2", STRICT_SPEC) == []
    assert refused("a=1\t;\tSecure") == []


def test_name_and_value_may_have_4096_octets_together():
    assert refused("a=" + "v" * 4095) == []
    assert refused("a=" + "v" * 4096) == ["too_long"]
    assert refused("a=" + "v" * 4096, RFC_6265) == []


def test_the_lab_writes_path_first_then_http_only_secure_and_same_site():
    written = compose("sid", "1", path="/", http_only=True, secure=True, same_site="lax")
    assert render(written) == "sid=1; Path=/; HttpOnly; Secure; SameSite=Lax"


def test_the_lab_writes_domain_and_lifetime_between():
    written = compose("sid", "1", path="/", domain="example.test", max_age=0, secure=True, partitioned=True)
    assert render(written) == "sid=1; Path=/; Domain=example.test; Max-Age=0; Secure; Partitioned"


def test_what_the_lab_writes_reads_back_as_it_was_meant():
    written = compose("sid", "1", path="/", expires="Wed, 01 Jan 2031 00:00:00 GMT", same_site="none")
    assert parse(render(written), CHROMIUM_156) == written


@given(lines, policies)
def test_any_text_is_read_or_refused_with_a_reason_and_never_raises(line: str, policy: BrowserPolicy):
    result = parse(line, policy)
    assert isinstance(result, ParsedCookie) or result.reasons


@given(lines, policies)
def test_rendering_what_was_read_reads_as_the_same(line: str, policy: BrowserPolicy):
    parsed = parse(line, policy)
    if isinstance(parsed, ParsedCookie):
        assert parse(render(parsed), policy) == parsed
