"""Where operations may stand, in texts that no literate case can be."""

from __future__ import annotations

from nanproof.analysis import Project
from nanproof.catalog import load
from nanproof.sites.candidates import candidates, sites_surveyed
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
