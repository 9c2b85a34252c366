"""Modules and functions stay small, and are named after what they are about."""

from __future__ import annotations

import ast
import statistics
from pathlib import Path

from tests.repository.project import PROJECT, SOURCE, TESTS, inside, modules, tree

LONGEST_MODULE = 300
LONGEST_FUNCTION = 60
USUAL_LONGEST_FUNCTION = 35
MEDIAN_FUNCTION = 9
SAYS_NOTHING = ("utils", "util", "helpers", "helper", "core", "manager", "managers", "common", "misc", "base")

# Modules without a test module of their own, each with the tests that cover it.
TESTED_ELSEWHERE = {
    **{
        f"presets/{framework}.py": "tests/presets/test_presets.py compares all presets with the data"
        for framework in (
            "cookie_session",
            "django",
            "express_session",
            "fastify",
            "flask",
            "flask_login",
            "flask_session",
            "laravel",
            "litestar",
            "passport",
            "php",
            "rails",
            "spring_security",
            "starlette",
            "starsessions",
            "tomcat",
        )
    },
    "presets/preset.py": "a declaration only; tests/presets/test_presets.py uses every one",
    **{
        f"design/{component}.py": "tests/design/test_switches.py compares all components with the data"
        for component in (
            "cookie_attributes",
            "csrf_defences",
            "identity_provider",
            "logout_and_expiry",
            "machine_clients",
            "monitoring",
            "session_handling",
            "session_model",
            "store",
            "token_lifecycle",
            "topology",
            "transport_and_exposure",
        )
    },
    **{
        f"rules/{path.name}": "tests/test_rules.py lets every rule fire, and not fire"
        for path in (SOURCE / "rules").glob("*.py")
        if path.name != "__init__.py"
    },
    **{
        f"attacks/{path.name}": "tests/test_attacks.py plays every attack"
        for path in (SOURCE / "attacks").glob("*.py")
        if path.name != "__init__.py"
    },
    **{
        f"lessons/{path.name}": "tests/lessons/test_stories.py plays every story"
        for path in (SOURCE / "lessons").glob("*.py")
    },
    **{
        f"render/form/{name}.py": "declarations only; tests/render/test_trace.py fills every one"
        for name in ("browser", "exchange", "server", "trace")
    },
    **{
        f"engine/steps/{name}.py": "declarations only; tests/engine/test_steps.py has an example of every one"
        for name in ("account", "machine", "provider", "session", "token")
    },
    **{
        f"card/experiments/{path.name}": "tests/card/test_experiments.py has an example of every answer"
        for path in (SOURCE / "card" / "experiments").glob("*.py")
        if path.name != "__init__.py"
    },
    "render/form/card.py": "declarations only; tests/render/test_card.py fills every one",
    "render/form/__init__.py": "a list of names; tests/render/test_trace.py uses them",
    "design/rule.py": "declarations only; tests/design/test_switches.py and test_validity.py use every one",
}

ABOUT_A_WHOLE_PACKAGE = ("tests/world/test_switches_matter.py",)
"""Test modules whose subject is no single module."""


def functions() -> list[tuple[str, int]]:
    return [
        (f"{inside(path)}:{node.lineno} {node.name}", (node.end_lineno or node.lineno) - node.lineno + 1)
        for path in modules()
        for node in ast.walk(tree(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]


def test_no_module_is_longer_than_one_can_keep_in_mind():
    lengths = {inside(path): len(path.read_text(encoding="utf-8").splitlines()) for path in modules()}
    assert {path: length for path, length in lengths.items() if length > LONGEST_MODULE} == {}


def test_no_function_is_long():
    assert [name for name, length in functions() if length > LONGEST_FUNCTION] == []


def test_nine_functions_in_ten_fit_on_a_screen():
    lengths = sorted(length for _, length in functions())
    assert lengths[int(len(lengths) * 0.9)] <= USUAL_LONGEST_FUNCTION


def test_the_usual_function_is_a_few_lines():
    assert statistics.median(length for _, length in functions()) <= MEDIAN_FUNCTION


def test_modules_are_named_after_what_they_are_about():
    names = {part for path in modules() for part in path.relative_to(SOURCE).with_suffix("").parts}
    assert names & set(SAYS_NOTHING) == set()


def is_trivial(path: Path) -> bool:
    """Whether a module defines nothing to test."""
    return not any(
        isinstance(node, ast.FunctionDef | ast.ClassDef | ast.Assign | ast.AnnAssign) for node in tree(path).body
    )


def expected_test(path: Path) -> Path:
    place = path.relative_to(SOURCE)
    if path.name == "__init__.py":
        return TESTS / place.parent.parent / f"test_{place.parent.name}.py"
    return TESTS / place.parent / f"test_{path.name}"


def test_every_module_has_its_test_module():
    untested = [
        inside(path)
        for path in modules()
        if not is_trivial(path)
        and path != SOURCE / "__init__.py"
        and not expected_test(path).exists()
        and path.relative_to(SOURCE).as_posix() not in TESTED_ELSEWHERE
    ]
    assert untested == []


def test_the_list_of_modules_tested_elsewhere_is_exact():
    stale = [name for name in TESTED_ELSEWHERE if not (SOURCE / name).exists() or expected_test(SOURCE / name).exists()]
    assert stale == []


def test_test_modules_are_where_their_subject_is():
    beside = {"conformance", "agreement", "exploration", "lessons", "faces", "repository"}
    lost = [
        inside(path)
        for path in TESTS.rglob("test_*.py")
        if path.relative_to(TESTS).parts[0] not in beside
        and inside(path) not in ABOUT_A_WHOLE_PACKAGE
        and not (SOURCE / path.parent.relative_to(TESTS) / path.name.removeprefix("test_")).exists()
        and not (SOURCE / path.parent.relative_to(TESTS) / path.stem.removeprefix("test_") / "__init__.py").exists()
    ]
    assert lost == []


def test_scripts_are_executable():
    scripts = [
        *(path for path in (PROJECT / "scripts").iterdir() if path.read_text().startswith("#!")),
        PROJECT / ".ci/run",
    ]
    assert [inside(path) for path in scripts if not path.stat().st_mode & 0o100] == []
