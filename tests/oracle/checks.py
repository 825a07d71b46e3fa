"""The claims of the catalogue against what a framework computes; each check yields sentences about what is wrong."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

import numpy as np

from nanproof.catalog import Catalog, Operation
from nanproof.catalog.claims import Case, Claims, MaskClaim, Twin, runs
from nanproof.catalog.model import Operand
from nanproof.catalog.program import TENSORS, ProgramError, call, expression, literal
from nanproof.values.dtype import Arithmetic, DType
from nanproof.values.ranges import Range, between, exactly
from nanproof.values.transfer.operands import Operands
from nanproof.values.transfer.registry import TRANSFERS
from tests.oracle.calls import WRITTEN, Calls, fed
from tests.oracle.flavours import DTYPES, NUMPY_DTYPES, Array, RefusedError, Result, UnsupportedDTypeError, run
from tests.oracle.samples import INTERVALS, SECOND, around, is_close, rounded

Faults = Iterator[str]
# Flavours that have derivatives.
DIFFERENTIABLE = ("tensorflow", "torch", "jax", "keras")
# Around the bounds at which functions overflow in float16, float32 and float64, and not next to any.
AROUND_BOUNDS = (-1.0, 0.0, 0.5, 1.0, 5.0, 8.0, 20.0, 60.0, 80.0, 95.0, 140.0, 600.0, 720.0, 1100.0, 2e4)
_NO_GRADIENT = re.compile(
    r"derivative|[Nn]o gradient|gradient registry|differentiation rule|Differentiation rule|not differentiable"
)


@dataclass
class Oracle:
    """A catalogue, its claims, and what was run."""

    catalog: Catalog
    claims: Claims
    runs: dict[str, int] = field(default_factory=dict)
    unsupported: set[tuple[str, str, str]] = field(default_factory=set)
    used: set[int] = field(default_factory=set)
    cells: set[tuple[str, str]] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.calls = Calls(self.catalog, self.claims)

    def run(
        self, claim: str, about: str, flavour: str, program: str, operands: Mapping[str, Array], dtype: str,
        wrt: str | None = None,
    ) -> Result | None:  # fmt: skip
        """Run a program; None if the flavour has no kernel for the dtype."""
        self.runs[claim] = self.runs.get(claim, 0) + 1
        self.cells.add((about, flavour))
        try:
            return run(flavour, program, operands, dtype, wrt)
        except UnsupportedDTypeError:
            self.unsupported.add((about, flavour, dtype))
            return None
        except RefusedError as fault:
            if wrt is None or _NO_GRADIENT.search(str(fault)) is None:
                raise
            return self.run(claim, about, flavour, program, operands, dtype)

    def faults(self, claim: str, *about: Operation | Case | MaskClaim | Twin, flavour: str) -> list[str]:
        """Return what is wrong about one claim in one flavour."""
        found: list[str] = []
        try:
            found.extend(getattr(self, claim)(*about, flavour))
        except RefusedError as refused:
            told = (getattr(about[-1], field, None) for field in ("name", "program", "composition"))
            found.append(f"{next(filter(None, told))} [{flavour}]: {claim}: raised {refused}")
        return found

    def differs(self, operation: Operation, flavour: str, dtype: str, what: str, at: float = 0.0) -> str | None:
        """Return what is known to come out instead of what the entry claims."""
        for each in self.claims.differences_of(operation.function.name, operation.name):
            if each.applies(flavour, dtype, what, at):
                self.used.add(id(each))
                return each.becomes
        return None

    def called(self, operation: Operation, operands: Mapping[str, Operand]) -> str | None:
        """Return the call of an operation, what is no tensor written in; None if it takes other operands."""
        told = self.claims.call_of(operation.name)
        try:
            text = call(operation, list(operands), told.arguments if told is not None else "")
        except ProgramError:
            return None
        if told is not None and told.program:
            text = told.program
        for role, operand in operands.items():
            if role not in TENSORS:
                text = text.replace(f"{{{role}}}", literal(operation.framework, role, operand))
        return text

    # ---- Domains

    def domain(self, operation: Operation, flavour: str) -> Faults:
        """Value and derivative are finite exactly where the function's domains say."""
        function = operation.function
        role = function.operand
        witness = function.witness or function.gradient_witness
        if role is None or not isinstance(witness.get(role), int | float) or function.transfer == "pow":
            return
        # What a library guards is finite beyond the domain too; its witness says so.
        if operation.guards or (function.domain is None and function.gradient is None and not function.overflows):
            return
        program = self.called(operation, witness)
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
            result = self.run(
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
                if observed != finite and self.differs(operation, flavour, dtype, "value", point) is None:
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
                    and self.differs(operation, flavour, dtype, "gradient", point) is None
                ):
                    said = "lies in" if smooth else "does not lie in"
                    yield (
                        f"{where}: gradient: the derivative of {function.name} at {point!r} is {slopes}, "
                        f"but {point!r} {said} the domain of the derivative"
                    )

    # ---- Witnesses

    def witness(self, operation: Operation, flavour: str) -> Faults:
        """The witness is NaN or infinite, unless the library guards; that of the gradient has a finite value."""
        function = operation.function
        if function.witness:
            yield from self._witness(operation, flavour, function.witness)
        slope = operation.framework.gradient_of(function)
        if not function.gradient_witness or slope is None or function.operand is None or operation.inplace:
            return
        program = self.called(operation, function.gradient_witness)
        if program is None or flavour.partition(".")[0] not in DIFFERENTIABLE:
            return
        operands = function.gradient_witness
        result = self.run(
            "witness", operation.name, flavour, program, _arrays(operands, program), "float32", function.operand
        )
        if result is None or result.gradient is None:
            return
        where = f"{operation.name} [{flavour}, float32]"
        points = np.atleast_1d(np.asarray(operands[function.operand], np.float64)).reshape(-1)
        breaks = not all(slope.holds(float(point)) for point in points)
        if not np.isfinite(result.value).all():
            yield f"{where}: gradient_witness: the value is {result.value}, but it must be finite"
        if bool(np.isfinite(result.gradient).all()) is breaks and not self.differs(
            operation, flavour, "float32", "gradient", float(points[0])
        ):
            expected = "not finite" if breaks else "finite"
            yield f"{where}: gradient_witness: the derivative is {result.gradient}, but it must be {expected}"

    def _witness(self, operation: Operation, flavour: str, operands: Mapping[str, Operand]) -> Faults:
        program = self.called(operation, operands)
        if program is None:
            return
        where = f"{operation.name} [{flavour}]"
        told = self.claims.call_of(operation.name)
        usual = "float64" if flavour in ("python", "numpy") else "float32"
        dtype = told.dtypes[0] if told is not None and told.dtypes else usual
        try:
            result = self.run("witness", operation.name, flavour, program, _arrays(operands, program), dtype)
        except RefusedError as fault:
            known = self.differs(operation, flavour, dtype, "witness")
            if known != "raises":
                yield f"{where}: witness: {program} raised {fault}"
            return
        if result is None:
            return
        finite = bool(np.isfinite(result.value).all())
        known = self.differs(operation, flavour, dtype, "guard" if operation.guards else "witness")
        expected = (known == "finite") if known else bool(operation.guards)
        if finite is not expected:
            claim = "guards" if operation.guards else "witness"
            yield f"{where}: {claim}: {program} of {dict(operands)} is {result.value}"

    # ---- Ranges

    def range(self, operation: Operation, flavour: str) -> Faults:
        """The result's range, as the transfer function has it, contains every result."""
        if claims_nothing(operation):
            return
        program = self.calls.of(operation)
        if isinstance(program, str):
            yield f"{operation.name} [{flavour}]: range: cannot be called: {program}"
            return
        for dtype in program.dtypes or DTYPES:
            for number, (x, y) in enumerate(zip(INTERVALS, SECOND, strict=True)):
                if program.within is not None:
                    x = y = program.within
                arrays = fed(program, number, x=x, y=y)
                try:
                    result = self.run("range", operation.name, flavour, program.text, arrays, dtype)
                except RefusedError as fault:
                    yield f"{operation.name} [{flavour}, {dtype}]: range: {program.text} raised {fault}"
                    break
                if result is None:
                    break
                claimed = _claimed(operation, result.dtype, {"x": x, "y": y}, arrays, program.written)
                if flavour == "python":  # where a tensor answers NaN or Inf, Python raises
                    claimed = replace(claimed, may_be_nan=True)
                outside = _outside(result.value, claimed)
                if outside is not None and self.differs(operation, flavour, dtype, "range") is None:
                    yield (
                        f"{operation.name} [{flavour}, {dtype}]: range: {program.text} gives {outside} for x in "
                        f"[{x[0]}, {x[1]}], y in [{y[0]}, {y[1]}], outside [{claimed.interval.low}, "
                        f"{claimed.interval.high}]{'' if claimed.may_be_nan else ' without NaN'}"
                    )
                if not arrays:
                    break

    # ---- Cases

    def case(self, case: Case, operation: Operation, flavour: str) -> Faults:
        """Value and derivative come out as a case says."""
        if not runs(case.flavours, flavour):
            return
        program = self.called(operation, case.operands)
        if program is None:
            return
        value, gradient = case.expected(flavour)
        role = operation.function.operand or "x"
        is_differentiated = (
            gradient is not None and flavour.partition(".")[0] in DIFFERENTIABLE and not operation.inplace
        )
        told = self.claims.call_of(operation.name)
        usual = told.dtypes if told is not None and told.dtypes else ("float64" if flavour == "python" else "float32",)
        for dtype in case.dtypes or usual:
            where = f"{operation.name} [{flavour}, {dtype}]: case {dict(case.operands)}"
            arrays = _arrays(case.operands, program)
            try:
                result = self.run(
                    "case", operation.name, flavour, program, arrays, dtype, role if is_differentiated else None
                )
            except RefusedError as fault:
                if self.differs(operation, flavour, dtype, "value") != "raises":
                    yield f"{where}: raised {fault}"
                continue
            if result is None:
                continue
            if _outcome(result.value) != value and self.differs(operation, flavour, dtype, "value") is None:
                yield f"{where}: value: is {result.value}, and not {value}"
            if (
                is_differentiated
                and result.gradient is not None
                and _outcome(result.gradient) != gradient
                and self.differs(operation, flavour, dtype, "gradient") is None
            ):
                yield f"{where}: gradient: is {result.gradient}, and not {gradient}"

    # ---- Masks and twins

    def mask(self, mask: MaskClaim, flavour: str) -> Faults:
        """A mask makes its witness finite where it says, no more, and leaves safe operands alone."""
        framework = self.catalog.frameworks[flavour.partition(".")[0]]
        if not runs(mask.flavours, flavour) or framework.name == "python":
            return
        try:
            program = expression(self.catalog, framework, mask.program)
            bare = expression(self.catalog, framework, _bare(mask))
        except ProgramError:
            return
        for dtype in [each for each in DTYPES if not mask.value or each in mask.value]:
            where = f"{mask.function} by {mask.by} [{flavour}, {dtype}]"
            for what in ("value", "gradient"):
                if what == "gradient" and framework.name not in DIFFERENTIABLE:
                    continue
                constants = mask.value if what == "value" else mask.gradient
                if dtype in constants or not mask.value:
                    text = _with(program, constants.get(dtype))
                    finite = self._finite(mask, flavour, text, dtype, what)
                    if finite is not None and finite is not (what in mask.protects):
                        yield f"{where}: mask: {text} at x = {mask.witness} has a {what} that is " + (
                            "finite" if finite else "not finite"
                        )
            if dtype in mask.too_small:
                text = _with(program, mask.too_small[dtype])
                found = [self._finite(mask, flavour, text, dtype, what) for what in mask.protects]
                if framework.name in DIFFERENTIABLE and found and all(each is True for each in found):
                    yield f"{where}: mask: {text} at x = {mask.witness} is finite with a constant said to be too small"
            text = _with(program, (mask.gradient or mask.value).get(dtype))
            safe = {"x": np.array(rounded(mask.safe, dtype))}
            masked = self.run("mask", where, flavour, text, safe, dtype)
            unmasked = self.run("mask", where, flavour, bare, safe, dtype)
            if masked is not None and unmasked is not None:
                tolerance = {"float16": 0.02, "bfloat16": 0.05}.get(dtype, 1e-4)
                if not np.allclose(masked.value, unmasked.value, rtol=tolerance, atol=tolerance):
                    yield f"{where}: mask: {text} is {masked.value} for safe operands, and not {unmasked.value}"

    def _finite(self, mask: MaskClaim, flavour: str, text: str, dtype: str, what: str) -> bool | None:
        operands = {"x": np.asarray(mask.witness, np.float64)}
        result = self.run("mask", text, flavour, text, operands, dtype, "x" if what == "gradient" else None)
        if result is None or (what == "gradient" and result.gradient is None):
            return None
        found = result.gradient if what == "gradient" and result.gradient is not None else result.value
        return bool(np.isfinite(found).all())

    def twin(self, twin: Twin, flavour: str) -> Faults:
        """A composition fails where its twin is finite, and both agree elsewhere."""
        framework = self.catalog.frameworks[flavour.partition(".")[0]]
        if not runs(twin.flavours, flavour) or framework.name == "python":
            return
        try:
            composition = expression(self.catalog, framework, twin.composition)
            stable = expression(self.catalog, framework, twin.twin)
        except ProgramError:
            return
        wrt = "x" if framework.name in DIFFERENTIABLE else None
        for dtype in ("float32", "float64"):
            where = f"{twin.composition} [{flavour}, {dtype}]: twin"
            at = {"x": np.asarray(twin.witness, np.float64)}
            bad = self.run("twin", where, flavour, composition, at, dtype, wrt)
            good = self.run("twin", where, flavour, stable, at, dtype, wrt)
            if bad is None or good is None:
                continue
            if _is_finite(bad):
                yield f"{where}: {composition} is finite at {twin.witness}"
            if not _is_finite(good):
                yield f"{where}: {stable} is {good.value}, its derivative {good.gradient} at {twin.witness}"
            safe = {"x": np.asarray(twin.safe, np.float64)}
            one = self.run("twin", where, flavour, composition, safe, dtype)
            other = self.run("twin", where, flavour, stable, safe, dtype)
            if one is not None and other is not None and not np.allclose(one.value, other.value, rtol=1e-3, atol=1e-4):
                yield f"{where}: {composition} is {one.value} for safe operands, {stable} is {other.value}"


