"""The numeric namespaces of the frameworks, and their public functions."""

from __future__ import annotations

import importlib
import inspect
import re

NAMESPACES = {
    "torch": ("torch", "torch.linalg", "torch.special", "torch.nn.functional"),
    "tensorflow": ("tensorflow.math", "tensorflow.math.special", "tensorflow.linalg", "tensorflow.nn"),
    "keras": ("keras.ops", "keras.losses", "keras.activations"),
    "jax": (
        "jax.numpy", "jax.numpy.linalg", "jax.nn", "jax.lax", "jax.scipy.special", "jax.scipy.linalg", "optax.losses",
    ),
    "numpy": ("numpy", "numpy.linalg", "scipy.special", "scipy.linalg"),
}  # fmt: skip
# What computes nothing of a tensor's numbers, or what is drawn, read, written or set.
_SKIPPED = re.compile(
    r"rand|normal$|^set_|^get_|save|load|print|^is_|seed|fork|compile|dropout|^empty|poisson$|bernoulli|multinomial"
    r"|^init|import|export|^test|interrupt|info$|show|^open|input|^from|mem|tofile|thread|vmap|scan$|^cond$|while"
    r"|^map|^func|shard|rng|shuffle|err|who|source|lookfor|deprecat|bitwise|logical|int_repr|quant|miopen|cudnn|mkldnn"
    r"|sparse|fbgemm|_copy$|_cell$|sampler|collective|pjit|device|platform|ensure|^may_|assert|custom|checkpoint"
    r"|infeed|outfeed|fft|stft|^exp1$|^expn$|^expi$|mathieu|^pro_cv$|^obl_cv$|^p(?:max|min|mean|sum|permute|broadcast|swapaxes|dot)$|^all_|axis_index|ppermute|stage|tf_|roots_"
)


def functions_of(module: str) -> list[str]:
    """Return the full names of the public functions of a module, those that are probed."""
    namespace = importlib.import_module(module)
    names = (name for name in dir(namespace) if not name.startswith("_") and _SKIPPED.search(name) is None)
    return [f"{module}.{name}" for name in names if _is_function(getattr(namespace, name))]


def _is_function(value: object) -> bool:
    return callable(value) and not inspect.isclass(value) and not inspect.ismodule(value)
