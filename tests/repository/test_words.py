"""Every sentence that the code asks for is in the catalogue, and every sentence in the catalogue is asked for."""

from __future__ import annotations

import ast
import re
import string
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from sessionlab.render.words import catalogue
from tests.repository.project import SOURCE, inside, modules, tree

WILD = "\0"


def constants(path: Path) -> dict[str, str]:
    """The module's own names for texts, such as `RULE = "vocabulary.rule"`."""
    return {
        target.id: node.value.value
        for node in tree(path).body
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)
        for target in node.targets
        if isinstance(target, ast.Name)
    }


def pattern(node: ast.expr, names: dict[str, str]) -> str | None:
    """A text in the source, with WILD for each part that is only known when the program runs."""
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else None
    if isinstance(node, ast.Name):
        return names.get(node.id)
    if isinstance(node, ast.FormattedValue):
        return names.get(node.value.id, WILD) if isinstance(node.value, ast.Name) else WILD
    if isinstance(node, ast.JoinedStr):
        return "".join(pattern(part, names) or "" for part in node.values)
    return None


@cache
def texts() -> frozenset[str]:
    """All texts in the source."""
    return frozenset(
        text
        for path in modules()
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Constant | ast.JoinedStr) and (text := pattern(node, constants(path)))
    )


def calls(function: str) -> Iterator[tuple[Path, ast.expr]]:
    """The first argument of every call of a function, and where it stands."""
    for path in modules():
        for node in ast.walk(tree(path)):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Name)
                and node.func.id == function
                and node.args
            ):
                yield path, node.args[0]


def asked_for() -> list[tuple[str, str]]:
    found = ((path, pattern(argument, constants(path))) for path, argument in calls("say"))
    return [(inside(path), text) for path, text in found if text is not None]


def expression(text: str) -> re.Pattern[str]:
    return re.compile("([^.]+)".join(map(re.escape, text.split(WILD))))


def test_every_sentence_that_is_asked_for_exists():
    names = catalogue()
    missing = [
        (path, text) for path, text in asked_for() if not any(expression(text).fullmatch(name) for name in names)
    ]
    assert missing == []


PAGE = "web."
"""The page's own words: its modules name them without this beginning, its HTML with it."""
IN_SCRIPT = re.compile(r"""["'`]([\w.]+(?:\$\{[^}]*\}[\w.]*)*)["'`]""")
IN_HTML = re.compile(r"\{\{([\w.]+)\}\}")
OPEN_PART = re.compile(r"\$\{[^}]*\}")


@cache
def words_of_the_page() -> tuple[re.Pattern[str], ...]:
    """Expressions for the names that the page's files contain; a part that is only known later may be anything."""
    folder = SOURCE / "web" / "static"
    scripts = "\n".join(path.read_text(encoding="utf-8") for path in folder.rglob("*.js"))
    html = "\n".join(path.read_text(encoding="utf-8") for path in folder.rglob("*.html"))
    names = {PAGE + OPEN_PART.sub(WILD, text) for text in IN_SCRIPT.findall(scripts)} | set(IN_HTML.findall(html))
    return tuple(expression(name) for name in names if name.count(".") > 1)


def is_used(name: str) -> bool:
    """Whether the code contains the name, or a pattern for it whose open parts are texts in the code."""
    if name in texts():
        return True
    if name.startswith(PAGE):
        return any(pattern.fullmatch(name) for pattern in words_of_the_page())
    patterns = (text for text in texts() if WILD in text and "." in text.strip(WILD))
    found = (match for text in patterns if (match := expression(text).fullmatch(name)))
    return any(all(part.isdigit() or part in texts() for part in match.groups()) for match in found)


def test_every_sentence_in_the_catalogue_is_used():
    assert [name for name in catalogue() if not is_used(name)] == []


def test_every_trouble_has_its_two_sentences():
    codes = {str(argument.value) for _, argument in calls("Trouble") if isinstance(argument, ast.Constant)}
    known = {name.split(".")[1] for name in catalogue() if name.startswith("error.")}
    assert codes == known
    assert [code for code in codes if not {f"error.{code}.what", f"error.{code}.instead"} <= catalogue().keys()] == []


def placeholders(sentence: str) -> set[str]:
    return {field for _, field, _, _ in string.Formatter().parse(sentence) if field is not None}


def test_all_languages_have_the_same_sentences_with_the_same_placeholders():
    languages = sorted(path.stem for path in (SOURCE / "render" / "words").glob("*.toml"))
    assert "en" in languages
    english = {name: placeholders(sentence) for name, sentence in catalogue("en").items()}
    for language in languages:
        assert {name: placeholders(sentence) for name, sentence in catalogue(language).items()} == english
