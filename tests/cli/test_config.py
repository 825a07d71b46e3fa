"""`nanproof config`: what holds, and where it comes from; the schema as others read it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import tomli

from nanproof.cli.command import main
from nanproof.configuration.keys import KEYS
from nanproof.configuration.pages import page
from nanproof.configuration.reading import read_values


def test_what_holds_is_printed_with_its_origin(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    text = "\n".join(f"{key.name} = {key.example}" for key in KEYS.values())
    Path("pyproject.toml").write_text("[tool.nanproof]\n" + text)
    assert main(["config", "src/a.py"]) == 0
    printed = capsys.readouterr().out
    assert 'level = "warning"  # pyproject.toml' in printed.splitlines()
    assert read_values(tomli.loads(printed)) == read_values(tomli.loads(text))
    assert main(["config", "--isolated"]) == 0
    printed = capsys.readouterr().out
    assert {'level = "information"  # default', 'select = ["ALL"]  # default', "# default-dtype is not set"} <= set(
        printed.splitlines()
    )


def test_a_broken_file_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "nanproof.toml").write_text("level = 1")
    assert main(["config", str(tmp_path / "a.py")]) == 2
    assert "level: 1 is none of" in capsys.readouterr().err


def test_the_schema_has_each_key(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["config", "--schema"]) == 0
    assert json.loads(capsys.readouterr().out)["properties"].keys() == KEYS.keys()
    assert all(f"| `{key}` |" in page() for key in KEYS)
