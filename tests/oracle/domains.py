"""Values and derivatives: finite exactly where the entries say, at witnesses, in cases."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping

import numpy as np

from nanproof.catalog import Operation
from nanproof.catalog.claims import Case, runs
from nanproof.catalog.model import Operand
from nanproof.values.dtype import Arithmetic, DType
from nanproof.values.ranges import exactly
from nanproof.values.transfer.operands import Operands
from nanproof.values.transfer.registry import TRANSFERS
from tests.oracle.flavours import DTYPES, NUMPY_DTYPES, Array, RefusedError
from tests.oracle.running import DIFFERENTIABLE, Faults, Oracle, fed_operands
from tests.oracle.samples import around, is_close, rounded

# Around the bounds at which functions overflow in float16, float32 and float64, and not next to any.
AROUND_BOUNDS = (-1.0, 0.0, 0.5, 1.0, 5.0, 8.0, 20.0, 60.0, 80.0, 95.0, 140.0, 600.0, 720.0, 1100.0, 2e4)


def domain(oracle: Oracle, operation: Operation, flavour: str) -> Faults:
    """Value and derivative are finite exactly where the function's domains say."""
    function = operation.function
    role = function.operand
    witness = function.witness or function.gradient_witness
    if role is None or not isinstance(witness.get(role), int | float) or function.transfer == "pow":
        return
    # What a library guards is finite beyond the domain too; its witness says so.
    if operation.guards or (function.domain is None and function.gradient is None and not function.overflows):
        return
    program = oracle.called(operation, witness)
    if program is None:
        return
    domain = function.domain
    slope = operation.framework.gradient_of(function)
    is_differentiated = flavour.partition(".")[0] in DIFFERENTIABLE and not operation.inplace
    for dtype in DTYPES:
        restricted = domain or slope
        points = around(restricted, dtype) if restricted is not None else rounded(AROUND_BOUNDS, dtype)
        arrays = {each: np.full(len(points), other, np.float64) for each, other in _numbers(witness, program)}
        arrays[role] = np.array(points)
        result = oracle.run(
            "domain", operation.name, flavour, program, arrays, dtype, role if is_differentiated else None
        )
        if result is None or result.value.size != len(points):
            continue
        for place, point in enumerate(points):
            where = f"{operation.name} [{flavour}, {dtype}]"
            shown = f"{function.name}({point!r}) is {result.value[place]}"
            finite = domain is None or domain.holds(point)
            if function.overflows and domain is None:
                finite = not _overflows(function.transfer, point, result.dtype)
            observed = bool(np.isfinite(result.value[place]))
            if observed != finite and oracle.differs(operation, flavour, dtype, "value", point) is None:
                said = "lies in" if finite else "does not lie in"
                yield f"{where}: domain: {shown}, but {point!r} {said} the domain"
            if result.gradient is None or not (finite and observed):
                continue
            effective = slope or domain
            if effective is None or is_close(point, effective):
                continue
            smooth = effective.holds(point)
            slopes = result.gradient.reshape(-1)[place]
            if (
                bool(np.isfinite(slopes)) != smooth
                and oracle.differs(operation, flavour, dtype, "gradient", point) is None
            ):
                said = "lies in" if smooth else "does not lie in"
                yield (
                    f"{where}: gradient: the derivative of {function.name} at {point!r} is {slopes}, "
                    f"but {point!r} {said} the domain of the derivative"
                )


