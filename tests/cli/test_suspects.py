"""`nanproof suspects ENTRY...`: its text, its exit codes and its sentences; the schema is in test_schema.py."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from nanproof.cli.command import main

LOSSES = """\
import torch


def entropy(x):
    p = torch.softmax(x, -1)
    return -(p * torch.log(p)).sum()


def calm(x):
    return torch.log(torch.softmax(x, -1) + 1)
"""
TRAIN = """\
import torch
from losses import entropy

net = torch.nn.Linear(2, 2)
loss = entropy(net(x))
loss.backward()
"""
HEAD = "1. taken, the value, 2 steps before the loss\nlosses.py:6:18 warning NAN101 unmasked-log\n  `p` is a softmax"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name, text in {
        "pyproject.toml": "",
        "train.py": TRAIN,
        "losses.py": LOSSES,
        "calm.py": "from losses import calm\nimport torch\ncalm(torch.nn.Linear(2, 2)(x)).sum().backward()\n",
        "package/__init__.py": "",
        "package/start.py": TRAIN,
        "idle.py": "import os\nprint(os.getcwd())\n",
        "text.txt": "not Python",
        "book.ipynb": json.dumps({"cells": [{"cell_type": "code", "source": text} for text in ("\n", TRAIN)]}),
    }.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)
    (tmp_path / "empty").mkdir()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NO_COLOR", "1")
    return tmp_path


@pytest.mark.usefixtures("project")
def test_a_suspect_is_told_with_its_way(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["suspects", "train.py"]) == 1
    out = capsys.readouterr().out
    assert out.startswith(HEAD)
    assert (
        "   = on to the loss:\n       losses.py:6:12 returned by `entropy`: return -(p * torch.log(p)).sum()\n" in out
    )
    assert "       train.py:5:8 goes into `loss`: loss = entropy(net(x))\n" in out
    assert "       train.py:6:1 its derivative is taken here: loss.backward()\n" in out
    assert "\ntrain.py reaches 1 function in 2 files: 1 operation looked at, 1 suspect.\n" in out


@pytest.mark.usefixtures("project")
def test_where_there_is_none_it_says_what_was_looked_at(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["suspects", "calm.py"]) == 0
    assert capsys.readouterr().out == (
        "calm.py reaches 1 function in 2 files: 1 operation looked at, 0 suspects, 1 safe"
        " (1: the operand stays where the operation is finite).\n--all tells why the others are safe.\n"
    )
    assert main(["suspects", "--all", "calm.py"]) == 0
    first = capsys.readouterr().out.splitlines()[0]
    assert first.startswith("losses.py:10:12: safe torch.log of `torch.softmax(x, -1) + 1`: the operand stays where")


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize(
    "entry", ["train.py", "package.start", "package/start.py", "losses.py:entropy", "losses:entropy", "book.ipynb", "."]
)
def test_all_that_may_be_an_entry(entry: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["suspects", "--output-format", "json", entry]) == 1
    first = json.loads(capsys.readouterr().out)[0]
    assert (first["rank"], first["code"], first["certainty"], first["on_way_to_loss"]) == (1, "NAN101", "taken", True)


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize(
    ("entries", "sentence"),
    [
        (["gone.py"], "gone.py: there is no such file, folder or module; write FILE, FOLDER, MODULE or FILE:FUNCTION"),
        (["gone.py:f"], "gone.py:f: there is no such file, folder or module"),
        (["losses.py:gone"], "losses.py defines no function gone; it defines entropy, calm"),
        (["idle.py"], "idle.py: nothing trains there, or in what it reaches; name the script that trains"),
        (["text.txt"], "text.txt: this is not a Python file"),
        (["empty"], "empty: no Python file or notebook stands in this folder"),
        (["train.py", "--config", "gone.toml"], "gone.toml cannot be read"),
    ],
)
def test_what_it_cannot_do_it_says(entries: list[str], sentence: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["suspects", *entries]) == 2
    done = capsys.readouterr()
    assert done.out == ""
    assert done.err.startswith(f"nanproof: {sentence}")


def test_entries_are_of_one_project(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = project / "other"
    other.mkdir()
    (other / "setup.py").write_text("")
    (other / "train.py").write_text(TRAIN)
    assert main(["suspects", "train.py", "other/train.py"]) == 2
    assert "belong to two projects" in capsys.readouterr().err


@pytest.mark.usefixtures("project")
def test_a_rule_that_is_ignored_makes_no_suspect(capsys: pytest.CaptureFixture[str]) -> None:
    Path("nanproof.toml").write_text('ignore = ["NAN101"]\n')
    assert main(["suspects", "train.py"]) == 0
    assert main(["suspects", "train.py", "--isolated"]) == 1
    capsys.readouterr()


def test_what_is_safe_is_for_people(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["suspects", "--all", "--output-format", "json", "train.py"])
    assert "--all lists what is safe, for people" in capsys.readouterr().err
