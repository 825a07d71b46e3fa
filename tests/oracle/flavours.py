"""Programs on the real frameworks: one flavour is one way to run one framework.

A program is the text that the catalogue writes, `torch.log({x})`; operands come in as arrays of float64 and go through
the dtype that is asked for. The gradient is that of the sum of the results.
"""

from __future__ import annotations

import importlib
import math
import os
import re
import warnings
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from typing import Any

# Before any framework is imported: float64 in JAX, a quiet TensorFlow, one backend for Keras, and no accelerator.
os.environ.setdefault("JAX_ENABLE_X64", "1")
os.environ.setdefault("JAX_PLATFORMS", "cpu")
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
os.environ.setdefault("CUDA_VISIBLE_DEVICES", "-1")
os.environ.setdefault("KERAS_BACKEND", "tensorflow")

import ml_dtypes
import numpy as np
import numpy.typing as npt

from nanproof.catalog import load
from nanproof.catalog.claims import holds_on

Array = npt.NDArray[Any]

DTYPES = ("float16", "bfloat16", "float32", "float64")
# The releases of PyTorch in which a clip has the derivative 1 at its bound.
NOT_FLAT = f"torch<{load().frameworks['torch'].clip_is_flat_since}"
NUMPY_DTYPES: dict[str, Any] = {
    "float16": np.float16,
    "bfloat16": ml_dtypes.bfloat16,
    "float32": np.float32,
    "float64": np.float64,
}
MODULES = {
    "tensorflow": ("tensorflow",),
    "keras": ("keras", "keras.src.legacy.backend", "tensorflow"),
    "torch": ("torch", "torch.distributions", "einops", "einops.layers.torch"),
    "jax": ("jax", "jax.numpy", "jax.scipy.special", "jax.scipy.stats", "flax.linen", "optax"),
    "numpy": ("numpy", "scipy.special", "scipy.linalg", "scipy.stats"),
    "python": ("math", "builtins", "sys", "operator", "functools"),
}
FLAVOURS_OF = {
    "tensorflow": ("tensorflow", "tensorflow.function", "tensorflow.v1"),
    "keras": ("keras",),
    "torch": ("torch",),
    "jax": ("jax", "jax.jit"),
    "numpy": ("numpy",),
    "python": ("python",),
}


class UnsupportedDTypeError(Exception):
    """The framework has no kernel for the dtype, or the flavour cannot run the operation at all."""


class RefusedError(Exception):
    """The framework raised: where others answer NaN, or because the call is wrong."""


@dataclass(frozen=True)
class Result:
    """What came out: all results in one row, the derivative in the shape of its operand, the results' dtype."""

    value: Array
    gradient: Array | None
    dtype: str


def missing(framework: str) -> str | None:
    """Return the first module of a framework that is not installed."""
    return next((name for name in MODULES[framework] if not _importable(name)), None)


def release_of(framework: str) -> str:
    """Return the installed release of a framework."""
    return str(getattr(importlib.import_module(MODULES[framework][0]), "__version__", ""))


def is_installed(only: str) -> bool:
    """Say whether what holds on some releases only, as in "torch<2.14", holds on the installed one; "" holds on all."""
    framework = re.match(r"\w*", only)
    return not only or framework is None or holds_on([only], framework[0], release_of(framework[0]))


def _importable(name: str) -> bool:
    try:
        importlib.import_module(name)
    except ImportError:
        return False
    return True


@cache
def _namespace(framework: str) -> dict[str, Any]:
    names: dict[str, Any] = {}
    for module in MODULES[framework]:
        importlib.import_module(module)
        root = module.partition(".")[0]
        names[root] = importlib.import_module(root)
    return names


@cache
def compiled(framework: str, program: str, roles: tuple[str, ...]) -> Callable[..., Any]:
    """Return a program as a function of its operands."""
    body = re.sub(r"\{(\w+)\}", r"\1", program)
    function: Callable[..., Any] = eval(f"lambda {', '.join(roles)}: {body}", _namespace(framework))
    return function


def run(flavour: str, program: str, operands: Mapping[str, Array], dtype: str, wrt: str | None = None) -> Result:
    """Run a program; raises UnsupportedDTypeError or RefusedError."""
    framework = flavour.partition(".")[0]
    function = compiled(framework, program, tuple(operands))
    arrays = {role: _typed(operand, dtype) for role, operand in operands.items()}
    with warnings.catch_warnings(), np.errstate(all="ignore"):
        warnings.simplefilter("ignore")
        try:
            return _RUNNERS[flavour](function, arrays, wrt)
        except (UnsupportedDTypeError, RefusedError):
            raise
        except Exception as fault:  # whatever a framework raises is an observation
            text = f"{type(fault).__name__}: {str(fault).strip().splitlines()[0] if str(fault).strip() else ''}"
            if _UNSUPPORTED.search(str(fault)):
                raise UnsupportedDTypeError(text) from fault
            raise RefusedError(text) from fault


