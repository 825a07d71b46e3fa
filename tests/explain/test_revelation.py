"""What is revealed of a place that a person copies from a report."""

from __future__ import annotations

import pytest

from nanproof.analysis import Project
from nanproof.source.document import Document
from tests.literate.annotations import read_case
from tests.literate.observations import document_of, project_of
from tests.literate.test_cases import CASES
from tests.names.project import Files

HEAD = "import torch\np = torch.relu(torch.rand(3))\n"


@pytest.mark.parametrize("folder", ["log", "roots", "inverse"])
def test_where_a_finding_is_said_to_be_its_operand_is_revealed(folder: str) -> None:
    seen = 0
    for path in sorted((CASES / folder).glob("*.py")):
        case = read_case(path)
        document, project = document_of(case), project_of(case)
        for each in project.diagnose(document):
            spans = [revelation.span for revelation in project.reveal(document, each.finding.span.start)]
            assert each.finding.operand_span in spans, f"{path}: {each.finding.message}"
            seen += 1
    assert seen > 20


@pytest.mark.parametrize(
    ("line", "texts"),
    [
        ("q = torch.log(p)", ["p"]),
        ("q = 2 * torch.log(p)", ["2"]),
        ("q = p / (p - 1)", ["(p - 1)", "p"]),
        ("q = p.log() / p.sum()", ["p", "p.sum()"]),
        ("q = torch.add(p, 1)", ["torch"]),
        ("q = p", ["p"]),
        ("q = (p)", ["(p)"]),
    ],
)
def test_an_operand_comes_first_and_each_once(line: str, texts: list[str]) -> None:
    document = Document.from_text("a.py", f"{HEAD}{line}\n")
    found = Project(None, Files({})).reveal(document, len(f"{HEAD}q = "))
    assert [each.text for each in found] == texts


def test_inside_of_an_operations_name_it_is_the_name() -> None:
    document = Document.from_text("a.py", f"{HEAD}q = torch.log(p)\n")
    found = Project(None, Files({})).reveal(document, len(f"{HEAD}q = torch."))
    assert [each.text for each in found] == ["torch.log(p)"]
