"""What an expression may take, as far as anybody can tell."""

from __future__ import annotations

import pytest

from nanproof.infer.possible import is_rest_of_an_exponential, may_be_below
from tests.infer.test_vanishing import number


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("x - y", False),
        ("x.abs()", True),
        ("torch.square(x)", True),
        ("torch.square(x) + 1", False),
        ("torch.square(x) + y.abs()", True),
        ("torch.square(x) + x.abs()", False),
        ("torch.abs(r)", False),
        ("torch.exp(x)", False),
        ("torch.exp(x) * 2", False),
        ("torch.square(x) / 2", True),
        ("torch.square(x) / y.abs()", True),
        ("torch.nn.functional.mse_loss(x, y)", True),
        ("x.abs() ** 2.5", True),
        ("x.abs() ** -2.5", False),
        ("torch.clamp(x.abs(), max=5)", False),
        ("torch.abs(layer(x))", False),
        ("torch.abs(x[y])", False),
        ("torch.abs(x[0])", True),
        ("torch.expm1(x - y)", False),
        ("torch.exp(x - y) - 1", True),
        ("torch.exp(x) - 1", True),
        ("torch.sqrt(torch.abs(start))", False),
    ],
)
def test_what_may_be_0(written: str, expected: bool) -> None:
    program, value = number(written)
    assert may_be_below(program.engine, value, 0.0) is expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("1 - torch.exp(-x.abs())", True),
        ("1 - torch.exp(-torch.square(x - y))", True),
        ("1 - torch.exp(x)", False),
        ("1 - torch.exp2(-x.abs())", False),
        ("2 - torch.exp(-x.abs())", False),
        ("1 + torch.exp(-x.abs())", False),
        ("1 - x", False),
        ("x - y", False),
    ],
)
def test_the_rest_of_an_exponential(written: str, expected: bool) -> None:
    program, value = number(written)
    assert is_rest_of_an_exponential(program.engine, value) is expected
