"""The faults of `benchmarks/mutation/planted.toml` can still be planted: each line that they change is there once."""

from __future__ import annotations

import ast

import pytest
import tomli

from tests.architecture.imports import SERVER

FILE = SERVER.parent / "benchmarks" / "mutation" / "planted.toml"
FAULTS = tomli.loads(FILE.read_text(encoding="utf-8"))["fault"]


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault["name"])
def test_a_fault_can_be_planted(fault: dict[str, str]) -> None:
    text = (SERVER / fault["file"]).read_text(encoding="utf-8")
    assert text.count(fault["was"]) == 1
    after = text.replace(fault["was"], fault["is"])
    assert ast.dump(ast.parse(after)) != ast.dump(ast.parse(text))
