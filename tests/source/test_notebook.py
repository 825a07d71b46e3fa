"""Notebooks as programs: nothing moves, what only IPython reads does nothing, and the rest is as it stands."""

import ast
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nanproof.source.notebook import Notebook, as_python, notebook

PYTHON = {"kernelspec": {"language": "python"}}


def book(*sources: str | list[str], **metadata: object) -> str:
    cells = [{"cell_type": "code", "source": each} for each in sources]
    return json.dumps({"cells": cells, "metadata": metadata or PYTHON, "nbformat": 4})


def read(data: str) -> Notebook:
    found = notebook(data)
    assert isinstance(found, Notebook)
    return found


@pytest.mark.parametrize(
    ("source", "python"),
    [
        ("%matplotlib inline\nx = 1", "0#atplotlib inline\nx = 1"),
        ("!pip install x", "0#ip install x"),
        ("!", "0"),
        ("if x:\n    !ls\n", "if x:\n    0#s\n"),
        ("files = !ls -l", "files = 0#s -l"),
        ("t = %timeit -o f()", "t = 0#imeit -o f()"),
        ("tf.log?", "0#.log?"),
        ("??tf.log", "0#tf.log"),
        ("%%bash\nls\n\nrm x", "#%bash\n#s\n\n#m x"),
        ("%%time\nx = 1", "0#time\nx = 1"),
        ("!pip install a \\\n    b \\\n    c\nx = 1", "0#ip install a \\\n#   b \\\n#   c\nx = 1"),
        ("!ls (\n!pwd", "0#s (\n0#wd"),
        ("x = 'a\\\nb'\n!ls", "x = 'a\\\nb'\n0#s"),
        ("y = (a\n  %b\n)", "y = (a\n  %b\n)"),
        ("y = a \\\n  %b", "y = a \\\n  %b"),
        ("s = '''\n%no magic\n!neither\n'''\n!ls", "s = '''\n%no magic\n!neither\n'''\n0#s"),
        ('s = """it\'s """  # that\'s\n%ls', 's = """it\'s """  # that\'s\n0#s'),
        ("s = '('\n%ls", "s = '('\n0#s"),
        ("x = y if z else w\nx %= 2\nx != 3", "x = y if z else w\nx %= 2\nx != 3"),
        ("x = a != b", "x = a != b"),
        ("# why?\nx = 1", "# why?\nx = 1"),
    ],
)
def test_what_only_ipython_reads_does_nothing(source: str, python: str) -> None:
    assert as_python(source) == python
    ast.parse(python)


@given(st.text(alphabet="ab=%!?'\"#()\\ \n\t{}é", max_size=60))
def test_no_character_moves(source: str) -> None:
    python = as_python(source)
    assert len(python) == len(source)
    assert [len(each) for each in python.split("\n")] == [len(each) for each in source.split("\n")]
    assert as_python(python) == python


def test_the_code_cells_are_one_program() -> None:
    cells = [
        {"cell_type": "markdown", "source": "# Title"},
        {"cell_type": "code", "source": ["import torch\n", "x = 1"]},
        {"cell_type": "raw", "source": "x"},
        {"cell_type": "code", "source": ""},
        {"cell_type": "code", "source": "y = x\r\nz = y\n"},
    ]
    found = read(json.dumps({"cells": cells, "metadata": {}}))
    assert found.text == "import torch\nx = 1\n\ny = x\nz = y\n"
    assert [(each.number, each.first) for each in found.cells] == [(1, 0), (2, 2), (3, 3)]
    assert [found.cell_at(line).number for line in range(6)] == [1, 1, 2, 3, 3, 3]


def test_an_older_notebook_has_worksheets() -> None:
    sheet = {"cells": [{"cell_type": "code", "input": ["x = 1\n", "y = 2"]}]}
    assert read(json.dumps({"worksheets": [sheet], "metadata": {}, "nbformat": 3})).text == "x = 1\ny = 2\n"


def test_a_notebook_without_code_is_an_empty_program() -> None:
    found = read(json.dumps({"cells": [], "metadata": {}}))
    assert found.text == ""
    assert found.cell_at(0).number == 1


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        ("{", "this is not a notebook: its text is not JSON"),
        ("[" * 100_000, "this is not a notebook: its text is not JSON"),
        ("[]", "this is not a notebook: it holds no list of cells"),
        ('{"cells": {}}', "this is not a notebook: it holds no list of cells"),
        ('{"worksheets": [1]}', "this is not a notebook: it holds no list of cells"),
        (book("x", language_info={"name": "R"}), "this notebook is in r, and not in Python"),
        (book("x", kernelspec={"language": "julia"}), "this notebook is in julia, and not in Python"),
    ],
)
def test_what_is_no_notebook_is_told_in_words(data: str, reason: str) -> None:
    assert notebook(data) == reason


@given(st.recursive(st.none() | st.integers() | st.text(), lambda inner: st.lists(inner) | st.dictionaries(
    st.sampled_from(["cells", "cell_type", "source", "metadata", "language_info", "name", "worksheets"]), inner
)))  # fmt: skip
def test_any_json_is_read_or_refused(held: object) -> None:
    assert isinstance(notebook(json.dumps(held)), Notebook | str)
