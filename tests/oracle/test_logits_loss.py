"""The loss of a sigmoid's logits, executed: no gradient before the fix where the sigmoid is exactly 0 or 1."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from nanproof.analysis import Project
from nanproof.fixes.applied import edited
from nanproof.source.document import Document
from tests.names.project import Files
from tests.oracle.test_fixes import function_of, needs

HEAD = "import torch\nimport torch.nn.functional as F\n\n\ndef f(z, y):\n"
BODIES = [
    "    return F.binary_cross_entropy(torch.sigmoid(z), y)\n",
    "    p = torch.sigmoid(z)\n    return F.binary_cross_entropy(p, y, reduction='sum')\n",
    "    loss = torch.nn.BCELoss()\n    return loss(z.sigmoid(), y)\n",
]


def mended(source: str) -> str:
    """Return a program after the preferred fix of its only finding."""
    document = Document.from_text("a.py", source)
    (found,) = Project(None, Files({})).diagnose(document)
    assert found.finding.code == "NAN401"
    return edited(document, found.fixes[:1]).text


def run(function: Callable[..., Any], logits: list[float], labels: list[float]) -> tuple[float, list[float]]:
    """Return the loss and its derivative by the logits."""
    import torch

    z = torch.tensor(logits, requires_grad=True)
    loss = function(z, torch.tensor(labels))
    loss.backward()
    assert z.grad is not None
    return loss.item(), z.grad.tolist()


@pytest.mark.parametrize("body", BODIES)
def test_the_loss_of_the_logits_has_a_gradient_where_the_other_has_none(body: str) -> None:
    needs("torch")
    before, after = function_of(HEAD + body), function_of(mended(HEAD + body))
    assert run(before, [20.0, -90.0], [0.0, 1.0])[1] == [0.0, 0.0]
    _, gradient = run(after, [20.0, -90.0], [0.0, 1.0])
    assert gradient[0] > 0.4
    assert gradient[1] < -0.4
    for here, there in zip(run(after, [0.5, -3.0], [1.0, 0.0]), run(before, [0.5, -3.0], [1.0, 0.0]), strict=True):
        assert here == pytest.approx(there, rel=1e-5)
