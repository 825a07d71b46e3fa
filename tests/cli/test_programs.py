"""`docs/programs.md`: what it says that a program sees is what a program sees."""

import doctest
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import nanproof
from nanproof.cli.arguments import parsed

PAGE = (Path(__file__).parents[2] / "docs" / "programs.md").read_text("utf-8")
FILES = dict(re.findall(r"^```python\n(?=# (\w+\.py)\n)(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL))
SESSIONS = re.findall(r"^```console\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
SHOWN = [
    (command, expected)
    for session in SESSIONS
    for command, expected in re.findall(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", session, re.MULTILINE)
]


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """Return a folder with the files of the page, and the programs that it calls by their names."""
    for name, text in FILES.items():
        (tmp_path / name).write_text(text)
    programs = tmp_path / "bin"
    programs.mkdir()
    for name, call in (("nanproof", "-m nanproof"), ("python", "")):
        (programs / name).write_text(f'#!/bin/sh\nexec "{sys.executable}" {call} "$@"\n')
        (programs / name).chmod(0o755)
    return tmp_path


def test_the_page_has_its_examples() -> None:
    assert list(FILES) == ["train.py", "assistant.py"]
    assert len(SHOWN) == 8


def test_what_assistants_are_told_is_a_command() -> None:
    (told,) = re.findall(r"^```json\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
    server = json.loads(told)["mcpServers"]["nanproof"]
    asked = parsed(server["args"])
    assert asked is not None
    assert (server["command"], asked.command) == ("nanproof", "mcp")


@pytest.mark.parametrize(("command", "expected"), SHOWN, ids=[command for command, _ in SHOWN])
def test_what_is_shown_is_printed(command: str, expected: str, here: Path) -> None:
    package = str(Path(nanproof.__file__).parents[1])
    environment = os.environ | {"PATH": f"{here / 'bin'}:{os.environ['PATH']}", "PYTHONPATH": package}
    done = subprocess.run(
        ["bash", "-c", command],
        cwd=here,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    assert doctest.OutputChecker().check_output(expected, done.stdout, doctest.ELLIPSIS), done.stdout
