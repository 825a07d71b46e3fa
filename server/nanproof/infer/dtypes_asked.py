"""Which dtype a call asks for: `dtype=tf.float16`, `.half()`, `.astype("float32")`, or that of another tensor."""

from __future__ import annotations

import re

from nanproof.catalog.model import Operation
from nanproof.infer.evaluator import Evaluator
from nanproof.infer.operands import Roles, bound
from nanproof.infer.value import UNKNOWN, Arguments, Deferred, Holder, Number, Reference
from nanproof.names.syntax import text
from nanproof.values.dtype import DType

_HALF = re.compile(rb"\b(?:float16|bfloat16|half)\b")
_OWN_DTYPE = re.compile(r"self\.\w*dtype")


def dtype_asked(evaluator: Evaluator, operation: Operation, arguments: Arguments) -> DType | None:
    """Return the dtype that a method casts to: `.half()`, `.to(torch.float16)`; None for a device."""
    return dtype_of_call(evaluator, operation, bound(evaluator, operation.parameters, arguments, UNKNOWN))


def dtype_of_call(evaluator: Evaluator, operation: Operation, roles: Roles) -> DType | None:
    """Return the dtype that a call asks for: `dtype=tf.float16`, `.half()`, `.astype("float32")`, `dtype=dtype`."""
    # Of `x.to("cuda", torch.float16)` it is the second argument, which `x.to(dtype, non_blocking)` calls otherwise.
    for argument in (roles.get("dtype"), roles.get("non_blocking")):
        found = _dtype_written(evaluator, argument) if isinstance(argument, Deferred) else None
        if found is not None:
            return found
    own = operation.defaults.get("dtype")
    if isinstance(own, str):
        return dtype_named(own)
    match evaluator.argument(roles["like"]) if "like" in roles else UNKNOWN:
        case Number(holder=Holder.TENSOR, dtype=dtype) if dtype.is_float:
            return dtype
        case _:
            return None


def _dtype_written(evaluator: Evaluator, argument: Deferred) -> DType | None:
    written = text(argument.node).strip("\"'")
    named = dtype_named(written.rpartition(".")[2])
    if written.endswith(".dtype") and (tensor := _dtype_like(evaluator, argument)) is not None:
        return tensor
    # Elsewhere a field holds the usual dtype, and it would be dear to ask for it.
    is_name = written.isidentifier() or (
        _OWN_DTYPE.fullmatch(written) is not None and _speaks_of_half(evaluator, argument)
    )
    held = evaluator.value(argument.frame, argument.node) if is_name else None
    return dtype_named(held.qualified.rpartition(".")[2]) if isinstance(held, Reference) else named


def _speaks_of_half(evaluator: Evaluator, argument: Deferred) -> bool:
    return evaluator.modules.bindings(argument.frame.document).search(_HALF) is not None


def _dtype_like(evaluator: Evaluator, argument: Deferred) -> DType | None:
    """Return the dtype of the tensor that a call asks for the dtype of: `tf.cast(x, score.dtype)`."""
    owner = argument.node.child_by_field_name("object")
    tensor = evaluator.value(argument.frame, owner) if owner is not None else UNKNOWN
    return tensor.dtype if isinstance(tensor, Number) and tensor.holder is not Holder.ANY else None


def dtype_named(name: str) -> DType | None:
    """Return the dtype of a framework's name for it: `float32`, `double`, `int64`."""
    spelt = {"half": "float16", "double": "float64", "float": "float32", "bool": "boolean", "bool_": "boolean"}
    name = spelt.get(name, name)
    if name.startswith(("int", "uint")) or name == "long":
        return DType.INTEGER
    return DType(name) if name in {each.value for each in DType} else None
