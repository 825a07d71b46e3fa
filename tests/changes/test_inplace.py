"""Where PyTorch's functions take `inplace` by its place: what it changes is no longer what it was."""

from __future__ import annotations

import pytest

from nanproof.analysis import Project
from nanproof.changes.mutations import INPLACE_AT
from nanproof.source.document import Document
from tests.names.project import Files

# As the signatures of PyTorch 2.13 have them.
CALLS = (
    *(f"F.{each}(z, True)" for each in ("relu", "relu6", "selu", "silu", "mish", "hardswish", "hardsigmoid")),
    *(f"F.{each}(z, 1.0, True)" for each in ("elu", "celu", "leaky_relu")),
    *("F.threshold(z, 0.0, 0.0, True)", "F.hardtanh(z, -1.0, 1.0, True)", "F.rrelu(z, 0.1, 0.3, False, True)"),
    *(f"F.{each}(z, 0.5, False, True)" for each in ("dropout", "dropout1d", "dropout2d", "dropout3d")),
    *(f"F.{each}(z, 0.5, False, True)" for each in ("alpha_dropout", "feature_alpha_dropout")),
)


def logits_of(between: str) -> bool:
    """Say whether `log_softmax(z)` is offered for `log(p)` where something is called after `p = softmax(z)`."""
    source = (
        "import torch\nimport torch.nn.functional as F\n\n\n"
        f"def f(x):\n    z = torch.exp(x)\n    p = torch.softmax(z, 1)\n    {between}\n    return torch.log(p)\n"
    )
    found = Project(None, Files({})).diagnose(Document.from_text("a.py", source))
    return any(fix.result == "torch.log_softmax(z, 1)" for each in found for fix in each.fixes)


@pytest.mark.parametrize("call", CALLS)
def test_what_is_changed_in_place_is_not_used_again(call: str) -> None:
    assert not logits_of(call)
    assert logits_of(call.replace("True", "False"))


def test_each_is_called() -> None:
    named = {call.partition(".")[2].partition("(")[0] for call in CALLS}
    assert named == INPLACE_AT.keys()
