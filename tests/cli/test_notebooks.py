"""Notebooks in `nanproof check`: found in folders, told by cell, never written."""

import json
from pathlib import Path

import pytest

from nanproof.cli.check import OutputFormat, Request, check
from nanproof.cli.command import main
from nanproof.findings.finding import Severity

IMPORTS = "%matplotlib inline\nimport tensorflow as tf"
MAKES = "\np = tf.nn.softmax(x)"
USES = "!ls\nloss = 2 * tf.math.log(p)"


def book(folder: Path, *sources: str, **metadata: object) -> Path:
    cells: list[dict[str, object]] = [{"cell_type": "markdown", "source": "# Title"}]
    cells += [{"cell_type": "code", "source": each.splitlines(keepends=True)} for each in sources]
    path = folder / "book.ipynb"
    path.write_text(json.dumps({"cells": cells, "metadata": metadata}))
    return path


def test_rows_count_in_cells(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = book(tmp_path, IMPORTS, MAKES, USES)
    assert check(Request([str(tmp_path)], OutputFormat.JSON)) == 1
    [finding] = json.loads(capsys.readouterr().out)
    assert (finding["filename"], finding["cell"], finding["code"]) == (str(path), 3, "NAN101")
    assert (finding["location"], finding["end_location"]) == ({"row": 2, "column": 12}, {"row": 2, "column": 26})
    made = finding["reason"][0]
    assert (made["cell"], made["location"]) == (2, {"row": 2, "column": 5})
    assert {edit["cell"] for fix in finding["fixes"] for edit in fix["edits"]} == {3}


def test_people_are_told_the_cell(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    book(tmp_path, IMPORTS, MAKES, USES)
    monkeypatch.chdir(tmp_path)
    assert check(Request(["."])) == 1
    told = capsys.readouterr().out
    assert told.startswith("book.ipynb:cell 3:2:12 warning NAN101 unmasked-log\n")
    assert "\n    : in cell 2\n  2 | p = tf.nn.softmax(x)\n" in told


def test_no_edit_crosses_from_one_cell_into_another(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A cell may end in the middle of a statement: what replaces all of it would take away the end of the cell."""
    ways = {}
    for name, cells in (("one", ["loss = tf.math.log(tf.nn.softmax(\nlogits))"]), ("two", None)):
        book(tmp_path, IMPORTS, *(cells or ["loss = tf.math.log(tf.nn.softmax(", "logits))"]))
        check(Request([str(tmp_path)], OutputFormat.JSON, Severity.HINT))
        ways[name] = [fix["message"] for each in json.loads(capsys.readouterr().out) for fix in each["fixes"]]
    assert any(each.startswith("Use the stable function") for each in ways["one"])
    assert ways["two"]
    assert not any(each.startswith("Use the stable function") for each in ways["two"])


def test_modules_beside_a_notebook_are_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "model.py").write_text("import tensorflow as tf\n\n\ndef net(x):\n    return tf.nn.softmax(x)\n")
    book(tmp_path, "import tensorflow as tf\nfrom model import net", "loss = tf.math.log(net(x))")
    assert check(Request([str(tmp_path)], OutputFormat.JSON)) == 1
    [finding] = json.loads(capsys.readouterr().out)
    assert finding["cell"] == 2
    assert {Path(each["filename"]).name for each in finding["reason"]} == {"model.py", "book.ipynb"}
    assert [each.get("cell") for each in finding["reason"] if each["filename"].endswith("model.py")] == [None]


def test_a_notebook_in_another_language_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = book(tmp_path, "x <- 1", kernelspec={"language": "R"})
    assert check(Request([str(path)])) == 2
    assert "this notebook is in r, and not in Python" in capsys.readouterr().err


def test_what_is_not_utf_8_is_no_notebook(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.ipynb").write_bytes(b"\xff{}")
    assert check(Request([str(tmp_path / "a.ipynb")])) == 2
    assert "this is not a notebook: its text is not UTF-8" in capsys.readouterr().err


@pytest.mark.parametrize("option", ["--fix", "--diff"])
def test_a_notebook_is_not_written(option: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = book(tmp_path, IMPORTS, MAKES, USES)
    before = path.read_bytes()
    assert main(["check", str(path), option]) in (0, 1)
    assert path.read_bytes() == before
    assert "nanproof writes no notebooks: apply its fixes where it is open" in capsys.readouterr().err


def test_of_a_notebook_nothing_is_revealed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = book(tmp_path, IMPORTS)
    assert main(["reveal", f"{path}:1"]) == 2
    assert "is a notebook, of which nothing is revealed" in capsys.readouterr().err
