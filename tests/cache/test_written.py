"""What is found stands the same after it was written down and read, and a text that says something else is none."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest

from nanproof.analysis import Project
from nanproof.cache.written import read_basis, read_records, written
from nanproof.files.loading import Source, loaded
from nanproof.names.basis import Basis
from nanproof.printed.record import Record, recorded
from nanproof.source.document import Document
from tests.names.project import Files

CASES = sorted((Path(__file__).parents[1] / "cases").rglob("*.py"))
BASIS = Basis(
    ((("helper", 1, "/p/a"), "/p/a/helper.py"), (("torch", 0, "/p/a"), None)),
    (("torch", False),),
    (("/p/a/helper.py", "00ff"), ("/p/gone.py", None)),
    (("entropy", ("/p/a/train.py", "/p/b.py")),),
    True,
)
CELL = {"cell_type": "code", "source": "import torch\n\ny = torch.log(torch.softmax(x, -1))\n"}
NOTEBOOK = json.dumps({"cells": [{**CELL, "metadata": {}, "outputs": []}], "metadata": {}, "nbformat": 4})


def found_in(path: str, data: bytes) -> tuple[Record, ...]:
    source = loaded(path, data)
    assert isinstance(source, Source)
    document = Document.from_text(path, source.text)
    found = Project(None, Files({})).diagnose(document)
    return tuple(recorded(document, each, source.notebook) for each in found)


@pytest.mark.parametrize("case", CASES[::7], ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_what_was_written_is_read(case: Path) -> None:
    records = found_in(str(case), case.read_bytes())
    assert read_records(written(records, BASIS)) == records


def test_a_cell_and_odd_names_are_read() -> None:
    records = found_in("/p/\udcff/b\u2603.ipynb", NOTEBOOK.encode())
    assert [each.stretch.cell for each in records] == [1]
    text = written(records, BASIS)
    assert text.isascii()
    assert read_records(text) == records


def test_what_it_rests_on_is_read() -> None:
    assert read_basis(written((), BASIS)) == BASIS
    assert read_basis(written((), Basis())) == Basis()


def test_a_damaged_text_is_none_or_one_that_can_be_read() -> None:
    text = written(found_in("a.py", b"import torch\n\ny = torch.log(torch.softmax(x, -1))\n"), BASIS)
    chance = random.Random(7)
    unread = 0
    for _ in range(2_000):
        at = chance.randrange(len(text))
        damaged = (
            text[:at] + chance.choice(["", "[", "]", "null", "0", '"', ",", "{}"]) + text[at + chance.randrange(9) :]
        )
        unread += read_records(damaged) is None or read_basis(damaged) is None
    assert unread > 500


@pytest.mark.parametrize("text", ["", "null", "[]", "{}", "[[], []]", "[[[]], null]", "[1, 2]", "[" * 100_000])
def test_another_text_is_none(text: str) -> None:
    assert read_basis(text) is None
