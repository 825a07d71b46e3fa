"""Numbers that have a name: `math.pi`, `np.finfo(np.float32).eps`, `np.spacing(1)`."""

from __future__ import annotations

import math

from nanproof.infer.dtype_limits import Limits
from nanproof.infer.dtypes_asked import dtype_named
from nanproof.infer.evaluator import Evaluator
from nanproof.infer.value import (
    UNKNOWN,
    Arguments,
    Deferred,
    Holder,
    Number,
    Reference,
    Text,
    Value,
    python_number,
)
from nanproof.names.syntax import required, text
from nanproof.values.dtype import FORMATS, DType

_INFINITIES = frozenset({"inf", "infinity"})
_DTYPES_OF_CLASSES = {"float": DType.FLOAT64}


def named(evaluator: Evaluator, qualified: str) -> Value:
    """Return what a full name outside the project stands for: a number, or itself."""
    value = evaluator.catalog.value(qualified)
    return Reference(qualified) if value is None else python_number(value, is_integer=False)


def limits(evaluator: Evaluator, callee: Reference, arguments: Arguments) -> Limits | None:
    """Return the limits that a call of `finfo` asks for, None where it is another call."""
    if not callee.qualified.endswith(".finfo") or not arguments.is_complete:
        return None
    given = (*arguments.positional, *(value for _, value in arguments.keyword))
    asked = given[0] if given else None
    if not isinstance(asked, Deferred):
        return Limits(DType.FLOAT32)
    return Limits(_dtype_of(evaluator, asked) or DType.FLOAT32)


def infinity(evaluator: Evaluator, callee: Reference, arguments: Arguments) -> Number | None:
    """Return the number that `float("-inf")` is, None where it is another call."""
    if callee.qualified != "builtins.float":
        return None
    match [evaluator.argument(each) for each in arguments.positional]:
        case [Text(written)] if (spelt := written.strip().lower()).lstrip("+-") in _INFINITIES:
            return python_number(float(spelt), is_integer=False)
        case _:
            return None


def spacing(evaluator: Evaluator, callee: Reference, arguments: Arguments) -> Number | None:
    """Return how far the next number is from a constant, `np.spacing(1)`, None where it is another call."""
    if callee.qualified != "numpy.spacing":
        return None
    match [evaluator.argument(each) for each in arguments.positional]:
        case [Number(holder=Holder.PYTHON, range=known)] if known.single is not None:
            return python_number(math.copysign(math.ulp(known.single), known.single), is_integer=False)
        case _:
            return None


def _dtype_of(evaluator: Evaluator, asked: Deferred) -> DType | None:
    written = text(asked.node)
    if written in _DTYPES_OF_CLASSES:
        return _DTYPES_OF_CLASSES[written]
    if text(asked.node.child_by_field_name("attribute")) == "dtype":
        tensor = evaluator.value(asked.frame, required(asked.node, "object"))
        return tensor.dtype if isinstance(tensor, Number) and tensor.holder is not Holder.ANY else None
    return dtype_named(written.strip("\"'").rpartition(".")[2])


def limit(limits_of: Limits, name: str) -> Value:
    """Return one of the numbers that `finfo` holds."""
    form = FORMATS.get(limits_of.dtype)
    if form is None:
        return UNKNOWN
    known = {
        "eps": form.epsilon,
        "tiny": form.smallest_normal,
        "smallest_normal": form.smallest_normal,
        "smallest_subnormal": form.smallest,
        "max": form.largest,
        "min": -form.largest,
    }
    return python_number(known[name], is_integer=False) if name in known else UNKNOWN
