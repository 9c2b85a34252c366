"""The application: one route a file, found by its path."""

from __future__ import annotations

import pytest

from sessionlab.engine.routes import ROUTES
from tests.engine.driving import answered, noted, request, response_to


@pytest.mark.parametrize("path", [path for path, _ in ROUTES])
def test_every_path_answers_something(path: str):
    response = response_to(request(path), identity_provider="oidc_code_flow")
    assert 200 <= response.status < 500
    assert response.content != "not_found"


def test_paths_are_unique():
    paths = [path for path, _ in ROUTES]
    assert len(paths) == len(set(paths))


def test_another_path_is_not_found():
    done = answered(request("/nothing"))
    assert (done.response.status, done.response.details, noted(done)) == (404, ("/nothing",), ["no_such_route"])