def claims_nothing(operation: Operation) -> bool:
    """Say whether the range of an operation's result is everything, whatever it is given."""
    transfer = TRANSFERS[operation.function.transfer]
    some = {role: between(0.25, 0.5) for role in ("x", "y", "low", "high", "value")}
    result = transfer(Operands(some, Arithmetic(DType.FLOAT32), "oracle", (between(0.25, 0.5),)))
    return result.interval.is_everything


def _numbers(operands: Mapping[str, Operand], program: str) -> Iterator[tuple[str, float]]:
    for role, operand in operands.items():
        if f"{{{role}}}" in program and isinstance(operand, int | float):
            yield role, float(operand)


def _arrays(operands: Mapping[str, Operand], program: str) -> dict[str, Array]:
    arrays = {}
    for role, operand in operands.items():
        if f"{{{role}}}" in program:
            array = np.asarray(operand)
            arrays[role] = array.astype(np.float64) if array.size == 0 or array.dtype.kind == "f" else array
    return arrays


def _overflows(transfer: str, point: float, dtype: str) -> bool:
    if dtype not in NUMPY_DTYPES:
        return False
    operands = Operands({"x": exactly(point)}, Arithmetic(DType(dtype)), "oracle")
    return any(math.isinf(each.value) for each in TRANSFERS[transfer](operands).points)


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


def _outcome(values: Array) -> str:
    if np.isnan(values).any():
        return "nan"
    return "inf" if np.isinf(values).any() else "finite"


def _is_finite(result: Result) -> bool:
    gradient = result.gradient
    return bool(np.isfinite(result.value).all()) and (gradient is None or bool(np.isfinite(gradient).all()))


def _bare(mask: MaskClaim) -> str:
    """Return the operation that is masked, unmasked: the first operand of `divide` is 1."""
    return {"divide": "1 / x", "pow": "x ** -1"}.get(mask.function, f"{mask.function}(x)")


def _with(program: str, constant: float | None) -> str:
    """Return a program with its constant written in."""
    return program if constant is None else re.sub(r"\be\b", repr(constant), program)
