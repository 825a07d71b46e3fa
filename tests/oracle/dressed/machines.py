"""Runs a program: eager, compiled, and in float64; and a hundred steps of training."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module
from typing import Any

os.environ.setdefault("JAX_PLATFORMS", "cpu")
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
os.environ.setdefault("CUDA_VISIBLE_DEVICES", "-1")
os.environ.setdefault("KERAS_BACKEND", "tensorflow")

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float64]
Single = npt.NDArray[np.float32]
STEPS = 100


@dataclass(frozen=True)
class Computed:
    """What a program computes of one input, and the derivative of its sum."""

    value: Array
    gradient: Array
    dtype: str

    @property
    def is_finite(self) -> bool:
        """Whether value and gradient are."""
        return bool(np.isfinite(self.value).all() and np.isfinite(self.gradient).all())


Machine = Callable[[Any], Computed]
# The ways to run a program in each framework; the second is the one that trains, for it is quick when it is built.
MODES = {
    "torch": ("eager",),
    "tensorflow": ("eager", "tf.function"),
    "jax": ("eager", "jit"),
    "keras": ("eager", "tf.function"),
    "numpy": ("eager",),
}
# These take long to build.
SLOW_MODES = {"tensorflow": ("xla",), "keras": ("xla",), "torch": ("torch.compile",)}


@lru_cache(maxsize=64)
def machine(framework: str, source: str, mode: str) -> Machine:
    """Return what runs a program in a mode, each time on another input."""
    namespace: dict[str, Any] = {}
    exec(compile(source, "program.py", "exec"), namespace)
    return _BUILDERS[framework](namespace["f"], mode)


def true_gradient(framework: str, source: str, values: Any) -> Array | None:
    """Return the gradient of a program in float64, None where it cannot be run or is not finite there either."""
    try:
        if framework == "torch":
            computed = _torch_in_double(source, values)
        elif framework == "jax":
            with import_module("jax").enable_x64(True):
                computed = machine("jax", source.replace("float32", "float64"), "double")(values)
        elif framework == "tensorflow":
            computed = machine("tensorflow", source.replace("float32", "float64"), "double")(values)
        else:
            return None
    except Exception:
        return None
    return computed.gradient if computed.is_finite else None


def _torch_in_double(source: str, values: Any) -> Computed:
    torch = import_module("torch")
    torch.set_default_dtype(torch.float64)
    try:
        return machine("torch", source, "double")(values)
    finally:
        torch.set_default_dtype(torch.float32)


def _torch_machine(function: Any, mode: str) -> Machine:
    torch = import_module("torch")
    dtype = torch.float64 if mode == "double" else torch.float32
    called = torch.compile(function) if mode == "torch.compile" else function

    def run(values: Any) -> Computed:
        x = torch.tensor(values, dtype=dtype, requires_grad=True)
        result = called(x)
        result.sum().backward()
        gradient = x.grad if x.grad is not None else torch.zeros_like(x)
        return Computed(_array(result.detach().double()), _array(gradient), str(result.dtype))

    return run


def _tensorflow_machine(function: Any, mode: str) -> Machine:
    tf = import_module("tensorflow")
    dtype = tf.float64 if mode == "double" else tf.float32

    def differentiated(x: Any) -> tuple[Any, Any]:
        with tf.GradientTape() as tape:
            tape.watch(x)
            result = function(x)
            total = tf.reduce_sum(result)
        return result, tape.gradient(total, x, unconnected_gradients="zero")

    if mode in ("tf.function", "xla"):
        shape = tf.TensorSpec([1, 2], dtype)
        called = tf.function(differentiated, jit_compile=True if mode == "xla" else None, input_signature=[shape])
    else:
        called = differentiated

    def run(values: Any) -> Computed:
        result, gradient = called(tf.constant(values, dtype))
        return Computed(_array(result), _array(gradient), str(result.dtype))

    return run


def _jax_machine(function: Any, mode: str) -> Machine:
    jax, jnp = import_module("jax"), import_module("jax.numpy")

    def total(x: Any) -> tuple[Any, Any]:
        result = function(x)
        return jnp.sum(result), result

    differentiated = jax.value_and_grad(total, has_aux=True)
    called = jax.jit(differentiated) if mode == "jit" else differentiated

    def run(values: Any) -> Computed:
        (_, result), gradient = called(jnp.asarray(values, jnp.float64 if mode == "double" else jnp.float32))
        return Computed(_array(result), _array(gradient), str(result.dtype))

    return run


def _numpy_machine(function: Any, mode: str) -> Machine:
    del mode

    def run(values: Any) -> Computed:
        with np.errstate(all="ignore"):
            result = np.asarray(function(np.asarray(values, np.float64)))
        return Computed(_array(result), np.zeros(1), str(result.dtype))

    return run


_BUILDERS: dict[str, Callable[[Any, str], Machine]] = {
    "torch": _torch_machine,
    "tensorflow": _tensorflow_machine,
    "keras": _tensorflow_machine,
    "jax": _jax_machine,
    "numpy": _numpy_machine,
}


def _array(values: Any) -> Array:
    return np.asarray(values, np.float64)


def trained(run: Machine, start: Any) -> str | None:
    """Take a hundred steps of SGD, and of Adam with clipping; return what is not finite on the way, None if all is."""
    for optimiser in (_sgd, _adam):
        with ExitStack() as stack:
            stack.enter_context(np.errstate(over="ignore", invalid="ignore"))
            fault = optimiser(run, np.asarray(start, np.float32))
        if fault is not None:
            return fault
    return None


def _sgd(run: Machine, x: Single) -> str | None:
    for step in range(STEPS):
        after = (x - np.float32(0.01) * run(x).gradient).astype(np.float32)
        if not np.isfinite(after).all():
            return f"SGD: {after} after {step + 1} steps"
        if np.array_equal(after, x):
            return None  # it stays there
        x = after
    return None


def _adam(run: Machine, x: Single) -> str | None:
    """Adam with clipping: its second moment is the square of the gradient, which must be finite in float32."""
    mean, square = np.zeros_like(x), np.zeros_like(x)
    for step in range(1, STEPS + 1):
        raw = run(x).gradient.astype(np.float32)
        norm = np.sqrt(np.sum(raw * raw, dtype=np.float32), dtype=np.float32)
        if not np.isfinite(norm):
            return f"Adam: the square of the gradient {raw} is not finite in step {step}"
        gradient = raw * np.minimum(np.float32(1.0) / (norm + np.float32(1e-6)), np.float32(1.0))
        mean = (0.9 * mean + 0.1 * gradient).astype(np.float32)
        square = (0.999 * square + 0.001 * gradient * gradient).astype(np.float32)
        if not mean.any():
            return None  # it stays there
        moved = mean / (1 - 0.9**step) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
        x = (x - 0.01 * moved).astype(np.float32)
        if not np.isfinite(x).all():
            return f"Adam: {x} after {step} steps"
    return None
