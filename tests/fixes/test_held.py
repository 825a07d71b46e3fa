"""Who holds a value can change it: a repair that takes it elsewhere is safe only where nobody can have.

The programs that `tests/oracle/test_rebound.py` executes, looked at without running, and ordinary code, which must not
lose its repairs.
"""

from __future__ import annotations

import pytest

from nanproof.analysis import Project
from nanproof.fixes.fix import Applicability, Fix
from nanproof.source.document import Document
from tests.names.project import Files
from tests.oracle.mutation_programs import AFTER, BETWEEN
from tests.oracle.rebound_programs import Way, programs

# The backward pass is over, or there is none, or another path was taken, or the value is another one.
_HARMLESS = frozenset(
    {"after-what-was-made", "after-result", "after-result-augmented", "after-result-at-once", "after-result-item"}
    | {"after-result-view", "after-result-held", "after-loop-of-its-own", "after-other-branch", "after-backward"}
    | {"after-unpacked", "after-walrus", "after-attribute-of-the-result", "after-condition"}
)


def fixes_of(source: str) -> list[Fix]:
    found = Project(None, Files({})).diagnose(Document.from_text("a.py", source))
    return [fix for each in found for fix in each.fixes if fix.title.startswith("Use the stable function")]


def softplus(framework: str, way: Way) -> list[Fix]:
    """Return the stable functions that are offered for a softplus, which keeps its operand, written in some way."""
    return [
        fix for each in programs(framework, way) if each.composition.name == "softplus" for fix in fixes_of(each.source)
    ]


@pytest.mark.parametrize(("framework", "way"), [
    pytest.param(framework, way, id=f"{framework}-{way.name}")
    for way in (*BETWEEN, *AFTER) for framework in way.frameworks if way.name not in _HARMLESS
])  # fmt: skip
def test_what_may_have_been_changed_is_not_safe(framework: str, way: Way) -> None:
    assert not [fix.title for fix in softplus(framework, way) if fix.applicability is Applicability.SAFE]


@pytest.mark.parametrize("way", [each for each in AFTER if each.name in _HARMLESS], ids=lambda way: way.name)
def test_what_changes_nothing_that_is_kept_leaves_it_safe(way: Way) -> None:
    assert [fix.applicability for fix in softplus("torch", way)] == [Applicability.SAFE]


_HEAD = """import torch
import torch.nn as nn
import torch.nn.functional as F


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc, self.head = nn.Linear(3, 3), nn.Linear(3, 3)
        self.relu = nn.ReLU(inplace=True)
        self.register_buffer("mean", torch.zeros(3))

    def forward(self, x, y):
"""
ORDINARY = {
    "layers between": """
        z = self.fc(x)
        p = torch.softmax(z, 1)
        h = self.head(self.relu(x))
        return torch.log(p), h
""",
    "a layer in place of what came before": """
        z = self.fc(self.relu(x))
        p = torch.softmax(z, 1)
        q = self.relu(self.head(x))
        return torch.log(p), q
""",
    "statistics between": """
        z = self.fc(x)
        p = torch.softmax(z, 1)
        with torch.no_grad():
            self.mean.mul_(0.9).add_(x.mean(0), alpha=0.1)
        acc = (p.argmax(1) == y).float().mean().item()
        print(acc, len(x), max(1, 2))
        return torch.log(p)
""",
    "labels made in place": """
        z = x @ self.fc.weight
        p = torch.softmax(z, 1)
        one_hot = torch.zeros_like(p)
        one_hot.scatter_(1, y.unsqueeze(1), 1)
        return -(one_hot * torch.log(p)).sum()
""",
    "a mask filled in place": """
        z = x * 2
        p = torch.sigmoid(z)
        mask = torch.ones_like(x)
        mask[y == 0] = 0
        mask *= 0.5
        return mask * torch.log(p)
""",
    "kept in a list": """
        losses, seen = [], {}
        z = x * 2
        p = torch.sigmoid(z)
        seen["p"] = p.clone()
        seen["p"].mul_(2)
        losses.append(torch.log(p))
        return losses
""",
    "a loop over batches": """
        total = 0.0
        for t in y:
            z = x + t
            p = torch.sigmoid(z)
            n = p.numel()
            total = total + torch.log(p).sum() / n
        return total
""",
    "another's optimizer": """
        z = 2 * x
        p = torch.sigmoid(z)
        q = torch.sigmoid(3 * x)
        a, b = p.shape
        c = F.relu(q, inplace=True)
        return torch.log(p), c
""",
}


@pytest.mark.parametrize("body", ORDINARY.values(), ids=ORDINARY)
def test_ordinary_code_keeps_its_repair(body: str) -> None:
    fixes = fixes_of(_HEAD + body.lstrip("\n"))
    assert fixes
    assert {fix.applicability for fix in fixes} == {Applicability.SAFE}
