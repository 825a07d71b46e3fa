"""Which activations answer 0 to an infinite derivative where they are at a bound: as the catalogue says, no others."""

from __future__ import annotations

import math

import pytest

from nanproof.catalog import load
from tests.oracle.conftest import needs

# Beyond both bounds of each, and at the bounds themselves.
INPUTS = {
    "relu": [-2.0, 0.0],
    "relu6": [-2.0, 0.0, 6.0, 7.0],
    "hard_sigmoid": [-4.0, -3.0, 3.0, 4.0],
    "hard_tanh": [-2.0, -1.0, 1.0, 2.0],
}


def derivative_of_torch(function: str, value: float) -> float:
    import torch

    called = getattr(
        torch.nn.functional, {"hard_tanh": "hardtanh", "hard_sigmoid": "hardsigmoid"}.get(function, function)
    )
    x = torch.tensor(value, requires_grad=True)
    called(x).backward(torch.tensor(math.inf))
    assert x.grad is not None
    return float(x.grad)


def derivative_of_jax(function: str, value: float) -> float:
    import jax
    import jax.numpy as jnp

    _, pulled = jax.vjp(getattr(jax.nn, function), jnp.float32(value))
    return float(pulled(jnp.float32(math.inf))[0])


def derivative_of_tensorflow(function: str, value: float) -> float:
    import tensorflow as tf

    x = tf.Variable(value)
    with tf.GradientTape() as tape:
        y = getattr(tf.keras.activations, function)(x)
    return float(tape.gradient(y, x, output_gradients=tf.constant(math.inf)))


def derivative_in_xla(function: str, value: float) -> float:
    import tensorflow as tf

    called = getattr(tf.keras.activations, function)

    @tf.function(jit_compile=True)  # type: ignore[untyped-decorator]  # TensorFlow leaves it unannotated
    def derivative(x: tf.Tensor) -> tf.Tensor:
        with tf.GradientTape() as tape:
            tape.watch(x)
            y = called(x)
        return tape.gradient(y, x, output_gradients=tf.constant(math.inf))

    return float(derivative(tf.constant(value)))


DERIVATIVES = {"torch": derivative_of_torch, "jax": derivative_of_jax, "tensorflow": derivative_of_tensorflow}


@pytest.mark.parametrize("function", INPUTS)
@pytest.mark.parametrize("framework", DERIVATIVES)
def test_it_answers_0_at_its_bounds(framework: str, function: str) -> None:
    needs(framework)
    derivatives = [DERIVATIVES[framework](function, value) for value in INPUTS[function]]
    is_said = function in load().frameworks[framework].stops_at_its_bounds
    assert is_said is all(each == 0 for each in derivatives), derivatives


@pytest.mark.parametrize("function", INPUTS)
def test_it_answers_0_at_its_bounds_in_xla(function: str) -> None:
    needs("tensorflow")
    import tensorflow as tf

    frameworks = load().frameworks
    is_said = function in frameworks["tensorflow"].stops_at_its_bounds_in_xla
    assert is_said is (function in frameworks["keras"].stops_at_its_bounds_in_xla)
    if is_said or hasattr(tf.keras.activations, function):
        derivatives = [derivative_in_xla(function, value) for value in INPUTS[function]]
        assert is_said is all(each == 0 for each in derivatives), derivatives


@pytest.mark.parametrize("is_in_xla", [False, True])
@pytest.mark.parametrize("function", ["sqrt", "rsqrt", "reciprocal"])
def test_a_gradient_of_0_is_swallowed_but_in_xla(function: str, *, is_in_xla: bool) -> None:
    needs("tensorflow")
    import tensorflow as tf

    @tf.function(jit_compile=is_in_xla)  # type: ignore[untyped-decorator]  # TensorFlow leaves it unannotated
    def derivative(x: tf.Tensor) -> tf.Tensor:
        with tf.GradientTape() as tape:
            tape.watch(x)
            y = tf.where(x > 0, getattr(tf.math, function)(x), 0.0)
        return tape.gradient(y, x)

    assert math.isnan(float(derivative(tf.constant(0.0)))) is is_in_xla


def test_each_is_tried() -> None:
    for each in load().frameworks.values():
        assert each.stops_at_its_bounds | each.stops_at_its_bounds_in_xla <= INPUTS.keys()
