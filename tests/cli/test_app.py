from __future__ import annotations

import http.client
import signal
import ssl
import sys
from pathlib import Path

import pytest

from sessionlab.cli import main as way_in
from sessionlab.cli.app import about_store, serious_findings, start_lines
from sessionlab.design.space import SAFE, design_from
from tests.running import running

PROGRAM = str(Path(sys.executable).with_name("session-lab"))


def lines(https: bool = False, **choices: object) -> str:
    design = design_from(choices)
    return "\n".join(start_lines(design, serious_findings(design), 8800, https))


def refused(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    with pytest.raises(SystemExit) as left:
        way_in.main(("app", *arguments))
    assert left.value.code == 2
    return capsys.readouterr().err


def test_the_first_lines_say_where_it_is_and_who_can_log_in():
    told = lines()
    assert "http://localhost:8800/" in told
    assert "marko@example.test with the password: correct horse" in told
    assert "mallory@example.test with the password: open sesame" in told


def test_secure_cookies_over_http_are_explained_and_over_https_not():
    assert "Its cookies are Secure" in lines()
    assert "Its cookies are Secure" not in lines(https=True)
    assert "the browser warns once" in lines(https=True)
    assert "https://localhost:8800/" in lines(https=True)
    assert "Its cookies are Secure" not in lines(secure=False)


def test_a_cookie_for_a_whole_domain_needs_the_domain():
    assert 'MAP app.example.test 127.0.0.1"' in lines(cookie_domain="parent_domain")


def test_serious_findings_are_told_with_their_sources():
    told = lines(session_id_generator="counter")
    assert "Deliberately weak" in told
    assert "can be guessed" in told
    assert "Deliberately weak" not in "\n".join(start_lines(SAFE, serious_findings(SAFE), 8800, True))


def test_a_design_that_can_only_be_simulated_is_refused_with_a_sentence(capsys):
    assert "not served as a real application" in refused(capsys, "--set", "login_method=passkey")


def test_two_instances_and_a_store_outside_are_told():
    def told(folder: Path | None = None, **choices: object) -> str:
        return "\n".join(about_store(design_from(choices), folder))

    assert told() == ""
    assert "A and B, take turns; each" in told(app_instances="two")
    assert "keeps everybody at A" in told(app_instances="two", load_balancing="sticky")
    assert "goes when it ends" in told(session_store="file")
    assert "kept in kept for" in told(Path("kept"), session_store="file")


def test_a_folder_with_something_else_in_it_is_refused(capsys, tmp_path):
    (tmp_path / "shared").mkdir()
    (tmp_path / "shared" / "keys.json").write_text("{}")
    assert "cannot be used for the application's data" in refused(capsys, "--data", str(tmp_path))


def test_an_impossible_design_is_refused_with_a_sentence(capsys):
    assert "cannot go together" in refused(capsys, "--set", "session_store=none")


def test_a_design_file_that_is_not_there_is_refused(capsys, tmp_path):
    assert "nowhere.toml" in refused(capsys, "--design", str(tmp_path / "nowhere.toml"))


def test_missing_packages_are_named(capsys, monkeypatch):
    monkeypatch.setattr("sessionlab.cli.app.PACKAGES", ("joserfc", "no_such_package"))
    told = refused(capsys)
    assert "no_such_package" in told
    assert "joserfc" not in told


@pytest.mark.slow
@pytest.mark.parametrize("https", [False, True])
def test_it_serves_until_it_is_interrupted_and_then_ends_quietly(https: bool):
    command = [PROGRAM, "app", "--port", "8801", "--set", "secure=false", *(["--https"] if https else [])]
    with running(command) as process:
        assert process.stdout is not None
        port = int(process.stdout.readline().partition("localhost:")[2].partition("/")[0])
        while "Each request" not in process.stdout.readline():
            pass
        if https:
            context = ssl._create_unverified_context()
            connection: http.client.HTTPConnection = http.client.HTTPSConnection("127.0.0.1", port, context=context)
        else:
            connection = http.client.HTTPConnection("127.0.0.1", port)
        connection.request("GET", "/me", headers={"Host": f"localhost:{port}"})
        response = connection.getresponse()
        response.read()
        connection.close()
        assert response.status == 401
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=20)
    assert process.returncode == 130
    assert "GET /me 401" in out
    assert err.strip() == ""