# How the frameworks say that they have no kernel for a dtype, or that a constant of theirs has another.
_UNSUPPORTED = re.compile(
    "|".join(
        (
            r"not implemented for '",
            r"is not supported|not supported for the input types|bfloat16 not supported",
            r"Low precision dtypes not supported",
            r"not in (?:the )?list of allowed values|be one of the allowed|No OpKernel|Could not find (?:device|valid)",
            r"does not (?:support|accept) dtype|[Uu]nsupported d?type|unsupported input type|only supports",
            r"unimplemented for type|MLIR translation rule|requires the input dtype",
            r"requires ndarray or scalar arguments",
            r"Only float32 and float64|either float or double dtype|array type (?:float16|bfloat16) is unsupported",
            r"float16 or bfloat16|of dtypes?:? *bfloat16|BFloat16|expected scalar type|but found Half|requested dtype",
            r"same dtype|incompatible with expected|that does not match type|must have the same type|same data type",
            r"Abstract tracer value",  # shapes that depend on values, under jit
            r"Expected a floating point dtype|cannot be safely coerced|to be float32|not a valid dtype",
        )
    )
)


def _typed(operand: Array, dtype: str) -> Array:
    return operand.astype(NUMPY_DTYPES[dtype]) if operand.dtype == np.float64 else operand


def _float64(value: object) -> Array:
    if hasattr(value, "detach"):
        value = value.detach()
        value = value.double().numpy() if value.is_floating_point() else value.numpy()  # type: ignore[attr-defined]  # a torch.Tensor
    if hasattr(value, "numpy"):
        value = value.numpy()  # np.asarray fails for a bfloat16 tensor of one element
    array = np.asarray(value)
    return array.astype(np.float64) if array.dtype != np.complex64 else np.abs(array).astype(np.float64)


def _leaves(value: object) -> list[Any]:
    if isinstance(value, Mapping):
        value = list(value.values())
    if isinstance(value, list | tuple):
        return [leaf for each in value for leaf in _leaves(each)]
    return [] if value is None else [value]


def _named(dtype: object) -> str:
    return str(getattr(dtype, "name", dtype)).removeprefix("torch.")


def _result(leaves: list[Any], gradient: object | None) -> Result:
    # Of values and indices (a sort, a top-k), the values.
    leaves = [leaf for leaf in leaves if "float" in _named(getattr(leaf, "dtype", ""))] or leaves
    rows = [_float64(leaf).reshape(-1) for leaf in leaves]
    value = np.concatenate(rows) if rows else np.zeros(0)
    dtypes = [_named(leaf.dtype) for leaf in leaves if hasattr(leaf, "dtype")]
    return Result(value, None if gradient is None else _float64(gradient), dtypes[0] if dtypes else "float64")


def _torch(function: Callable[..., Any], arrays: Mapping[str, Array], wrt: str | None) -> Result:
    import torch

    torch.manual_seed(0)
    tensors = {}
    for role, array in arrays.items():
        is_bfloat = array.dtype == NUMPY_DTYPES["bfloat16"]
        tensor = torch.tensor(array.astype(np.float32)).bfloat16() if is_bfloat else torch.tensor(array)
        tensors[role] = tensor.requires_grad_(role == wrt)
    leaves = _leaves(function(*tensors.values()))
    total = sum(each.sum() for each in leaves if isinstance(each, torch.Tensor) and each.requires_grad)
    gradient = None
    if wrt is not None and isinstance(total, torch.Tensor):
        gradient = torch.autograd.grad(total, tensors[wrt], allow_unused=True)[0]
    return _result(leaves, gradient)


def _differentiated(function: Callable[..., Any], wrt: str | None, roles: list[str]) -> Callable[..., Any]:
    """Return a function of TensorFlow tensors that gives results and gradient."""
    import tensorflow as tf

    def both(*tensors: Any) -> tuple[list[Any], Any]:
        if wrt is None:
            return [tf.convert_to_tensor(each) for each in _leaves(function(*tensors))], None
        place = roles.index(wrt)
        with tf.GradientTape() as tape:
            tape.watch(tensors[place])
            leaves = [tf.convert_to_tensor(each) for each in _leaves(function(*tensors))]
            floating = [tf.reduce_sum(each) for each in leaves if each.dtype.is_floating]
        gradient = tape.gradient(floating, tensors[place])
        return leaves, None if gradient is None else tf.convert_to_tensor(gradient)

    return both


def _tensorflow(function: Callable[..., Any], arrays: Mapping[str, Array], wrt: str | None) -> Result:
    import tensorflow as tf

    leaves, gradient = _differentiated(function, wrt, list(arrays))(*map(tf.constant, arrays.values()))
    return _result(leaves, gradient)


