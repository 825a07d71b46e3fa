"""Whether code runs outside of all that a derivative is taken of, where derivatives are taken of functions."""

from __future__ import annotations

from itertools import pairwise

import pytest

from nanproof.uses.derivatives import is_outside
from tests.uses.program import marked

TAKERS = frozenset({"grad", "value_and_grad"})
F = "def f(x):\n    return «x»\n\n\n"
STEP = "def step(x):\n    y = «x»\n    return jax.grad(loss)(y)\n\n\n"
NESTED = "def step(x):\n    def loss(x):\n        return «x»\n    return {}\n"


def chain(*names: str) -> str:
    """Write functions each of which calls the one before."""
    pairs = pairwise(names)
    return "".join(f"def {caller}(x):\n    return {called}(x)\n\n\n" for called, caller in pairs)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("y = «x»\n", True),
        (F, False),
        (F + "f(1)\n", True),
        (F + "jax.grad(f)\n", False),
        (F + "f(1)\njax.grad(f)\n", False),
        (F + "g = f\n", False),
        ("def main():\n    y = «x»\n", True),
        ("def mainly():\n    y = «x»\n", False),
        (F + "def main():\n    f(1)\n", True),
        (F + "def g():\n    f(1)\n", False),
        (F + "def g():\n    f(1)\n\n\ng()\n", True),
        (F + "f(1)\n\n\ndef g():\n    f(1)\n", False),
        ("g = lambda x: «x»\ng(1)\n", False),
        # Functions that call each other are followed as far as callers are.
        (STEP + "def a(x):\n    return b(step(x))\n\n\ndef b(x):\n    return a(x)\n", False),
        # What takes a derivative is a step of training, unless one is taken of it as well.
        (STEP, True),
        (STEP + "jax.grad(step)\n", False),
        (STEP + "def outer(x):\n    return step(x)\n\n\njax.grad(outer)\n", False),
        (STEP + "def outer(x):\n    return step(x)\n", True),
        (STEP + chain("step", "a", "b", "c") + "jax.grad(c)\n", False),
        (STEP + "step(1)\n", True),
        (STEP.replace("y = ", "y = step(x) + ") + "step(1)\n", True),
        (STEP + "g = lambda x: step(x)\njax.grad(g)\n", True),
        (STEP + "def outer(x):\n    return jax.grad(lambda z: step(z))(x)\n", True),
        (NESTED.format("loss(x)"), False),
        (NESTED.format("jax.grad(loss)(x)"), False),
        # So many callers up and no further.
        (F + chain("f", "a", "b") + "b(1)\n", True),
        (F + chain("f", "a", "b", "c") + "c(1)\n", True),
        (F + chain("f", "a", "b", "c", "d") + "d(1)\n", False),
    ],
)
def test_whether_nobody_differentiates_it(source: str, expected: bool) -> None:
    program = marked(source)
    assert is_outside(program.engine, program.document, program.node, TAKERS) == expected


def test_all_callers_run_outside() -> None:
    inside = F + "f(1)\n\n\ndef loss(x):\n    return f(x)\n\n\njax.grad(loss)\n"
    program = marked(inside)
    assert not is_outside(program.engine, program.document, program.node, TAKERS)