def witness(oracle: Oracle, operation: Operation, flavour: str) -> Faults:
    """The witness is NaN or infinite, unless the library guards; that of the gradient has a finite value."""
    function = operation.function
    if function.witness:
        yield from _witness(oracle, operation, flavour, function.witness)
    slope = operation.framework.gradient_of(function)
    if not function.gradient_witness or slope is None or function.operand is None or operation.inplace:
        return
    program = oracle.called(operation, function.gradient_witness)
    if program is None or flavour.partition(".")[0] not in DIFFERENTIABLE:
        return
    operands = function.gradient_witness
    result = oracle.run(
        "witness", operation.name, flavour, program, fed_operands(operands, program), "float32", function.operand
    )
    if result is None or result.gradient is None:
        return
    where = f"{operation.name} [{flavour}, float32]"
    points = np.atleast_1d(np.asarray(operands[function.operand], np.float64)).reshape(-1)
    breaks = not all(slope.holds(float(point)) for point in points)
    if not np.isfinite(result.value).all():
        yield f"{where}: gradient_witness: the value is {result.value}, but it must be finite"
    if bool(np.isfinite(result.gradient).all()) is breaks and not oracle.differs(
        operation, flavour, "float32", "gradient", float(points[0])
    ):
        expected = "not finite" if breaks else "finite"
        yield f"{where}: gradient_witness: the derivative is {result.gradient}, but it must be {expected}"


def _witness(oracle: Oracle, operation: Operation, flavour: str, operands: Mapping[str, Operand]) -> Faults:
    program = oracle.called(operation, operands)
    if program is None:
        return
    where = f"{operation.name} [{flavour}]"
    told = oracle.claims.call_of(operation.name)
    usual = "float64" if flavour in ("python", "numpy") else "float32"
    dtype = told.dtypes[0] if told is not None and told.dtypes else usual
    try:
        result = oracle.run("witness", operation.name, flavour, program, fed_operands(operands, program), dtype)
    except RefusedError as fault:
        known = oracle.differs(operation, flavour, dtype, "witness")
        if known != "raises":
            yield f"{where}: witness: {program} raised {fault}"
        return
    if result is None:
        return
    finite = bool(np.isfinite(result.value).all())
    known = oracle.differs(operation, flavour, dtype, "guard" if operation.guards else "witness")
    expected = (known == "finite") if known else bool(operation.guards)
    if finite is not expected:
        claim = "guards" if operation.guards else "witness"
        yield f"{where}: {claim}: {program} of {dict(operands)} is {result.value}"


def case(oracle: Oracle, case: Case, operation: Operation, flavour: str) -> Faults:
    """Value and derivative come out as a case says."""
    if not runs(case.flavours, flavour):
        return
    program = oracle.called(operation, case.operands)
    if program is None:
        return
    value, gradient = case.expected(flavour)
    role = operation.function.operand or "x"
    is_differentiated = gradient is not None and flavour.partition(".")[0] in DIFFERENTIABLE and not operation.inplace
    told = oracle.claims.call_of(operation.name)
    usual = told.dtypes if told is not None and told.dtypes else ("float64" if flavour == "python" else "float32",)
    for dtype in case.dtypes or usual:
        where = f"{operation.name} [{flavour}, {dtype}]: case {dict(case.operands)}"
        arrays = fed_operands(case.operands, program)
        try:
            result = oracle.run(
                "case", operation.name, flavour, program, arrays, dtype, role if is_differentiated else None
            )
        except RefusedError as fault:
            if oracle.differs(operation, flavour, dtype, "value") != "raises":
                yield f"{where}: raised {fault}"
            continue
        if result is None:
            continue
        if _outcome(result.value) != value and oracle.differs(operation, flavour, dtype, "value") is None:
            yield f"{where}: value: is {result.value}, and not {value}"
        if (
            is_differentiated
            and result.gradient is not None
            and _outcome(result.gradient) != gradient
            and oracle.differs(operation, flavour, dtype, "gradient") is None
        ):
            yield f"{where}: gradient: is {result.gradient}, and not {gradient}"


def _numbers(operands: Mapping[str, Operand], program: str) -> Iterator[tuple[str, float]]:
    for role, operand in operands.items():
        if f"{{{role}}}" in program and isinstance(operand, int | float):
            yield role, float(operand)


def _overflows(transfer: str, point: float, dtype: str) -> bool:
    if dtype not in NUMPY_DTYPES:
        return False
    operands = Operands({"x": exactly(point)}, Arithmetic(DType(dtype)), "oracle")
    return any(math.isinf(each.value) for each in TRANSFERS[transfer](operands).points)


def _outcome(values: Array) -> str:
    if np.isnan(values).any():
        return "nan"
    return "inf" if np.isinf(values).any() else "finite"
