"""The range of a result, as the transfer functions compute it, contains what the frameworks compute."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from nanproof.catalog import Operation
from nanproof.values.dtype import Arithmetic, DType
from nanproof.values.ranges import Range, between, exactly
from nanproof.values.transfer.operands import Operands
from nanproof.values.transfer.registry import TRANSFERS
from tests.oracle.calls import WRITTEN, fed
from tests.oracle.flavours import DTYPES, NUMPY_DTYPES, Array, RefusedError
from tests.oracle.running import Faults, Oracle
from tests.oracle.samples import INTERVALS, SECOND


def result_range(oracle: Oracle, operation: Operation, flavour: str) -> Faults:
    """The result's range, as the transfer function has it, contains every result."""
    if claims_nothing(operation):
        return
    program = oracle.calls.of(operation)
    if isinstance(program, str):
        yield f"{operation.name} [{flavour}]: range: cannot be called: {program}"
        return
    for dtype in program.dtypes or DTYPES:
        for number, (x, y) in enumerate(zip(INTERVALS, SECOND, strict=True)):
            if program.within is not None:
                x = y = program.within
            arrays = fed(program, number, x=x, y=y)
            try:
                result = oracle.run("range", operation.name, flavour, program.text, arrays, dtype)
            except RefusedError as fault:
                yield f"{operation.name} [{flavour}, {dtype}]: range: {program.text} raised {fault}"
                break
            if result is None:
                break
            claimed = _claimed(operation, result.dtype, {"x": x, "y": y}, arrays, program.written)
            if flavour == "python":  # where a tensor answers NaN or Inf, Python raises
                claimed = replace(claimed, may_be_nan=True)
            outside = _outside(result.value, claimed)
            if outside is not None and oracle.differs(operation, flavour, dtype, "range") is None:
                yield (
                    f"{operation.name} [{flavour}, {dtype}]: range: {program.text} gives {outside} for x in "
                    f"[{x[0]}, {x[1]}], y in [{y[0]}, {y[1]}], outside [{claimed.interval.low}, "
                    f"{claimed.interval.high}]{'' if claimed.may_be_nan else ' without NaN'}"
                )
            if not arrays:
                break


def claims_nothing(operation: Operation) -> bool:
    """Say whether the range of an operation's result is everything, whatever it is given."""
    transfer = TRANSFERS[operation.function.transfer]
    some = {role: between(0.25, 0.5) for role in ("x", "y", "low", "high", "value")}
    result = transfer(Operands(some, Arithmetic(DType.FLOAT32), "oracle", (between(0.25, 0.5),)))
    return result.interval.is_everything


def _claimed(
    operation: Operation, dtype: str, intervals: Mapping[str, tuple[float, float]], arrays: Mapping[str, Array],
    written: frozenset[str],
) -> Range:  # fmt: skip
    kind = DType(dtype) if dtype in NUMPY_DTYPES else DType.BOOLEAN if dtype == "bool" else DType.INTEGER
    arithmetic = Arithmetic(kind, operation.framework.flushes_subnormals)
    roles = {
        role: between(arithmetic.round(intervals[role][0]), arithmetic.round(intervals[role][1]))
        for role in ("x", "y")
        if role in arrays
    }
    for role, default in operation.defaults.items():
        if isinstance(default, int | float) and not isinstance(default, bool):
            roles.setdefault(role, exactly(float(default)))
    for role in written & {"low", "high", "value"}:
        roles[role] = exactly(float(WRITTEN[role]))
    items = (roles["x"],) if "x" in roles and "y" not in roles else ()
    return TRANSFERS[operation.function.transfer](Operands(roles, arithmetic, "oracle", items))


def _outside(values: Array, claimed: Range) -> str | None:
    if np.isnan(values).any() and not claimed.may_be_nan:
        return "NaN"
    numbers = values[~np.isnan(values)]
    outside = numbers[(numbers < claimed.interval.low) | (numbers > claimed.interval.high)]
    return None if outside.size == 0 else repr(float(outside[0]))
