from __future__ import annotations

import pytest

from sessionlab.cookies.path_match import default_path, path_match


@pytest.mark.parametrize(
    ("path", "folder"),
    [
        ("/", "/"),
        ("/a", "/"),
        ("/a/", "/a"),
        ("/a/b", "/a"),
        ("/a%2Fb/c", "/a%2Fb"),
        ("//a", "/"),
        ("", "/"),
        ("a/b", "/"),
    ],
)
def test_a_cookie_without_a_path_takes_the_folder_of_the_request(path: str, folder: str):
    assert default_path(path) == folder


@pytest.mark.parametrize(
    ("path", "cookie"), [("/a", "/a"), ("/a/", "/a"), ("/a/b", "/a"), ("/a/b", "/a/"), ("/x", "/")]
)
def test_a_path_matches_itself_and_what_lies_above_it(path: str, cookie: str):
    assert path_match(path, cookie)


@pytest.mark.parametrize(
    ("path", "cookie"), [("/ab", "/a"), ("/a", "/a/"), ("/", "/a"), ("/A", "/a"), ("/f%6Fo", "/foo")]
)
def test_a_path_matches_nothing_else(path: str, cookie: str):
    assert not path_match(path, cookie)


def test_two_slashes_are_not_one():
    assert default_path("//a/b") == "//a"
    assert not path_match("/a/b", "//a")
