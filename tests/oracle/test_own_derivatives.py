"""What brings a derivative of its own (`[backward] derives` of the catalogue): none is taken of what it computes."""

from __future__ import annotations

import math
from collections.abc import Callable

import pytest

from nanproof.catalog import load
from tests.oracle.conftest import needs

# The derivative at 0 of a root, which is infinite, of code that says instead that it is 3.
GIVEN = 3.0


def _of_jvp() -> float:
    import jax
    import jax.numpy as jnp

    root = jax.custom_jvp(jnp.sqrt)
    root.defjvp(lambda primals, tangents: (root(*primals), GIVEN * tangents[0]))
    return float(jax.grad(root)(0.0))


def _of_vjp() -> float:
    import jax
    import jax.numpy as jnp

    root = jax.custom_vjp(jnp.sqrt)
    root.defvjp(lambda x: (root(x), None), lambda _, upstream: (GIVEN * upstream,))
    return float(jax.grad(root)(0.0))


def _of_custom_gradient() -> float:
    import tensorflow as tf

    root = tf.custom_gradient(lambda x: (tf.sqrt(x), lambda upstream: GIVEN * upstream))
    x = tf.constant(0.0)
    with tf.GradientTape() as tape:
        tape.watch(x)
        y = root(x)
    return float(tape.gradient(y, x))


def _of_function(name: str) -> float:
    import torch

    base = getattr(torch.autograd.function, name)

    methods = {
        "forward": staticmethod(lambda _, x: torch.sqrt(x)),
        "backward": staticmethod(lambda _, upstream: GIVEN * upstream),
    }
    root = type("Root", (base,), methods)
    x = torch.zeros((), requires_grad=True)
    root.apply(x).backward()  # type: ignore[attr-defined]  # made by `type`
    return float(x.grad)


PROGRAMS: dict[str, Callable[[], float]] = {
    "jax.custom_jvp": _of_jvp,
    "jax.custom_vjp": _of_vjp,
    "tensorflow.custom_gradient": _of_custom_gradient,
    "torch.Function": lambda: _of_function("Function"),
    "torch.InplaceFunction": lambda: _of_function("InplaceFunction"),
}
CLAIMED = sorted(
    f"{framework.name}.{name}" for framework in load().frameworks.values() for name in framework.backward.derives
)


@pytest.mark.parametrize("name", CLAIMED)
def test_the_derivative_that_is_given_is_the_one(name: str) -> None:
    needs(name.partition(".")[0])
    found = PROGRAMS[name]()
    assert math.isfinite(found)
    assert found == GIVEN
