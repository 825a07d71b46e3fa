"""Notebooks in `nanproof check`: found in folders, told by cell, fixed in their cells."""

import json
import re
from pathlib import Path

import pytest

from nanproof.cli.check import Request, check
from nanproof.cli.command import main
from nanproof.cli.formats.output_format import OutputFormat
from nanproof.files import encoding
from nanproof.findings.finding import Severity
from nanproof.source.edited_cells import UnwritableCellError
from tests.cli.stand_in import at

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
    in_cells = {fix["message"].partition(":")[0]: {edit["cell"] for edit in fix["edits"]} for fix in finding["fixes"]}
    assert in_cells.pop("Suppress NAN101 in this file") == {1}
    assert set().union(*in_cells.values()) == {3}


def test_people_are_told_the_cell(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    book(tmp_path, IMPORTS, MAKES, USES)
    monkeypatch.chdir(tmp_path)
    assert check(Request(["."])) == 1
    told = capsys.readouterr().out
    assert told.startswith("book.ipynb:cell 3:2:12 warning NAN101 unmasked-log\n")
    assert "\n    : in cell 2\n  2 | p = tf.nn.softmax(x)\n" in told


@pytest.mark.parametrize("output_format", OutputFormat)
def test_each_format_names_the_cell(
    output_format: OutputFormat, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    book(tmp_path, IMPORTS, MAKES, USES)
    assert check(Request([str(tmp_path)], output_format)) == 1
    assert re.search(r'cell 3:2:12|"cell": 3,', capsys.readouterr().out)


def test_no_edit_crosses_from_one_cell_into_another(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A cell may end in the middle of a statement: what replaces all of it would take away the end of the cell."""
    ways = {}
    for name, cells in (("one", ["loss = tf.math.log(tf.nn.softmax(\nlogits))"]), ("two", None)):
        book(tmp_path, IMPORTS, *(cells or ["loss = tf.math.log(tf.nn.softmax(", "logits))"]))
        check(Request([str(tmp_path)], OutputFormat.JSON, at(Severity.HINT)))
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


def test_fixes_are_written_into_their_cells(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = book(
        tmp_path, f"%%time\n{IMPORTS}", MAKES, USES, "%%bash\nls", "n = 2 * tf.math.log(tf.nn.softmax(\nx))  # é\n"
    )
    before = path.read_text()
    assert main(["check", str(path), "--fix"]) == 0
    assert "fixed 2 problems in 1 file" in capsys.readouterr().err
    expected = before.replace("tf.math.log(p)", "tf.nn.log_softmax(x)")
    expected = expected.replace('tf.math.log(tf.nn.softmax(\\n", "x))', "tf.nn.log_softmax(x)")
    assert path.read_text() == expected


def test_what_would_be_written_is_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = book(tmp_path, IMPORTS, MAKES, USES)
    before = path.read_bytes()
    monkeypatch.chdir(tmp_path)
    assert main(["check", ".", "--diff"]) == 1
    assert path.read_bytes() == before
    removed, added = capsys.readouterr().out.splitlines()[3:5]
    assert (
        added == removed.replace("-", "+", 1).replace("tf.math.log(p)", "tf.nn.log_softmax(x)")
        or "\\ No newline" in added
    )


def test_what_is_left_is_told_by_its_cell(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = book(tmp_path, "import torch", "y = torch.log(torch.softmax(x, -1))", "\nz = torch.log(torch.tanh(x))")
    assert main(["check", str(path), "--fix", "--output-format", "json"]) == 1
    [left] = json.loads(capsys.readouterr().out)
    assert (left["cell"], left["location"]) == (3, {"row": 2, "column": 5})


def test_a_fix_of_what_only_ipython_reads_is_not_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(*_: object) -> dict[int, str]:
        raise UnwritableCellError

    path = book(tmp_path, IMPORTS, MAKES, USES)
    before = path.read_bytes()
    monkeypatch.setattr(encoding, "edited_cells", refuse)
    assert main(["check", str(path), "--fix"]) == 2
    assert path.read_bytes() == before
    assert "they would change a line that only IPython reads" in capsys.readouterr().err


def test_a_place_in_a_cell_is_revealed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = book(tmp_path, IMPORTS, MAKES, USES)
    assert main(["reveal", f"{path}:cell 3:2:24"]) == 0
    told = capsys.readouterr().out.splitlines()
    assert told[0].endswith("book.ipynb:cell 3:2:24 p")
    assert any("book.ipynb:cell 2:2 " in line for line in told)
    assert main(["reveal", f"{path}:cell 2:2"]) == 0
    assert "cell 2:2:5 tf.nn.softmax(x)" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("place", "told"),
    [
        (":1", "is a notebook: write the cell as well, as in book.ipynb:cell 3:2:12"),
        (":cell 3:3", "has 2 lines, so there is no line 3 in cell 3"),
        (":cell 4:1", "has 3 code cells, so there is no cell 4"),
        (":cell 0:1", "has 3 code cells, so there is no cell 0"),
        (":cell 3:0", "names no line"),
        (":cell 3:1:0", "names no line"),
    ],
)
def test_where_there_is_nothing_to_reveal_it_is_said(
    place: str, told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = book(tmp_path, IMPORTS, MAKES, USES)
    assert main(["reveal", f"{path}{place}"]) == 2
    assert told in capsys.readouterr().err


def test_comments_of_no_use_are_taken_out_of_their_cells(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    unused = "# nanproof: ignore[NAN102]\nx = 1  # nanproof: ignore[NAN101]"
    path = book(tmp_path, IMPORTS, MAKES, f"{USES}  # nanproof: ignore[NAN101]", unused)
    assert main(["check", str(path), "--output-format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert [(each["code"], each["cell"], each["location"]["row"]) for each in found] == [
        ("NAN901", 4, 1),
        ("NAN901", 4, 2),
    ]
    assert main(["check", str(path), "--fix", "--level", "information"]) == 0
    cells = json.loads(path.read_text())["cells"]
    assert "".join(cells[4]["source"]) == "x = 1"
    assert "".join(cells[3]["source"]) == f"{USES}  # nanproof: ignore[NAN101]"
