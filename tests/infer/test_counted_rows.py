"""A count where a condition holds that says what is counted: of all, of each row."""

from __future__ import annotations

import pytest

from nanproof.analysis import Project
from nanproof.source.document import Document
from tests.names.project import Files

BEFORE = """\
import torch
from data import read
from torch import any, sum


def f(labels, other, x):
    kept = labels != -100
    labels = read(labels)
    keep = labels != -100
    finite = torch.isfinite(labels)
    outside = (labels > 0) | (labels < -100)
    x = x.detach()
"""


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
        "torch.where((keep == 1).any(-1), x / keep.sum(-1), 0.0)",
        "torch.where((keep > 0).any(-1), x / keep.sum(-1), 0.0)",
        "torch.where(keep.long().any(-1), x / keep.sum(-1), 0.0)",
        "torch.where((labels != -100).any(-1), x / keep.sum(-1), 0.0)",
        "torch.where(finite.any(-1), x / finite.sum(-1), 0.0)",
        "torch.where(outside.any(-1), x / outside.sum(-1), 0.0)",
        "torch.where(any(keep, -1), x / sum(keep, -1), 0.0)",
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
        "torch.where((keep == 0).any(-1), x / keep.sum(-1), 0.0)",  # some that are not
        "torch.where((keep > 1).any(-1), x / keep.sum(-1), 0.0)",
        "torch.where((keep == labels).any(-1), x / keep.sum(-1), 0.0)",
        "torch.where((keep == read(x)).any(-1), x / keep.sum(-1), 0.0)",
        "torch.where((0 < keep < 2).any(-1), x / keep.sum(-1), 0.0)",
        "torch.where(x.type_as(keep), x / keep.sum(-1), 0.0)",
        "torch.where(torch.logical_not(keep), x / keep.float().mean(-1, keepdim=True), 0.0)",
        "torch.where(torch.sub(1.0, keep.float()).any(-1), x / keep.sum(-1), 0.0)",
        "torch.where(keep.flip(0).any(-1), x / keep.sum(-1), 0.0)",  # of another row
        "torch.where(read(labels), x / keep.sum(-1), 0.0)",
        "torch.where(labels.float(), x / keep.sum(-1), 0.0)",
        "torch.where(keep.any(-1), x / keep.sum(-1)[..., None], 0.0)",
        "torch.where(labels.any(-1), x / finite.sum(-1), 0.0)",
        "torch.where(keep.any(-1), x / finite.sum(-1), 0.0)",
        "torch.where(finite.any(), x / finite.sum(-1), 0.0)",
        "torch.where(labels.any(-1), x / outside.sum(-1), 0.0)",
        "torch.where((other != -100).any(-1), x / keep.sum(-1), 0.0)",
        "torch.where((labels != -100).any(-1), x / kept.sum(-1), 0.0)",  # of the labels before
    ],
)
def test_another_condition_says_nothing_of_the_count(written: str) -> None:
    assert codes(written) == ["NAN102"]
