"""Runs a small program on the framework that it is written for: its value and its gradient at a witness."""

from __future__ import annotations

import importlib
import os
from dataclasses import dataclass
from typing import Any

import pytest

# Before any framework is imported: no accelerator, a quiet TensorFlow.
os.environ.setdefault("JAX_PLATFORMS", "cpu")
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
os.environ.setdefault("CUDA_VISIBLE_DEVICES", "-1")

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[Any]


@dataclass(frozen=True)
class Outcome:
    """What a program computes; no gradient where nothing is differentiated."""

    value: Array
    gradient: Array | None

    @property
    def is_finite(self) -> bool:
        """Say whether value and gradient are finite everywhere."""
        parts = [self.value] if self.gradient is None else [self.value, self.gradient]
        return all(bool(np.isfinite(part.astype(np.float64)).all()) for part in parts)


def needed(framework: str) -> None:
    """Skip a test whose framework is missing, and say so; where everything must run it fails instead."""
    modules = {"graph": "tensorflow", "fit": "keras"}
    module = modules.get(framework, framework)
    if os.environ.get("CI"):
        importlib.import_module(module)
    else:
        pytest.importorskip(module, reason=f"not run: install nanproof[oracle] ({module} is missing)")


def executed(framework: str, program: str, witness: Array) -> Outcome:
    """Run the function `f` of a program at a witness, in the dtype of the witness."""
    names: dict[str, Any] = {}
    exec(compile(program, "program.py", "exec"), names)
    return _RUNS[framework](names["f"], witness)


def _numpy(f: Any, witness: Array) -> Outcome:
    with np.errstate(all="ignore"):
        return Outcome(np.asarray(f(witness)), None)


def _torch(f: Any, witness: Array) -> Outcome:
    torch = importlib.import_module("torch")

    x = torch.tensor(witness, requires_grad=True)
    y = f(x)
    y.float().sum().backward()
    assert x.grad is not None
    return Outcome(y.detach().float().numpy(), x.grad.float().numpy())


def _tensorflow(f: Any, witness: Array) -> Outcome:
    tf = importlib.import_module("tensorflow")

    x = tf.constant(witness)
    with tf.GradientTape() as tape:
        tape.watch(x)
        y = f(x)
    return Outcome(y.numpy(), tape.gradient(y, x).numpy())


def _graph(f: Any, witness: Array) -> Outcome:
    """Run a program in a session, as TensorFlow 1 does."""
    tf = importlib.import_module("tensorflow")

    with tf.Graph().as_default(), tf.compat.v1.Session() as session:
        x = tf.compat.v1.placeholder(tf.float32, witness.shape)
        y = f(x)
        value, gradient = session.run([y, tf.gradients(y, x)[0]], {x: witness})
    return Outcome(np.asarray(value), np.asarray(gradient))


def _fit(f: Any, witness: Array) -> Outcome:
    """Fit a model of one weight with the loss `f`: what the loss is, and what becomes of the weight."""
    keras = importlib.import_module("keras")

    layer = keras.layers.Dense(1, use_bias=False, kernel_initializer=keras.initializers.Ones())
    model = keras.Sequential([layer])
    model.compile(loss=f, optimizer=keras.optimizers.SGD(0.0))
    rows = witness.reshape(-1, 1)
    history = model.fit(rows, np.zeros_like(rows), verbose=0, batch_size=len(rows))
    return Outcome(np.asarray(history.history["loss"]), np.asarray(layer.get_weights()[0]))


def _jax(f: Any, witness: Array) -> Outcome:
    jax = importlib.import_module("jax")

    x = jax.numpy.asarray(witness)
    gradient = jax.grad(lambda each: f(each).sum())(x)
    return Outcome(np.asarray(f(x)), np.asarray(gradient))


_RUNS = {
    "numpy": _numpy,
    "torch": _torch,
    "tensorflow": _tensorflow,
    "graph": _graph,
    "fit": _fit,
    "jax": _jax,
}
