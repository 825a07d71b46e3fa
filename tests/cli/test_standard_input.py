"""Texts and lists of paths that come from standard input."""

import io
import json
from pathlib import Path

import pytest

from nanproof.cli.command import main

FAULTY = "import torch\ny = torch.log(torch.softmax(x, -1))\n"


def type_in(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text.encode())))


def test_a_text_is_checked_as_the_file_that_it_is_taken_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "net.py").write_text("import torch\ndef net(x):\n    return torch.softmax(x, -1)\n")
    monkeypatch.chdir(tmp_path)
    type_in(monkeypatch, "import torch\nfrom net import net\ny = torch.log(net(x))\n")
    assert main(["check", "-", "--stdin-filename", "new.py", "--output-format", "json"]) == 1
    [finding] = json.loads(capsys.readouterr().out)
    assert finding["filename"] == str(tmp_path / "new.py")
    assert not (tmp_path / "new.py").exists()


def test_a_text_without_a_name_is_python(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    type_in(monkeypatch, FAULTY)
    assert main(["check", "-", "--output-format", "concise"]) == 1
    assert capsys.readouterr().out.startswith("stdin.py:2:5: warning NAN101")


def test_what_would_be_fixed_is_shown(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    type_in(monkeypatch, FAULTY)
    assert main(["check", "-", "--diff"]) == 1
    assert "+y = torch.log_softmax(x, -1)\n" in capsys.readouterr().out


@pytest.mark.parametrize("between", ["\n", "\0", "\r\n"])
def test_paths_are_read(
    between: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("a b.py", "c.py", "d.py"):
        Path(name).write_text(FAULTY)
    Path("list").write_text(between.join(["a b.py", "c.py", ""]), newline="")
    assert main(["check", "--files-from", "list", "--output-format", "concise"]) == 1
    assert [line.split(":")[0] for line in capsys.readouterr().out.splitlines()] == ["a b.py", "c.py"]
    type_in(monkeypatch, "d.py\n")
    assert main(["check", "--files-from", "-", "--output-format", "concise"]) == 1
    assert capsys.readouterr().out.startswith("d.py:2:5")


def test_rules_are_selected_and_counted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.py").write_text(
        FAULTY + "z = torch.exp(torch.nn.Linear(2, 2)(x))\nw = 2 * torch.log(torch.softmax(x, 1))\n"
    )
    assert main(["check", "--statistics", "--level", "hint"]) == 1
    assert capsys.readouterr().out.splitlines()[0] == "2  NAN101  unmasked-log  (2 with --fix)"
    assert main(["check", "--ignore", "NAN101,nan2", "--output-format", "concise"]) == 0
    assert "NAN101" not in capsys.readouterr().out
    assert main(["check", "--select", "unmasked-log", "--exit-zero", "--output-format", "concise"]) == 0
    assert capsys.readouterr().out.count("NAN101") == 2
