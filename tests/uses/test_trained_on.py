"""Whether what an operation computes is trained on: it stands in a loss, or in what a module computes."""

from __future__ import annotations

import pytest

from nanproof.uses.trained_on import is_in_loss, is_trained_through
from tests.uses.program import marked

HEAD = "import jax\nimport torch\nfrom torch import nn\n\n\n"


def function(name: str, indent: str = "") -> str:
    own = "self, " if indent else ""
    return f"{indent}def {name}({own}x):\n{indent}    return «torch.log(x)»\n\n\n"


def module(above: str, name: str = "forward", returned: str = "y.mean()", given: str = "(nn.Module)") -> str:
    """Write a module whose method computes a logarithm."""
    head = f"class {above}{given}:\n    def {name}(self, x):\n"
    return f"{head}        y = «torch.log(x)»\n        return {returned}\n\n\n"


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("y = «torch.log(x)»\n", False),
        (function("f"), False),
        (function("loss"), True),
        (function("kl_loss"), True),
        (function("loss_fn"), True),
        (function("lossy"), False),
        (function("Penalty"), True),
        (function("log_prob"), True),
        (function("log_problem"), False),
        (function("loss_metric"), False),
        (function("loss_score"), False),
        (function("report_loss"), False),
        (function("precision_loss"), False),
        # What is handed to what trains on its value.
        (function("f") + "jax.grad(f)\n", True),
        (function("f") + "jax.value_and_grad(f, argnums=1)\n", True),
        (function("f") + "model.add_loss(f(1))\n", True),
        (function("f") + "model.add_loss(f)\n", True),
        (function("f") + "jax.grad(g)(f)\n", False),
        (function("grad") + "grad(2)\n", False),
        (function("f") + "jax.jit(f)\n", False),
        (function("f") + "model.compile(loss=f)\n", True),
        (function("f") + "model.compile(losses=[f])\n", True),
        (function("f") + "model.compile(loss={'a': f})\n", True),
        (function("f") + "model.compile(metrics=[f])\n", False),
        (function("f") + "model.compile(f)\n", False),
        (function("f") + "model.other(loss=f)\n", False),
        (function("f") + "compile(loss=f)\n", True),
        ("g = jax.grad(lambda x: «torch.log(x)»)\n", True),
        ("g = jax.jit(lambda x: «torch.log(x)»)\n", False),
        ("g = lambda x: «torch.log(x)»\n", False),
        # What a loss is added up from, below which it asks for its derivative.
        ("loss = «torch.log(x)»\nloss.backward()\n", True),
        ("loss = «torch.log(x)» * w + 1\nloss.backward()\n", True),
        ("loss = «torch.log(x)» @ w\nloss.backward()\n", False),
        ("loss, rest = «torch.log(x)»\nloss.backward()\n", False),
        ("for loss in «torch.log(x)»:\n    loss.backward()\n", False),
        ("(loss := «torch.log(x)»)\nloss.backward()\n", True),
        ("backward(«torch.log(x)»)\n", True),
        ("backward()\n«torch.log(x)»\n", False),
        ("optimizer.minimize(loss=«torch.log(x)»)\n", True),
        ("optimizer.minimize(rate=«torch.log(x)»)\n", False),
        # What a loss calls, one call down.
        (function("f") + "def loss(x):\n    return f(x)\n", True),
        (function("f") + "def g(x):\n    return f(x)\n\n\ndef loss(x):\n    return g(x)\n", False),
        (function("f") + "def g(x):\n    return f(x)\n", False),
        (function("f") + "def h(x):\n    return jax.grad(f(x))\n", True),
        (function("f") + "def score(x):\n    return f(x)\n", False),
        ("def loss(x):\n    def f(z):\n        return «torch.log(x)»\n    return f(x)\n", True),
        # Classes.
        ("class FocalLoss:\n" + function("f", "    "), True),
        ("class Loss2:\n" + function("f", "    "), True),
        ("class Lossless:\n" + function("f", "    "), False),
        ("class LossScore:\n" + function("f", "    "), False),
        ("class F1Metric:\n" + function("loss", "    "), False),
        # A module whose result is one number.
        (module("A"), True),
        (module("A", returned="1 - y.sum()"), True),
        (module("A", returned="-(y.sum())"), True),
        (module("A", returned="torch.mean(y)"), True),
        (module("A", returned="torch.mean(y, 1)"), False),
        (module("A", returned="y.mean(1)"), True),
        (module("A", returned="y.mean(dim=1)"), False),
        (module("A", returned="y"), False),
        (module("A", returned="y.max()"), False),
        (module("A", returned="1.0"), False),
        (module("A", returned="self.alpha"), False),
        (module("A", returned="y[0].mean()"), True),
        (module("A", returned="y.mean() if x else y"), False),
        (module("A", name="call", given="(keras.layers.Layer)"), True),
        (module("A", name="call", given="(keras.losses.Loss)"), True),
        (module("A", name="forward", given="(_Loss)"), True),
        (module("A", name="forward", given="(Base)"), False),
        (module("A", name="forward", given=""), False),
        (module("A", name="step"), False),
        ("class A(nn.Module):\n    def forward(self, x):\n        «torch.log(x)»\n", False),
    ],
)
def test_whether_it_stands_in_a_loss(source: str, expected: bool) -> None:
    assert is_in_loss(marked(HEAD + source).site) == expected


def test_all_that_a_function_returns_is_one_number() -> None:
    head = "class A(nn.Module):\n    def forward(self, x):\n"
    two = head + "        if x:\n            return {}\n        return «torch.log(x)».sum()\n"
    assert is_in_loss(marked(HEAD + two.format("x.mean()")).site)
    assert not is_in_loss(marked(HEAD + two.format("x")).site)
    assert not is_in_loss(marked(HEAD + two.format("")).site)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (function("f"), False),
        (function("loss"), True),
        (module("A", returned="y"), True),
        (module("A", name="step", returned="y"), False),
        (function("f") + "def g(x):\n    return f(x)\n\n\ndef loss(x):\n    return g(x)\n", True),
        (
            function("f")
            + "".join(f"def {b}(x):\n    return {a}(x)\n\n\n" for a, b in ("fg", "gh", "hi"))
            + "def loss(x):\n    return i(x)\n",
            False,
        ),
    ],
)
def test_whether_it_is_trained_through(source: str, expected: bool) -> None:
    assert is_trained_through(marked(HEAD + source).site) == expected
