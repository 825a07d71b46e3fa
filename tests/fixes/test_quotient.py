"""Quotients and norms: what is offered beside the mask, and when it is not."""

from __future__ import annotations

import pytest

from nanproof.analysis import Project
from nanproof.fixes.fix import Fix
from nanproof.source.document import Document
from tests.names.project import Files


def fixes(source: str) -> list[Fix]:
    """Return the fixes of the first finding, without the one that silences it."""
    found = Project(None, Files({})).diagnose(Document.from_text("a.py", source))
    return [fix for fix in found[0].fixes if not fix.suppresses] if found else []


def results(source: str, title: str) -> list[str]:
    return [fix.result for fix in fixes(source) if fix.title.startswith(title)]


@pytest.mark.parametrize(
    ("divisor", "expected"),
    [
        ("x.norm(dim=1, keepdim=True)", ["F.normalize(x, dim=1)"]),
        ("torch.norm(x, p=2, dim=-1, keepdim=True)", ["F.normalize(x, dim=-1)"]),
        ("torch.linalg.norm(x, dim=1, keepdim=True)", ["F.normalize(x, dim=1)"]),
        ("torch.sqrt((x ** 2).sum(dim=1, keepdim=True))", ["F.normalize(x, dim=1)"]),
        ("torch.sqrt(torch.sum(x * x, 1, keepdim=True))", ["F.normalize(x, dim=1)"]),
        ("torch.sqrt(x.pow(2).sum(1, keepdim=True))", ["F.normalize(x, dim=1)"]),
        ("x.norm(dim=1)", []),  # broadcasts otherwise
        ("x.norm()", []),  # of all elements
        ("x.norm(p=1, dim=1, keepdim=True)", []),
        ("x.norm(dim=(1, 2), keepdim=True)", []),
        ("y.norm(dim=1, keepdim=True)", []),  # of another vector
        ("torch.sqrt((y ** 2).sum(dim=1, keepdim=True))", []),
        ("torch.sqrt(y.square().sum(1, keepdim=True))", []),
        ("torch.sqrt(x.square().sum(1, keepdim=True))", ["F.normalize(x, dim=1)"]),
        ("torch.sqrt((x ** 2).mean(dim=1, keepdim=True))", []),
        ("torch.norm(x, keepdim=True)", []),
        ("x.norm(dim=1, keepdim=True, dtype=torch.float64)", []),
    ],
)
def test_a_vector_by_its_norm(divisor: str, expected: list[str]) -> None:
    source = f"import torch\nfrom torch.nn import functional as F\ndef f(x, y):\n    return x / {divisor}\n"
    assert fixes(source)
    assert results(source, "Normalise") == expected


@pytest.mark.parametrize(
    "divisor",
    [
        "torch.sqrt((x ** 3).sum(dim=1, keepdim=True))",
        "torch.sqrt((x + x).sum(dim=1, keepdim=True))",
        "torch.sqrt((x * y).sum(dim=1, keepdim=True))",
        "torch.sqrt((y * x).sum(dim=1, keepdim=True))",
        "torch.sqrt(x.pow(4).sum(1, keepdim=True))",
        "torch.sqrt(torch.mul(x, 2).sum(1, keepdim=True))",
        "torch.sqrt(x)",
        "torch.relu((x ** 2).sum(dim=1, keepdim=True))",
    ],
)
def test_what_is_no_norm_of_it(divisor: str) -> None:
    imports = "import torch\nfrom torch.nn import functional as F\n"
    source = f"{imports}def f(x, y):\n    x, y = torch.relu(x), torch.relu(y)\n    return x / {divisor}\n"
    assert fixes(source)
    assert results(source, "Normalise") == []


