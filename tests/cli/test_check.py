"""Exit codes, what is said on which stream, and that one bad file does not stop the others."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from nanproof.cli.check import Request, check
from nanproof.cli.command import main
from nanproof.cli.formats.output_format import OutputFormat
from nanproof.findings.finding import Severity
from tests.cli.stand_in import at

from .stand_in import StandIn

FAULTY = "y = softmax(x)\nz = tf.log(y)\n"
SMELL = "z = tf.log(q)\n"
CLEAN = "z = 1\n"


def plant(folder: Path, **sources: str) -> Path:
    for name, source in sources.items():
        (folder / f"{name}.py").write_text(source)
    return folder


def as_json(capsys: pytest.CaptureFixture[str], path: Path, **request: Any) -> tuple[int, list[dict[str, Any]]]:
    code = check(Request([str(path)], OutputFormat.JSON, **request), StandIn)
    return code, json.loads(capsys.readouterr().out)


@pytest.mark.parametrize(
    ("source", "level", "code"),
    [
        (CLEAN, Severity.HINT, 0),
        (FAULTY, Severity.INFORMATION, 1),
        (FAULTY, Severity.WARNING, 1),
        (FAULTY, Severity.ERROR, 0),
    ],
)
def test_the_exit_code_says_whether_there_is_a_problem(
    source: str, level: Severity, code: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plant(tmp_path, a=source)
    assert check(Request([str(tmp_path)], configurations=at(level)), StandIn) == code
    assert ("NAN101" in capsys.readouterr().out) == bool(code)


def test_what_is_only_possible_is_told_in_a_line_and_fails_no_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(plant(tmp_path, a=SMELL))
    assert check(Request(["."]), StandIn) == 0
    assert capsys.readouterr().out.splitlines() == [
        "a.py:1:5: information NAN101 nothing is known of `q`",
        "",
        "Found no problems, and 1 place worth a look (1 file checked).",
    ]
    assert check(Request(["."], fail_on=Severity.INFORMATION), StandIn) == 1
    assert check(Request(["."], configurations=at(Severity.WARNING)), StandIn) == 0
    assert "NAN101" not in capsys.readouterr().out.splitlines()[-2]


def test_nothing_fails_where_nothing_is_to(tmp_path: Path) -> None:
    assert check(Request([str(plant(tmp_path, a=FAULTY))], fail_on=None), StandIn) == 0


def test_programs_get_information_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plant(tmp_path, a=FAULTY, b=SMELL)
    code, findings = as_json(capsys, tmp_path)
    assert code == 1
    assert [finding["severity"] for finding in findings] == ["warning", "information"]
    code, findings = as_json(capsys, tmp_path, configurations=at(Severity.WARNING))
    assert [finding["severity"] for finding in findings] == ["warning"]
    assert as_json(capsys, tmp_path, configurations=at(Severity.ERROR)) == (0, [])


def test_json_has_the_shape_of_ruff(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plant(tmp_path, a="x = '👍e\u0301'; y = softmax(x)\ny = softmax(x)\n\tz = tf.log(y)\n")
    _, [finding] = as_json(capsys, tmp_path)
    path = str(tmp_path / "a.py")
    fix = {
        "applicability": "unsafe",
        "message": "Mask with `tf.clip_by_value`",
        "reason": "log(1e-10) is finite",
        "suppresses": False,
        "edits": [
            {
                "content": "tf.clip_by_value(y, 1e-10, 1.0)",
                "location": {"row": 3, "column": 13},
                "end_location": {"row": 3, "column": 14},
            }
        ],
    }
    assert finding == {
        "cell": None,
        "code": "NAN101",
        "end_location": {"row": 3, "column": 15},
        "filename": path,
        "fix": fix,
        "fixes": [fix],
        "location": {"row": 3, "column": 6},
        "message": "`y` is a softmax, and log(0) is -inf",
        "name": "unmasked-log",
        "operand": "y",
        "operation": "tensorflow.math.log",
        "reason": [
            {
                "message": "made here, values in [0, 1]",
                "filename": path,
                "location": {"row": 2, "column": 5},
                "end_location": {"row": 2, "column": 15},
            }
        ],
        "severity": "warning",
        "url": "https://example.org/NAN101",
        "value": "[0, 1]",
        "version": 1,
    }


def test_columns_are_code_points(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plant(tmp_path, a="'👍e\u0301'; tf.log(q)\n")
    _, [finding] = as_json(capsys, tmp_path)
    assert finding["location"] == {"row": 1, "column": 8}


def test_a_byte_order_mark_is_no_column(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.py").write_bytes(b"\xef\xbb\xbftf.log(q)\r\n")
    _, [finding] = as_json(capsys, tmp_path)
    assert (finding["location"]["column"], finding["end_location"]["column"]) == (1, 10)


def test_one_bad_file_costs_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plant(tmp_path, a=FAULTY, z=FAULTY)
    (tmp_path / "binary.py").write_bytes(b"\0")
    (tmp_path / "latin.py").write_bytes(b"# \xe9")
    os.mkfifo(tmp_path / "pipe.py")
    with (tmp_path / "huge.py").open("wb") as file:
        file.truncate(50_000_000)
    assert check(Request([str(tmp_path)]), StandIn) == 1
    said = capsys.readouterr()
    assert said.out.endswith("Found 2 problems in 2 files (2 files checked, 4 not).\n")
    lines = said.err.splitlines()
    assert len(lines) == 4
    for name, line in zip(["binary", "huge", "latin", "pipe"], lines, strict=True):
        assert line.startswith("nanproof: ")
        assert f"{name}.py: " in line


@pytest.mark.parametrize("name", ["gone.py", "plot.png"])
def test_a_named_path_that_cannot_be_checked_is_a_failure(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plant(tmp_path, a=FAULTY)
    (tmp_path / "plot.png").write_bytes(b"\x89PNG")
    assert check(Request([str(tmp_path / name), str(tmp_path / "a.py")]), StandIn) == 2
    said = capsys.readouterr()
    assert name in said.err
    assert "Found 1 problem in 1 file (1 file checked, 1 not)." in said.out


def test_nothing_that_could_be_checked_is_a_failure(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "binary.py").write_bytes(b"\0")
    assert check(Request([str(tmp_path)]), StandIn) == 2
    assert capsys.readouterr().out == "No file was checked.\n"


def test_nothing_to_check_is_said_and_no_failure(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check(Request([str(tmp_path)]), StandIn) == 0
    assert "there are no Python files in" in capsys.readouterr().err


def test_a_bug_of_ours_in_one_file_is_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plant(tmp_path, a=FAULTY, b="BOOM", z=FAULTY)
    assert check(Request([str(tmp_path)]), StandIn) == 2
    said = capsys.readouterr()
    assert "Found 2 problems in 2 files (2 files checked, 1 not)." in said.out
    [line] = said.err.splitlines()
    assert "b.py: nanproof itself failed on this file (ValueError: a bug of two lines at " in line
    assert line.endswith("; please report it")


def test_paths_are_short_here_and_whole_elsewhere(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    here, elsewhere = tmp_path / "here", tmp_path / "elsewhere"
    for folder in (here, elsewhere):
        folder.mkdir()
        plant(folder, a=FAULTY)
    monkeypatch.chdir(here)
    check(Request([".", str(elsewhere)]), StandIn)
    heads = [line for line in capsys.readouterr().out.splitlines() if " warning " in line]
    assert heads == [
        "a.py:2:5 warning NAN101 unmasked-log",
        f"{elsewhere}/a.py:2:5 warning NAN101 unmasked-log",
    ]


def test_a_file_that_takes_too_long_is_reported_as_far_as_it_was_looked_at(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    functions = "".join(f"def f{n}(x):\n    return torch.log(torch.relu(x) + {n} * x)\n\n\n" for n in range(1500))
    file = tmp_path / "long.py"
    file.write_text(f"import torch\n\n\ny = torch.log(torch.softmax(x, 0))\n\n\n{functions}", encoding="utf-8")
    code = main(["check", "--seconds-per-file", "1", str(file)])
    out, err = capsys.readouterr()
    assert code == 1
    assert "long.py:4:" in out
    assert "long.py: nanproof stopped after 1 s of computing or 500 MB: " in err
    assert "-6004 were not looked at to the end; --seconds-per-file allows more" in err
