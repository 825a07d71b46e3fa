"""What is still known when a question was too long to be answered."""

from __future__ import annotations

from nanproof.analysis import Project
from nanproof.infer.engine import MOST_FOR_ONE_QUESTION
from nanproof.source.document import Document
from tests.names.project import Files


def codes(source: str) -> list[str]:
    found = Project(None, Files({})).diagnose(Document.from_text("a.py", source))
    return [each.finding.code for each in found]


def stacked(mask: str) -> str:
    terms = ", ".join(f"torch.sin(x * {number})" for number in range(MOST_FOR_ONE_QUESTION))
    return f"import torch\n\ndef f(x):\n    p = torch.stack([{terms}])\n    return torch.log({mask})\n"


def test_a_mask_holds_behind_an_operand_that_used_up_the_budget() -> None:
    assert codes(stacked("torch.clamp(p, min=1e-10)")) == []
    assert codes(stacked("torch.relu(x)")) == ["NAN101"]