@pytest.mark.parametrize(
    ("exponent", "reason"),
    [
        ("-torch.relu(x)", "value and gradient are finite where the operand is 0"),
        ("torch.nn.Linear(3, 3)(x)", "right where `torch.exp(torch.nn.Linear(3, 3)(x))` does not overflow"),
    ],
)
def test_an_epsilon_lets_the_infinity_of_an_exponential_through(exponent: str, reason: str) -> None:
    source = f"import torch\ndef f(x):\n    return 1 / torch.exp({exponent})\n"
    found = Project(None, Files({})).diagnose(Document.from_text("a.py", source))
    quotient = next(each for each in found if each.finding.code == "NAN102")
    (added,) = (fix for fix in quotient.fixes if fix.title.startswith("Add an epsilon"))
    assert added.reason.startswith(reason)


def test_the_norm_of_a_vector_is_normalised() -> None:
    source = "import torch.nn.functional as F\nimport torch\ndef f(x):\n    return x / x.norm(dim=1, keepdim=True)\n"
    assert results(source, "Normalise") == ["F.normalize(x, dim=1)"]
    half = source.replace("    return", "    x = x.half()\n    return")
    assert results(half, "Normalise") == []  # the epsilon of F.normalize is 0 there


@pytest.mark.parametrize(
    ("imports", "divisor", "expected"),
    [
        (
            "jax.numpy as jnp",
            "jnp.linalg.norm(x, axis=1)",
            "jnp.sqrt(jnp.maximum(jnp.sum(jnp.square(x), axis=1), 1e-12))",
        ),
        ("jax.numpy as jnp", "jnp.std(x, axis=0)", "jnp.sqrt(jnp.maximum(jnp.var(x, axis=0), 1e-12))"),
        ("tensorflow as tf", "tf.norm(x)", "tf.sqrt(tf.maximum(tf.reduce_sum(tf.square(x)), 1e-12))"),
    ],
)
def test_where_the_norm_has_no_gradient_at_0_the_floor_is_inside(imports: str, divisor: str, expected: str) -> None:
    source = f"import {imports}\ndef f(x, y):\n    return y / {divisor}\n"
    first, *others = fixes(source)
    assert first.preferred
    assert first.result == f"y / {expected}"
    assert not any(fix.title.startswith(("Mask", "Add an epsilon", "Divide")) for fix in others)


def test_no_epsilon_where_it_could_be_lost() -> None:
    source = "import torch\ndef f(x):\n    p = torch.sigmoid(x)\n    return x / (1 - p)\n"
    assert results(source, "Add an epsilon") == []
    assert results(source, "Mask") == ["x / (1 - p).clamp(min=1e-7)"]


@pytest.mark.parametrize(
    ("quotient", "expected"),
    [
        ("x / r", "tf.math.divide_no_nan(x, r)"),
        ("x * 2 / (r)", "tf.math.divide_no_nan(x * 2, r)"),
        ("(x + 1) / (r * 2)", "tf.math.divide_no_nan(x + 1, r * 2)"),
        ("x / \\\n        r", "tf.math.divide_no_nan(x, \\ r)"),
    ],
)
def test_divide_no_nan(quotient: str, expected: str) -> None:
    source = f"import tensorflow as tf\ndef f(x):\n    r = tf.nn.relu(x)\n    return {quotient}\n"
    assert results(source, "Divide without NaN") == [expected]


@pytest.mark.parametrize(
    ("made", "quotient", "expected"),
    [
        ("F.logsigmoid(x)", "x / d", ["x / torch.where(torch.abs(d) < 1e-7, 1.0, d)"]),
        ("F.logsigmoid(x)", "d ** -8", ["torch.where(torch.abs(d) < 5e-2, 1.0, d) ** -8"]),
        ("F.logsigmoid(x).half()", "d ** -8", []),  # 0.1 ** -8 is Inf in float16
        ("F.logsigmoid(x)", "x / (2 * d)", []),  # would be written twice
        ("torch.relu(x)", "x / d", []),  # of one sign: a maximum does
    ],
)
def test_a_divisor_of_either_sign(made: str, quotient: str, expected: list[str]) -> None:
    source = f"import torch\nimport torch.nn.functional as F\ndef f(x):\n    d = {made}\n    return {quotient}\n"
    assert results(source, "Divide by 1") == expected
