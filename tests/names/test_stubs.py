"""The stub packages are what the catalogue says, and jedi finds every operation in them under its name."""

from __future__ import annotations

import ast
import sys
from pathlib import Path

import pytest

from nanproof.catalog import load
from nanproof.names.jedi_resolver import JediResolver
from nanproof.names.stubgen import STUBS, stubs, write

CATALOG = load()
TEXTS = stubs(CATALOG)


def test_the_committed_stubs_are_those_of_the_catalogue() -> None:
    committed = {path.relative_to(STUBS).as_posix(): path.read_text("utf-8") for path in STUBS.rglob("*.pyi")}
    assert committed.keys() == TEXTS.keys(), "run python -m nanproof.names.stubgen"
    assert [path for path, text in TEXTS.items() if committed[path] != text] == []


def test_writing_replaces_what_was_there(tmp_path: Path) -> None:
    stale = tmp_path / "old-stubs" / "__init__.pyi"
    stale.parent.mkdir()
    stale.touch()
    write(tmp_path)
    assert not stale.exists()
    written = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.pyi")}
    assert written == TEXTS.keys()


@pytest.mark.parametrize("path", TEXTS)
def test_a_stub_is_python(path: str) -> None:
    names = [
        statement.name
        for statement in ast.parse(TEXTS[path]).body
        if isinstance(statement, ast.FunctionDef | ast.ClassDef)
    ]
    assert len(names) == len(set(names))


def test_no_folder_stands_beside_a_file_of_its_name() -> None:
    folders = {parent.as_posix() for path in TEXTS for parent in Path(path).parents}
    assert not [path for path in TEXTS if path.removesuffix(".pyi") in folders]


@pytest.fixture(autouse=True)
def no_framework_is_loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hide what other tests import: jedi prefers a module that is loaded, and nanproof never loads a framework."""
    roots = {root for framework in CATALOG.frameworks.values() for root in framework.roots if framework.tensor}
    for name in [name for name in sys.modules if name.partition(".")[0] in roots]:
        monkeypatch.delitem(sys.modules, name)


@pytest.mark.parametrize("framework", [name for name in CATALOG.frameworks if name != "python"])
def test_jedi_finds_every_operation(framework: str) -> None:
    """One line for each spelling: `import torch.nn.functional; torch.nn.functional.relu`."""
    lines, expected = [], []
    for operation in CATALOG.operations():
        if operation.framework.name == framework and operation.kind != "method":
            for spelling in (operation.name, *operation.aliases):
                lines.append(f"import {spelling.rpartition('.')[0]}; {spelling}")
                expected.append((spelling, operation.name))
    text = "\n".join(lines)
    resolver = JediResolver(None)
    found = [
        (spelling, resolver.canonical("/nowhere/all.py", text, line, len(lines[line - 1])))
        for line, (spelling, _) in enumerate(expected, 1)
    ]
    assert found == expected
    assert resolver.failures == 0


@pytest.mark.parametrize("framework", [name for name in CATALOG.frameworks if name != "python"])
def test_jedi_finds_every_method(framework: str) -> None:
    tensor = str(CATALOG.frameworks[framework].tensor)
    methods = [each.name for each in CATALOG.operations() if each.name.startswith(f"{tensor}.")]
    names = [method.rpartition(".")[2] for method in methods]
    text = f"import {tensor.rpartition('.')[0]} as lib\ndef f(t: lib.{tensor.rpartition('.')[2]}):\n"
    text += "\n".join(f"    t.{name}()" for name in names)
    resolver = JediResolver(None)
    found = [resolver.canonical("/nowhere/methods.py", text, line, 6) for line in range(3, 3 + len(names))]
    assert found == methods
