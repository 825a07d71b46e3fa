"""What is 0 where all that it is computed of is 0, or equal."""

from __future__ import annotations

import pytest

from nanproof.infer.underflow import has_underflowing_factor, is_sum_of_exponentials, underflows
from nanproof.infer.value import Number
from nanproof.infer.vanishing import is_rest_of_squares, is_size_of_either_sign, is_sum_along_an_axis, vanishes
from nanproof.names.scopes import scope_of
from tests.uses.program import Marked, marked

HEAD = """\
import torch
from torch import nn

start = nn.Parameter(torch.zeros(3))
layer = nn.Linear(3, 3)


def f(x, y, eps, d, share):
    n = -torch.square(d)
    r = torch.relu(x)
"""


def number(written: str) -> tuple[Marked, Number]:
    """Return what is known of an expression of x, y, eps and d."""
    program = marked(f"{HEAD}    return «{written}»\n")
    value = program.engine.value(program.engine.general(program.document, scope_of(program.node)), program.node)
    assert isinstance(value, Number)
    return program, value


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("torch.square(x)", True),
        ("torch.square(x).sum()", True),
        ("torch.square(x) + 1", False),
        ("torch.square(x) + torch.square(y)", True),
        ("torch.square(x) + 0", False),
        ("torch.abs(x) + eps", False),
        ("torch.abs(x) + torch.abs(eps)", True),
        ("torch.abs(x) + y.abs()", True),
        ("torch.square(x) + eps.abs()", False),
        ("torch.square(x) + torch.exp(eps)", False),
        ("torch.abs(x - y)", True),
        ("torch.abs(x - 1)", False),
        ("torch.abs(x - torch.exp(x))", False),
        ("torch.abs(x - torch.exp(y))", True),
        ("torch.abs(torch.exp(y) - x)", True),
        ("torch.norm(x)", True),
        ("torch.norm(layer(x))", True),
        ("torch.norm(torch.exp(x))", False),
        ("torch.exp(x)", False),
        ("torch.exp(n)", True),
        ("torch.exp2(n)", True),
        ("torch.sigmoid(x)", False),
        ("torch.square(x) * torch.exp(y)", True),
        ("torch.exp(y) * torch.square(x)", True),
        ("torch.exp(y) * torch.exp(x)", False),
        ("torch.square(x) / torch.exp(y)", True),
        ("torch.exp(y) / torch.square(x)", False),
        ("torch.square(x) / torch.square(x).sum()", False),
        ("torch.square(x) / torch.square(y).sum()", True),
        ("x ** 2", True),
        ("x ** 0", False),
        ("x ** -2", False),
        ("torch.exp(x) ** 2", False),
        ("torch.square(start)", True),
        ("torch.clamp(torch.square(x), min=1e-6)", False),
        ("torch.stack([torch.square(x)])", False),
        ("torch.hypot(x, y)", True),
        ("torch.abs(layer(x)) + torch.square(y)", True),
        ("torch.square(x) + (eps * 2).abs()", True),
        ("torch.square(x) + layer(eps).abs()", True),
        ("start / y", True),
        ("torch.square(x - 1) / torch.square(2 * (1 - x))", False),
        ("torch.where(x > 1, y, 0.0).sum()", True),
        ("torch.where(x > 1, y, 2.0).sum()", False),
        ("torch.clamp(x, min=0.0).sum()", False),
    ],
)
def test_what_vanishes(written: str, expected: bool) -> None:
    program, value = number(written)
    assert vanishes(program.engine, value) == expected


@pytest.mark.parametrize(
    ("written", "underflowing", "factor"),
    [
        ("torch.exp(n)", True, True),
        ("torch.exp(x)", False, False),
        ("torch.exp(-torch.sigmoid(x))", False, False),
        ("torch.exp(n) * x", False, True),
        ("x * torch.exp(n)", False, True),
        ("torch.exp(n) / x", False, True),
        ("x / torch.exp(n)", False, False),
        ("torch.exp(n) + x", False, False),
        ("torch.exp(n).double() * x", False, True),
        ("x * y", False, False),
        ("n", False, False),
    ],
)
def test_what_underflows(written: str, underflowing: bool, factor: bool) -> None:
    _, value = number(written)
    assert (underflows(value), has_underflowing_factor(value)) == (underflowing, factor)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("torch.abs(x)", True),
        ("torch.abs(torch.tanh(x))", True),
        ("torch.abs(r)", False),
        ("torch.abs(n)", False),
        ("torch.abs(torch.exp(x) + 1)", False),
        ("torch.square(x)", False),
    ],
)
def test_sizes_of_either_sign(written: str, expected: bool) -> None:
    assert is_size_of_either_sign(number(written)[1]) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("x.sum(dim=1)", True),
        ("x.sum(1)", True),
        ("x.sum(-1)", True),
        ("torch.sum(x, 1)", True),
        ("torch.sum(x, dim = 1, keepdim=True)", True),
        ("x.sum(1).double()", True),
        ("x.sum()", False),
        ("torch.sum(x)", False),
        ("x.mean(1)", False),
    ],
)
def test_sums_along_an_axis(written: str, expected: bool) -> None:
    assert is_sum_along_an_axis(number(written)[1]) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("torch.exp(x).sum()", True),
        ("torch.exp(x).mean()", True),
        ("(torch.exp(x) * y).sum()", True),
        ("(y * torch.exp(x)).sum().double()", True),
        ("torch.exp(x).prod(-1).sum()", True),
        ("(torch.exp(x) / y).sum()", True),
        ("(y / torch.exp(x)).sum()", False),
        ("(torch.exp(x) + y).sum()", False),
        ("torch.exp(torch.sigmoid(x)).sum()", False),
        ("torch.exp(x).max()", False),
        ("torch.exp(x)", False),
        ("x.sum()", False),
    ],
)
def test_sums_of_exponentials(written: str, expected: bool) -> None:
    assert is_sum_of_exponentials(number(written)[1]) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("start", True),
        ("start * 2", True),
        ("torch.square(start)", True),
        ("start * x", True),
        ("2.0", False),
    ],
)
def test_what_starts_at_zero(written: str, expected: bool) -> None:
    assert any(point.value == 0 for point in number(written)[1].range.points) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("torch.square(x).mean() - share * torch.square(x.mean())", True),
        ("torch.square(x).mean() - torch.square(x.mean()) * share", True),
        ("torch.square(x).mean() - share * x.mean()", False),
        ("torch.square(x).mean() - torch.exp(y) * torch.square(x.mean())", False),
        ("torch.square(x).mean() - share * (1 + torch.square(x.mean()))", False),
        ("(1 + torch.square(x).mean()) - share * torch.square(x.mean())", False),
        ("x.mean() - share * torch.square(x.mean())", False),
        ("torch.square(x).mean() - torch.square(x.mean())", False),
    ],
)
def test_the_rest_of_squares(written: str, expected: bool) -> None:
    program, value = number(written)
    assert is_rest_of_squares(program.engine, value) == expected
