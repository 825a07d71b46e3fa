"""What is said of some releases only is what the installed one does, or not; what is said of all it does too."""

from __future__ import annotations

import pytest

from nanproof.catalog import load
from nanproof.catalog.claims import holds_on
from tests.oracle.conftest import needs
from tests.oracle.flavours import release_of
from tests.rules.test_releases import ALWAYS, STOPPED, spread

# A tanh is -1, 0 and 1 there, a softmax 0 and 1.
INPUTS = [-400.0, 0.0, 400.0]


def fails(written: str) -> bool:
    """Say whether a value or a derivative is infinite or NaN somewhere."""
    import torch

    x = torch.tensor(INPUTS, requires_grad=True)
    result = eval(written, {"torch": torch, "x": x})
    (slope,) = torch.autograd.grad(result.sum(), x)
    return not bool(torch.isfinite(result).all() and torch.isfinite(slope).all())


@pytest.mark.parametrize(("code", "written"), spread(STOPPED))
def test_torch_stops_it_since_a_release(code: str, written: str) -> None:
    needs("torch")
    since = load().frameworks["torch"].clip_is_flat_since
    assert fails(written) is holds_on([f"torch<{since}"], "torch", release_of("torch")), code


@pytest.mark.parametrize(("code", "written"), spread(ALWAYS))
def test_torch_never_stops_it(code: str, written: str) -> None:
    needs("torch")
    assert fails(written), code
