"""Where operations may stand, in texts that no literate case can be."""

from __future__ import annotations

import pytest

from nanproof.analysis import Project
from nanproof.catalog import load
from nanproof.sites.candidates import DEEPEST_NESTING, candidates, sites_at, sites_surveyed
from nanproof.source.document import Document
from tests.names.project import ROOT, Files


def test_a_text_may_begin_with_an_operator() -> None:
    document = Document.from_text("main.py", "/ y\n** x\nimport torch\nz = 1 / x\n")
    assert [document.data[each.start_byte : each.end_byte] for each in candidates(document, load())] == [b"1 / x"]


def test_a_survey_holds_each_operation_once_and_the_softmax_that_a_mask_leaves_something_of() -> None:
    lines = ("import torch", "def f(x, m, y):", "    s = torch.softmax(x.masked_fill(m, float('-inf')), -1)")
    text = "\n".join((*lines, "    return torch.log(s) / y.std()", ""))
    document = Document.from_text(f"{ROOT}/main.py", text)
    engine = Project(ROOT, Files({"main.py": text}))._engine(document)
    sites = sites_surveyed(document, engine, candidates(document, engine.catalog))
    assert sorted((each.name, each.function.name) for each in sites) == [
        ("/", "divide"),
        ("torch.Tensor.std", "std"),
        ("torch.log", "log"),
        ("torch.softmax", "softmax"),
    ]


def test_a_survey_holds_spreads_and_filled_softmaxes_and_nothing_that_is_right_anyway() -> None:
    body = (
        "keep = torch.ones(4, 4).tril().bool()",
        "causal = torch.softmax(x.masked_fill(~keep, float('-inf')), -1)",
        "x[keep] = float('-inf')",
        "written = torch.softmax(x, -1)",
        "plain = torch.softmax(y, -1)",
        "mean = y.masked_fill(~keep, float('-inf')).mean()",
        "spread = y.var()",
        "half = y / 2.0 / len(y)",
        "far = math.log(3.0)",
    )
    text = "\n    ".join(("import math\nimport torch\ndef f(x, y):", *body)) + "\n"
    document = Document.from_text(f"{ROOT}/main.py", text)
    engine = Project(ROOT, Files({"main.py": text}))._engine(document)
    sites = sites_surveyed(document, engine, candidates(document, engine.catalog))
    lines = [text[: each.node.start_byte].rpartition("\n")[2].strip() for each in sites]
    assert lines == ["causal =", "written =", "spread ="]


@pytest.mark.parametrize(("depth", "found"), [(DEEPEST_NESTING - 20, 1), (DEEPEST_NESTING, 0)])
def test_of_what_is_nested_deeper_than_people_nest_nothing_is_asked(depth: int, found: int) -> None:
    text = f"import torch\ny = {'(' * depth}1 / x{')' * depth}\n"
    assert len(list(candidates(Document.from_text("main.py", text), load()))) == found


@pytest.mark.parametrize(
    ("marked", "names"),
    [
        ("y = (a.sum() + |b) / c.relu()", []),
        ("y = |(a.sum() + b) / c.relu()", ["/"]),
        ("y = (a.sum() + b) / |c.relu()", ["/"]),
        ("y = a << |b", []),
        ("y = a.relu() @ |b", []),
    ],
)
def test_at_a_place_stands_what_covers_it_and_what_begins_there(marked: str, names: list[str]) -> None:
    head, text = "import torch\n", marked.replace("|", "")
    document = Document.from_text(f"{ROOT}/main.py", f"{head}{text}\n")
    engine = Project(ROOT, Files({"main.py": document.text}))._engine(document)
    assert [each.name for each in sites_at(document, engine, len(head) + marked.index("|"))] == names
