"""Divisors that nothing is known of, and what is said of them by what is divided."""

from __future__ import annotations

import pytest

from nanproof.forms.divisors import is_of_a_quadratic, is_over_its_size, is_share, when_zero
from nanproof.forms.masked_shares import is_masked_share
from nanproof.sites.site import Site
from tests.uses.program import marked

HEAD = """\
import math
import torch
from torch import nn


def f(x, y, p, t, v, a, b, c, m, eps):
    c2 = torch.exp(c)
    s = torch.relu(x)
"""


def quotient(written: str) -> Site:
    """Return the last division of a function's last line."""
    *before, last = written.splitlines()
    lines = [*before, last if "«" in last else f"return «{last}»"]
    return marked(HEAD + "".join(f"    {line}\n" for line in lines)).site


ALL, TARGET, EMPTY = "where all that it is", "where the target of", "where both sets"
PART, REST, BOX = "where the part and", "where the part is the", "for an empty box"


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        # An error relative to a target.
        ("(y - p) / y", TARGET),
        ("(p - y) / y", TARGET),
        ("(y - p).abs() / y", TARGET),
        ("(y - p) ** 2 / y", None),
        ("torch.square(y - p) / y", TARGET),
        ("(y + p) / y", None),
        ("(a - p) / y", None),
        ("p / y", None),
        ("1 / y", None),
        ("(y - p) / y.abs()", ALL),
        ("(y - p) / (y.abs() + 1e-6)", None),
        ("(a - p) / y.abs()", None),
        ("(y - p) / torch.clamp(y, min=1e-3)", None),
        ("y = torch.relu(y)\n(y - p) / y", None),
        # Sums of squares.
        ("x / (y ** 2).sum()", ALL),
        ("x / (y ** 2 + p ** 2)", ALL),
        ("x / (y ** 2).mean()", ALL),
        ("x / (y ** 2)", None),
        ("x / torch.sqrt((y ** 2).sum())", None),
        ("x / (y.abs().sum() + eps)", None),
        ("x / (y ** 2 + 1).sum()", None),
        # Overlaps.
        ("2 * (p * t).sum() / (p.sum() + t.sum())", EMPTY),
        ("(p * t).sum() / (p + t - p * t).sum()", EMPTY),
        ("(p * t).sum() / (p.sum() + t.sum() + 1)", None),
        ("(p * t).sum() / (p.sum() + t.sum() + eps)", None),
        ("(p * t).sum() / (a.sum() + b.sum())", None),
        ("(p + t).sum() / (p.sum() + t.sum())", None),
        ("(p * t).mean() / (p.mean() + t.mean())", EMPTY),
        ("(p * t).max() / (p.sum() + t.sum())", None),
        ("(p * t).sum() / (a.sum() - p.sum())", None),
        # Parts of a whole.
        ("v / (1 - p + v)", PART),
        ("v / (v + p)", None),
        ("v / (v - 2 * p)", PART),
        ("v / (v + 2 * p)", None),
        ("v / (v + c2)", None),
        ("v / (1 + v)", None),
        ("v / (1 - v)", REST),
        ("v / (p - v)", REST),
        ("v / (v - p)", PART),
        ("v / v", None),
        ("(v + a) / (v + a - p)", None),
        ("a / (1 - p + v)", None),
        # Inverses, and calls of which nothing is known, or that are being written.
        ("torch.reciprocal((y ** 2).sum())", ALL),
        ("torch.reciprocal(y)", None),
        ("(y - p) / torch.abs()", None),
        ("torch.abs() / y", None),
        ("(unknown(1) - p) / unknown(2)", None),
        ("unknown(1) * p / unknown(2)", None),
        ("unknown(1) / (unknown(2) + p)", None),
        # Columns of one thing.
        ("b[:, 2] / b[:, 3]", BOX),
        ("b[:, 2] / y", None),
        ("b[:, 2] / b[:, 2]", None),
        ("b[:, 2] / c[:, 3]", None),
        ("b[0] / b[1]", BOX),
        # An arc tangent, which has a form for two.
        ("torch.atan(«a / b»)", BOX),
        ("torch.atan((«a / b»))", BOX),
        ("torch.exp(«a / b»)", None),
        ("unknown(«a / b»)", None),
        ("[«a / b»]", None),
        ("torch.atan(1 + «a / b»)", None),
    ],
)
def test_when_a_divisor_is_zero(written: str, expected: str | None) -> None:
    said = when_zero(quotient(written))
    assert (said if said is None or expected is None else said[: len(expected)]) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("(-b + torch.sqrt(b * b - 4 * a * c)) / (2 * a)", True),
        ("(-b - (b * b - 4 * a * c).sqrt()) / (2 * a)", True),
        ("(-b + torch.sqrt(torch.clamp(b * b - 4 * a * c, min=0))) / (2 * a)", True),
        ("(-b + torch.sqrt(b * b - 4 * a * c)) / (2 * y)", False),
        ("(-b + torch.sqrt(b * b - 4 * a * c)) / (a + a)", False),
        ("(-b + torch.sqrt(b * b - 4 * a * c)) / (2 * a * y)", False),
        ("(-b + torch.sqrt(b * b + a * c)) / (2 * a)", False),
        ("(-b + b * b - 4 * a * c) / (2 * a)", False),
        ("(-b + torch.sqrt(b * b - 4 * a * c)) / a", False),
        ("(-b + torch.sqrt(b * b - 4 * a * c)) / (y * a)", False),
        ("a = torch.relu(a)\n(-b + torch.sqrt(b * b - 4 * a * c)) / (2 * a)", False),
        ("disc = b * b - 4 * a * c\nroot = torch.sqrt(disc)\n(root - b) / (2 * a)", True),
        ("(-b + torch.sqrt(y)) / (2 * a)", False),
        ("(-b + torch.sqrt(torch.clamp(min=0))) / (2 * a)", False),
    ],
)
def test_quadratic_equations(written: str, expected: bool) -> None:
    assert is_of_a_quadratic(quotient(written)) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("x / x.abs().sum(dim=1, keepdim=True)", True),
        ("x / x.abs().max()", True),
        ("x / x.abs().mean()", True),
        ("x / x.abs().min()", False),
        ("x / x.abs()", False),
        ("x / y.abs().sum()", False),
        ("x / x.sum()", False),
        ("s / s.abs().sum()", False),
        ("x / (x.abs().sum() + 1e-6)", False),
        ("1 / x.abs().sum()", False),
        ("x / x.square().sum()", False),
        ("x / x.abs().sum().double()", True),
        ("torch.reciprocal(x.abs().sum())", False),
        ("x / torch.sum(dim=1)", False),
    ],
)
def test_over_the_size_of_itself(written: str, expected: bool) -> None:
    assert is_over_its_size(quotient(written)) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("w = torch.exp(x) * m\nw / w.sum()", True),
        ("w = m * torch.exp(x)\nw / w.sum()", True),
        ("w = torch.exp(x) * m\nw / w.sum().double()", True),
        ("w = torch.exp(x)\nw / w.sum()", False),
        ("w = torch.exp(x) + m\nw / w.sum()", False),
        ("w = y * m\nw / w.sum()", False),
        ("w = torch.exp(x) * torch.exp(m)\nw / w.sum()", False),
        ("w = torch.exp(x) * 2\nw / w.sum()", False),
        ("w = torch.exp(x) * m\ny / w.sum()", False),
        ("w = torch.exp(x) * m\nw / w.max()", False),
        ("w = torch.exp(x) * m\nw / (w.sum() + 1e-6)", False),
        ("w = torch.sin(x) * m\nw / w.sum()", False),
        ("w = torch.exp(x) * m.double()\nw / w.sum()", True),
        ("w = torch.exp(x) * (m - y)\nw / w.sum()", False),
    ],
)
def test_shares_of_what_is_masked(written: str, expected: bool) -> None:
    assert is_masked_share(quotient(written)) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("s / (s + c2)", True),
        ("s / (c2 + s)", True),
        ("2 * s / (s + c2)", True),
        ("s / (s + x)", False),
        ("s / (c2 + torch.relu(y))", False),
        ("(s + c2) / (s + torch.relu(y))", False),
        ("s / c2", False),
        ("torch.reciprocal(s + c2)", False),
        ("unknown(1) / (torch.relu(unknown(2)) + torch.relu(unknown(3)))", False),
    ],
)
def test_shares(written: str, expected: bool) -> None:
    assert is_share(quotient(written)) == expected
