"""The function that a formula writes out: each that takes an axis has the arguments that the formula tells it."""

from __future__ import annotations

import pytest

from nanproof.analysis import Project
from nanproof.catalog import load
from nanproof.source.document import Document
from tests.names.project import Files

CATALOG = load()
ASKED = [
    (framework.name, twin, role)
    for framework in CATALOG.frameworks.values()
    for twin, roles in (("softmax", ("axis",)), ("logsumexp", ("axis", "keepdims")))
    if twin in framework.twins
    for role in roles
]


@pytest.mark.parametrize(("framework", "twin", "role"), ASKED)
def test_the_function_has_the_argument(framework: str, twin: str, role: str) -> None:
    operation = CATALOG.operation(CATALOG.frameworks[framework].twins[twin])
    assert operation is not None
    assert role in {each.role for each in operation.parameters}


def test_the_title_shows_the_line_that_computes_it() -> None:
    source = "import torch\ndef f(x):\n    e = torch.exp(x)\n    x.add_(1)\n    return e / e.sum(-1, keepdim=True)\n"
    (found,) = Project(None, Files({})).diagnose(Document.from_text("a.py", source))
    assert found.fixes[0].title == "Use the stable function: softmax_e = torch.softmax(x, dim=-1)"
