from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessionlab.http.headers import all_values, as_received, read_dump

DUMP = """HTTP/1.1 302 Found\r
Location: /\r
Set-Cookie: a=1\r
\r
HTTP/1.1 200 OK\r
set-cookie:   b=2; Path=/  \r
Content-Type: text/html\r
\r
<p>Set-Cookie: no=1</p>
Set-Cookie: no=2
"""


def test_fields_are_found_in_any_case_and_in_order():
    headers = (("Set-Cookie", "a"), ("X", "y"), ("set-cookie", "b"))
    assert all_values(headers, "SET-COOKIE") == ("a", "b")


def test_a_dump_holds_the_fields_of_all_responses_and_no_body():
    assert all_values(read_dump(DUMP), "Set-Cookie") == ("a=1", "b=2; Path=/  ")


def test_a_dump_of_curl_v_and_pasted_lines_are_read_too():
    assert all_values(read_dump("> GET / HTTP/1.1\n< HTTP/1.1 200 OK\n< Set-Cookie: a=1\n"), "Set-Cookie") == ("a=1",)
    assert all_values(read_dump("\nSet-Cookie: a=1\nSet-Cookie: b=2"), "Set-Cookie") == ("a=1", "b=2")


@pytest.mark.parametrize(("octets", "value"), [("a=1", "a=1"), ("a=1\nb", "a=1"), ("a=1\rb", "a=1"), ("a\0b", None)])
def test_line_breaks_end_a_field_and_nul_spoils_the_response(octets: str, value: str | None):
    assert as_received(octets) == value


@given(st.text())
def test_any_text_is_a_dump(text: str):
    assert all(len(pair) == 2 for pair in read_dump(text))
