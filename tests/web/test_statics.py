"""The page's files."""

from __future__ import annotations

from sessionlab.web.statics import read_files, with_words
from tests.web.asking import ask


def test_every_file_has_its_media_type():
    kinds = {path.rpartition(".")[2]: file.media_type for path, file in read_files().items()}
    assert kinds == {
        "html": "text/html; charset=utf-8",
        "css": "text/css; charset=utf-8",
        "js": "text/javascript; charset=utf-8",
        "svg": "image/svg+xml",
        "woff2": "font/woff2",
    }


def test_words_that_stand_in_a_page_are_text():
    assert with_words(b"<p>{{web.intro.play}}</p>") == b"<p>Play it</p>"


def test_a_file_that_the_browser_has_is_not_sent_again():
    first = ask("GET", "/static/lab.css")
    assert first.status == 200
    assert ask("GET", "/static/lab.css", headers={"if-none-match": first.headers["etag"]}).status == 304


def test_only_the_icon_and_the_fonts_may_be_kept_without_asking():
    assert ask("GET", "/static/icon.svg").headers["cache-control"] == "max-age=86400"
    assert ask("GET", "/static/lab-page.js").headers["cache-control"] == "no-cache"
