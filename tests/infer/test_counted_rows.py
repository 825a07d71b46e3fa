"""A count where a condition holds that says what is counted: of all, of each row."""

from __future__ import annotations

import pytest

from nanproof.analysis import Project
from nanproof.source.document import Document
from tests.names.project import Files

BEFORE = "import torch\n\n\ndef f(labels, x):\n    keep = labels != -100\n    x = x.detach()\n"


def codes(written: str) -> list[str]:
    found = Project(None, Files({})).diagnose(Document.from_text("a.py", f"{BEFORE}    return {written}\n"))
    return [each.finding.code for each in found]


@pytest.mark.parametrize(
    "written",
    [
        "torch.where(keep.any(-1), x / keep.sum(-1), 0.0)",
        "torch.where(torch.any(keep, dim=-1), x / keep.sum(-1), 0.0)",
        "torch.where(keep.any(), x / keep.sum(), 0.0)",
        "torch.where(keep.all(), x / keep.sum(-1), 0.0)",
        "x / torch.where(keep.any(-1), keep.sum(-1), 1)",
        "torch.where(keep, x / keep.float().mean(-1, keepdim=True), 0.0)",
    ],
)
def test_nothing_is_chosen_where_nothing_is_counted(written: str) -> None:
    assert codes(written) == []


@pytest.mark.parametrize(
    "written",
    [
        "torch.where(keep.any(), x / keep.sum(-1), 0.0)",  # another row may have some
        "torch.where(torch.any(keep), x / keep.sum(-1), 0.0)",
        "torch.where(labels.any(-1), x / keep.sum(-1), 0.0)",
        "torch.where(keep.any(-1), 0.0, x / keep.sum(-1))",
        "x / torch.where(keep.any(), keep.sum(-1), 1)",
    ],
)
def test_another_condition_says_nothing_of_the_count(written: str) -> None:
    assert codes(written) == ["NAN102"]