@cache
def _traced(function: Callable[..., Any], wrt: str | None, roles: tuple[str, ...]) -> Callable[..., Any]:
    import tensorflow as tf

    traced: Callable[..., Any] = tf.function(_differentiated(function, wrt, list(roles)), autograph=False)
    return traced


def _tensorflow_function(function: Callable[..., Any], arrays: Mapping[str, Array], wrt: str | None) -> Result:
    import tensorflow as tf

    graph = _traced(function, wrt, tuple(arrays))
    leaves, gradient = graph(*map(tf.constant, arrays.values()))
    return _result(leaves, gradient)


def _tensorflow_v1(function: Callable[..., Any], arrays: Mapping[str, Array], wrt: str | None) -> Result:
    import tensorflow as tf

    v1 = tf.compat.v1
    with tf.Graph().as_default(), v1.Session() as session:
        places = {role: v1.placeholder(tf.as_dtype(array.dtype), array.shape) for role, array in arrays.items()}
        leaves = [tf.convert_to_tensor(each) for each in _leaves(function(*places.values()))]
        gradient = None
        if wrt is not None:
            floating = [each for each in leaves if each.dtype.is_floating]
            gradient = tf.gradients(floating, places[wrt])[0] if floating else None
        session.run([v1.global_variables_initializer(), v1.local_variables_initializer()])
        asked = [*leaves, *([] if gradient is None else [tf.convert_to_tensor(gradient)])]
        found = session.run(asked, {places[role]: array for role, array in arrays.items()})
    return _result(found[: len(leaves)], found[len(leaves)] if gradient is not None else None)


@cache
def _jax_both(function: Callable[..., Any], wrt: str | None, roles: tuple[str, ...], jit: bool) -> Callable[..., Any]:
    """Return a function of JAX arrays that gives results and gradient; kept, so that it is compiled once a dtype."""
    import jax
    import jax.numpy as jnp

    def both(*tensors: Any) -> tuple[list[Any], Any]:
        if wrt is None:
            return _leaves(function(*tensors)), None
        place = roles.index(wrt)

        def total(tensor: Any) -> tuple[Any, list[Any]]:
            leaves = _leaves(function(*tensors[:place], tensor, *tensors[place + 1 :]))
            floating = [jnp.sum(each) for each in leaves if jnp.issubdtype(jnp.result_type(each), jnp.floating)]
            return sum(floating, jnp.zeros((), tensor.dtype)), leaves

        gradient, leaves = jax.grad(total, has_aux=True)(tensors[place])
        return leaves, gradient

    return jax.jit(both) if jit else both


def _jax(function: Callable[..., Any], arrays: Mapping[str, Array], wrt: str | None, jit: bool = False) -> Result:
    import jax.numpy as jnp

    tensors = [jnp.asarray(array) for array in arrays.values()]
    leaves, gradient = _jax_both(function, wrt, tuple(arrays), jit)(*tensors)
    return _result(leaves, gradient)


def _jax_jit(function: Callable[..., Any], arrays: Mapping[str, Array], wrt: str | None) -> Result:
    return _jax(function, arrays, wrt, jit=True)


def _numpy(function: Callable[..., Any], arrays: Mapping[str, Array], _: str | None) -> Result:
    if any(array.dtype == NUMPY_DTYPES["bfloat16"] for array in arrays.values()):
        raise UnsupportedDTypeError("NumPy has no bfloat16")
    np.random.seed(0)
    return _result(_leaves(function(*arrays.values())), None)


def _python(function: Callable[..., Any], arrays: Mapping[str, Array], _: str | None) -> Result:
    if any(array.dtype.name in ("float16", "float32", "bfloat16") for array in arrays.values()):
        raise UnsupportedDTypeError("Python's numbers are float64")
    columns = [array.reshape(-1).tolist() for array in arrays.values()]
    return _result([_answered(function, row) for row in zip(*columns, strict=True)], None)


def _answered(function: Callable[..., Any], row: tuple[float, ...]) -> float:
    with suppress(ValueError, ZeroDivisionError, OverflowError, TypeError):  # TypeError: a complex number
        return float(function(*row))
    return math.nan  # raised, where a tensor answers NaN


_RUNNERS: dict[str, Callable[[Callable[..., Any], Mapping[str, Array], str | None], Result]] = {
    "tensorflow": _tensorflow,
    "tensorflow.function": _tensorflow_function,
    "tensorflow.v1": _tensorflow_v1,
    "torch": _torch,
    "jax": _jax,
    "jax.jit": _jax_jit,
    "keras": _tensorflow,
    "numpy": _numpy,
    "python": _python,
}
