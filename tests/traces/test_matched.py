"""Paths of a log, and the files and lines of the project that they mean."""

from __future__ import annotations

import json

import pytest

from nanproof.source.document import Document
from nanproof.source.notebook import Notebook, notebook
from nanproof.traces.matched import Text, candidates, matched
from nanproof.traces.report import LogFrame

PATHS = ("/p/src/train.py", "/p/src/losses/dice.py", "/p/old/losses/dice.py", "/p/book.ipynb")
SOURCE = "import numpy as np\n\n\ndef f(p):\n    q = p - 1\n    return np.log(q)  # here\n"


def file(path: str, text: str = SOURCE) -> Text:
    return Text(Document.from_text(path, text))


@pytest.mark.parametrize(
    ("path", "first"),
    [
        ("/workspace/src/losses/dice.py", "/p/src/losses/dice.py"),
        (r"C:\Users\ada\old\losses\dice.py", "/p/old/losses/dice.py"),
        ("...me/ada/project/src/losses/dice.py", "/p/src/losses/dice.py"),
        ("train.py", "/p/src/train.py"),
        ("./src/train.py", "/p/src/train.py"),
        ("/tmp/ipykernel_12/3456.py", "/p/book.ipynb"),
        ("<ipython-input-7-0a1b>", "/p/book.ipynb"),
        ("/usr/lib/python3/site-packages/losses/dice.py", "/p/old/losses/dice.py"),
    ],
)
def test_a_path_of_another_machine_is_known_by_its_end(path: str, first: str) -> None:
    assert candidates(path, PATHS)[0] == first


@pytest.mark.parametrize("path", ["/usr/lib/python3/site-packages/torch/train.py", "/p/other.py", "", "<frozen os>"])
def test_what_is_somebody_elses_is_not_taken_for_the_projects(path: str) -> None:
    assert candidates(path, PATHS) == []


def test_the_source_decides_between_files_of_one_name() -> None:
    other = file("/p/a/model.py", "x = 1\n" * 10)
    right = file("/p/b/model.py")
    found = matched(LogFrame("/elsewhere/model.py", 6, "f", "return np.log(q)"), [other, right])
    assert found is not None
    assert (found.text.path, found.line, found.moved) == ("/p/b/model.py", 5, False)


def test_a_line_that_moved_is_found_by_its_source() -> None:
    moved = file("/p/model.py", "# new\n# lines\n" + SOURCE)
    found = matched(LogFrame("/elsewhere/model.py", 6, "f", "return np.log(q)"), [moved])
    assert found is not None
    assert (found.line, found.moved) == (7, True)


def test_a_line_beyond_the_end_is_none() -> None:
    assert matched(LogFrame("/elsewhere/model.py", 600), [file("/p/model.py")]) is None


def book() -> Text:
    cells = [
        {"cell_type": "code", "source": "import numpy as np\n"},
        {"cell_type": "markdown", "source": "# no code"},
        {"cell_type": "code", "source": "%matplotlib inline\ndef loss(p):\n    return np.log(p)\n"},
    ]
    read = notebook(json.dumps({"cells": cells, "metadata": {}, "nbformat": 4}))
    assert isinstance(read, Notebook)
    return Text(Document.from_text("/p/book.ipynb", read.text), read)


@pytest.mark.parametrize(
    ("frame", "line"),
    [
        (LogFrame("/tmp/ipykernel_12/345.py", 3, "loss", "return np.log(p)"), 3),
        (LogFrame("<ipython-input-7-0a1b>", 3, "loss", "return np.log(p)", 7), 3),
        (LogFrame("<cell 9>", 2, "loss", "return np.log(p)", 9), 3),
        (LogFrame("<cell 2>", 3, "loss", "", 2), 3),
    ],
)
def test_a_cell_is_known_by_what_stands_in_it(frame: LogFrame, line: int) -> None:
    found = matched(frame, [book()])
    assert found is not None
    assert found.line == line


def test_a_cell_that_no_notebook_holds_is_none() -> None:
    assert matched(LogFrame("<ipython-input-7-0a1b>", 3, "loss", "return np.sqrt(p)", 7), [book()]) is None
