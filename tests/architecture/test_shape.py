"""How the code is cut: small modules, one job each, nothing silenced without a reason."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from tests.architecture.imports import MODULES, SERVER

LONGEST = 320
modules = sorted(MODULES)
TESTS = SERVER.parent / "tests"


@pytest.mark.parametrize("module", modules)
def test_modules_are_short(module: str) -> None:
    assert len(MODULES[module].read_text(encoding="utf-8").splitlines()) <= LONGEST


@pytest.mark.parametrize("module", modules)
def test_modules_are_named_for_what_they_do(module: str) -> None:
    assert not {"utils", "util", "helpers", "helper", "misc", "common"} & set(module.split("."))


@pytest.mark.parametrize("module", modules)
def test_no_failure_is_swallowed(module: str) -> None:
    for node in ast.walk(ast.parse(MODULES[module].read_text(encoding="utf-8"))):
        if isinstance(node, ast.ExceptHandler):
            assert node.type is not None, f"{module}:{node.lineno}: a bare except"
            only_passes = all(isinstance(each, ast.Pass) for each in node.body)
            assert not (only_passes and ast.unparse(node.type) in ("Exception", "BaseException")), module


SILENCED = re.compile(r"#\s*(?:type: ignore|noqa)")
WITH_REASON = re.compile(
    r"#\s*(?:type: ignore\[[\w-]+(?:, ?[\w-]+)*\]\s+#\s*\S+|noqa: [A-Z]+\d+(?:, ?[A-Z]+\d+)*\s+(?:-|#)\s*\S+)"
)


def _sources() -> list[Path]:
    tests = [path for path in TESTS.rglob("*.py") if TESTS / "cases" not in path.parents]
    return sorted([*MODULES.values(), *tests])


@pytest.mark.parametrize("path", _sources(), ids=lambda path: str(path.relative_to(SERVER.parent)))
def test_what_is_silenced_says_why(path: Path) -> None:
    if path in (Path(__file__), MODULES["nanproof.rules.blanket_noqa"]) or path.parent.name == "fuzz":
        return
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        for match in SILENCED.finditer(line):
            inside_a_text = any(line[: match.start()].count(quote) % 2 for quote in "\"'`")
            assert inside_a_text or WITH_REASON.match(line, match.start()), f"{path}:{number}: {line.strip()}"
