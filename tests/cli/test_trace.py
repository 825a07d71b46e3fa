"""`nanproof trace`: what it prints, and how it ends."""

from __future__ import annotations

import gzip
import io
import json
import sys
from pathlib import Path

import pytest

from nanproof.cli.command import main
from tests.traces.test_logs import HERE, log_of

PROGRAM = HERE / "programs" / "torch_downstream.py"


@pytest.fixture
def log(tmp_path: Path) -> str:
    path = tmp_path / "train.log"
    path.write_bytes(log_of("torch_downstream"))
    return str(path)


def test_it_says_which_line_made_the_nan_and_why(log: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["trace", log, str(PROGRAM)]) == 1
    text = capsys.readouterr().out
    assert "PyTorch found NaN or Inf in a gradient in `PowBackward0`" in text
    assert "1. " in text
    assert "torch_downstream.py:14:16" in text
    assert "PyTorch names line 12, of which this is computed" in text


def test_json_is_an_array_of_findings_with_their_rank(log: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["trace", "--output-format", "json", log, str(PROGRAM)]) == 1
    found = json.loads(capsys.readouterr().out)
    assert [each["rank"] for each in found] == list(range(1, len(found) + 1))
    keys = {"rank", "certainty", "on_way_to_loss", "kind", "code", "filename", "location", "end_location", "cell"}
    keys |= {"operation", "operand", "value", "message", "reason", "fix"}
    assert all(keys <= set(each) for each in found)
    assert (found[0]["kind"], found[0]["on_way_to_loss"], found[0]["role"]) == ("gradient", True, "downstream")


def test_without_an_entry_the_folder_is_looked_through(
    log: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "torch_downstream.py").write_text(PROGRAM.read_text("utf-8"), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert main(["trace", log]) == 1
    assert "torch_downstream.py:14:16" in capsys.readouterr().out


def test_standard_input(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(log_of("torch_downstream"))))
    assert main(["trace", "-", str(PROGRAM)]) == 1
    assert "torch_downstream.py:14:16" in capsys.readouterr().out


def test_a_log_without_nan_is_no_failure(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.log"
    path.write_text('Traceback (most recent call last):\n  File "a.py", line 1, in f\n    f()\nKeyError: 7\n')
    assert main(["trace", str(path), str(PROGRAM)]) == 0
    assert capsys.readouterr().out.startswith("The log says nothing of a NaN; it ends with KeyError: 7: it reads what")


def test_a_program_that_is_not_here_is_asked_for(
    log: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "empty").mkdir()
    monkeypatch.chdir(tmp_path / "empty")
    assert main(["trace", log]) == 0
    assert "name the file or folder of the program behind the log" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "is empty: it reads what PyTorch's anomaly mode"),
        (bytes(range(256)) * 40, "is no text: it reads what"),
        (gzip.compress(b"loss: nan\n", mtime=0), "is packed (gzip): unpack it first"),
    ],
)
def test_an_unreadable_log_ends_with_2_and_a_sentence(
    data: bytes, sentence: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.log"
    path.write_bytes(data)
    assert main(["trace", str(path)]) == 2
    assert sentence in capsys.readouterr().err


def test_what_is_not_there_ends_with_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["trace", str(tmp_path / "no.log")]) == 2
    assert "there is no such file or folder" in capsys.readouterr().err
    (tmp_path / "a.log").write_text("loss: nan\n")
    assert main(["trace", str(tmp_path / "a.log"), str(tmp_path / "no.py")]) == 2
    assert "no.py: there is no such file or folder" in capsys.readouterr().err
    assert main(["trace", str(tmp_path)]) == 2


def test_a_log_does_a_terminal_no_harm(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.log"
    path.write_bytes(b"loss: nan \x1b]0;title\x07\x9b31m \xe2\x80\xae\n")
    main(["trace", str(path), str(PROGRAM)])
    text = capsys.readouterr().out
    assert "\x1b" not in text
    assert "\u202e" not in text


def test_a_file_that_only_the_log_names_is_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "here").mkdir()
    program = tmp_path / "elsewhere" / "torch_downstream.py"
    program.write_text(PROGRAM.read_text("utf-8"), encoding="utf-8")
    data = log_of("torch_downstream").replace(b"/home/ada/project", str(program.parent).encode())
    (tmp_path / "a.log").write_bytes(data)
    monkeypatch.chdir(tmp_path / "here")
    assert main(["trace", str(tmp_path / "a.log")]) == 1
    assert "torch_downstream.py:14:16" in capsys.readouterr().out
