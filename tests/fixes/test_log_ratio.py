"""The name that the logarithms of a quotient bind is told, whichever of the two needs it: no other fix binds it too."""

from __future__ import annotations

import pytest

from nanproof.analysis import Project
from nanproof.source.document import Document
from tests.names.project import Files


@pytest.mark.parametrize(("quotient", "introduced"), [("p / q", "logits"), ("q / p", "logits"), ("q / q[0]", "")])
def test_the_name_that_is_bound(quotient: str, introduced: str) -> None:
    source = (
        "import torch\ndef f(a, b, net):\n    p = torch.softmax(net(a), -1)\n    q = torch.softmax(b, -1)\n    a = 0\n"
        f"    return torch.log({quotient}), a\n"
    )
    found = Project(None, Files({})).diagnose(Document.from_text("a.py", source))
    fix = next(fix for each in found for fix in each.fixes if fix.title.startswith("Take the logarithms apart"))
    assert fix.introduces == introduced
