"""The bounds of masks under training: a hundred steps of SGD, and of Adam with `clip_grad_norm_`, stay finite.

A gradient can be finite and still stop the training: Adam keeps its square, and clipping sums the squares (FACTS, T20).
Each bound is executed where it is worst: with an operand far beyond it, exactly at it, and just inside.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

import pytest

from nanproof.fixes.bound_table import Purpose, bound
from nanproof.values.dtype import DType
from tests.oracle.test_fixes import needs

STEPS = 100
# What is computed of a masked operand, in the words of torch; `x` is the mask's result.
OPERATIONS = {
    Purpose.LOGARITHM: "torch.log(x)",
    Purpose.ROOTED_DIVISOR: "torch.rsqrt(x)",
    Purpose.DIVISOR: "1 / x",
    Purpose.NORM: "3 / x",
    Purpose.VARIANCE: "1 / torch.sqrt(x)",
    Purpose.COUNT: "5 / x",
    Purpose.EXPONENT: "torch.exp(x)",
    Purpose.EXPONENT_OF_TWO: "torch.exp2(x)",
}
CEILINGS = frozenset({Purpose.EXPONENT, Purpose.EXPONENT_OF_TWO})
DTYPES = (DType.FLOAT32, DType.BFLOAT16, DType.FLOAT64)


def operands(written: str, *, is_ceiling: bool) -> list[float]:
    """Return where a bound is tried: beyond it, at it, and just inside."""
    edge = float(written)
    return [edge * 3, edge, edge * 0.999] if is_ceiling else [0.0, edge, edge * 1.01]


@pytest.mark.parametrize("dtype", DTYPES, ids=lambda each: str(each.value))
@pytest.mark.parametrize("purpose", OPERATIONS, ids=lambda each: str(each.name))
@pytest.mark.parametrize("optimiser", ["SGD", "Adam"])
def test_a_hundred_steps_stay_finite(optimiser: str, purpose: Purpose, dtype: DType) -> None:
    needs("torch")
    torch = import_module("torch")
    written = bound(purpose, dtype)
    side = "max" if purpose in CEILINGS else "min"
    for start in operands(written, is_ceiling=purpose in CEILINGS):
        parameter = torch.nn.Parameter(torch.tensor([start, 2.0], dtype=getattr(torch, dtype.value)))
        _train(torch, optimiser, parameter, f"{{'{side}': {written}}}", OPERATIONS[purpose])


def _train(torch: Any, optimiser: str, parameter: Any, bounds: str, operation: str) -> None:
    steps = getattr(torch.optim, optimiser)([parameter], lr=1e-3)
    for _ in range(STEPS):
        steps.zero_grad()
        x = torch.clamp(parameter, **eval(bounds))
        eval(operation, {"torch": torch, "x": x}).sum().backward()
        assert torch.isfinite(parameter.grad).all()
        assert torch.isfinite(parameter.grad.square().sum()), f"the square of {parameter.grad} is not finite"
        if optimiser == "Adam":
            torch.nn.utils.clip_grad_norm_([parameter], 1.0)
            assert parameter.grad.abs().sum() > 0, "clipping has made every gradient 0"
        steps.step()
        assert torch.isfinite(parameter).all()


@pytest.mark.parametrize("purpose", OPERATIONS, ids=lambda each: str(each.name))
def test_in_half_precision_value_and_gradient_are_finite_at_the_bound(purpose: Purpose) -> None:
    needs("torch")
    torch = import_module("torch")
    written = bound(purpose, DType.FLOAT16)
    side = "max" if purpose in CEILINGS else "min"
    for start in operands(written, is_ceiling=purpose in CEILINGS):
        x = torch.tensor([start], dtype=torch.float16, requires_grad=True)
        value = eval(OPERATIONS[purpose].replace("3 /", "1 /").replace("5 /", "1 /"),
                     {"torch": torch, "x": torch.clamp(x, **{side: float(written)})})  # fmt: skip
        value.sum().backward()
        assert torch.isfinite(value).all()
        assert torch.isfinite(x.grad).all()


@pytest.mark.parametrize("old", ["80.0", "88.0"])
def test_what_only_keeps_the_value_finite_stops_the_training(old: str) -> None:
    """The check above notices the bounds that other masks use."""
    needs("torch")
    torch = import_module("torch")
    parameter = torch.nn.Parameter(torch.tensor([float(old) - 1, 1.0]))
    with pytest.raises(AssertionError):
        _train(torch, "Adam", parameter, f"{{'max': {old}}}", "torch.exp(x)")
