from __future__ import annotations

import ast
from pathlib import Path

import sessionlab.cookies
from sessionlab.citation import document
from sessionlab.cookies.reasons import Reason, reason
from sessionlab.render.words import catalogue

PACKAGE = Path(sessionlab.cookies.__file__).parent


def reasons_in_the_code() -> list[tuple[str, ast.Call]]:
    return [
        (path.name, node)
        for path in sorted(PACKAGE.glob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "reason"
    ]


def test_a_reason_carries_its_particulars_in_order():
    made = reason("too_long", "6265bis 5.6 step 5", octets=5000, most=4096)
    assert made == Reason("too_long", "6265bis 5.6 step 5", (("octets", 5000), ("most", 4096)))


def test_every_reason_has_a_sentence_whose_placeholders_it_fills():
    for path, call in reasons_in_the_code():
        code = ast.literal_eval(call.args[0])
        family = "withheld" if path == "retrieve.py" else "refused"
        filled = {str(keyword.arg): "x" for keyword in call.keywords}
        names = [name for name in catalogue() if f"{name}.".startswith(f"cookie.{family}.{code}.")]
        assert names, code
        assert all(catalogue()[name].format(**filled) for name in names)


def test_every_reason_has_a_source_that_can_be_found():
    sources = [call.args[1] for _, call in reasons_in_the_code()]
    plain = {node.value for source in sources for node in ast.walk(source) if isinstance(node, ast.Constant)}
    assert plain
    assert [source for source in plain if isinstance(source, str) and document(source) is None] == []
