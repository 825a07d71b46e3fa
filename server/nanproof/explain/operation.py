"""What the catalogue knows of one operation, as lines for people: `nanproof catalog` prints them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from nanproof.catalog import Catalog, Domain, Operation
from nanproof.catalog.claims import Case, Claims, MaskClaim, runs
from nanproof.catalog.model import all_reached
from nanproof.catalog.program import ProgramError, expression, shortened
from nanproof.explain.witness import witnesses
from nanproof.values.dtype import Arithmetic, DType
from nanproof.values.interval import number, shown
from nanproof.values.transfer.operands import Operands
from nanproof.values.transfer.registry import TRANSFERS

Fact = tuple[str, str]


def facts(catalog: Catalog, claims: Claims, operation: Operation) -> Iterator[Fact]:
    """Yield what is known, as pairs of a heading and a text of one or more lines."""
    function, framework = operation.function, operation.framework
    yield "is", f"{function.title} ({framework.title} {operation.kind})"
    if function.domain is not None:
        yield "finite for", described(function.domain, str(function.operand))
    if function.overflows:
        yield "finite for", f"{function.operand} up to a bound that the dtype sets; beyond it is Inf"
    slope = framework.gradient_of(function)
    if slope is not None:
        yield "derivative", f"finite for {described(slope, str(function.operand))}"
    elif function.domain is not None:
        yield "derivative", "finite where the value is"
    told = [sentence for sentence in (function.at_edge, function.outside, function.steep) if sentence]
    if told:
        yield "otherwise", "\n".join(told)
    yield "result", result_range(operation)
    for reach in all_reached(function, framework, framework.default_dtype):
        yield "reaches", f"{reach.value} {reach.when} ({framework.default_dtype})"
    if operation.guards:
        yield "guards", operation.guards
    yield from witnesses(claims, operation)
    yield from _claimed(catalog, claims, operation)
    if operation.aliases:
        yield "also", "\n".join(operation.aliases)


def _claimed(catalog: Catalog, claims: Claims, operation: Operation) -> Iterator[Fact]:
    name, framework = operation.function.name, operation.framework
    for mask in claims.masks_of(name):
        if runs(mask.flavours, framework.name):
            try:
                program, _ = shortened(framework, expression(catalog, framework, mask.program))
            except ProgramError:
                continue
            yield "mask", f"{program}\n{protection(mask)}"
    for twin in claims.twins_of(name):
        try:
            pair = [
                shortened(framework, expression(catalog, framework, text))[0] for text in (twin.composition, twin.twin)
            ]
        except ProgramError:
            continue
        if runs(twin.flavours, framework.name):
            yield "twin", f"{pair[0]}\nis better written {pair[1]}"
    for case in claims.cases_of(name):
        if runs(case.flavours, framework.name):
            yield "case", outcome(case, framework.name)
    for difference in claims.differences_of(name, operation.name):
        if runs(difference.flavours, framework.name):
            yield "differs", f"{difference.note} ({difference.what} becomes {difference.becomes})"


def described(domain: Domain, name: str) -> str:
    """Return a domain as people write it: `0 < x`, `-1 <= x <= 1`, `x other than 0`."""
    low = "" if domain.low == float("-inf") else f"{number(domain.low)} {'<' if domain.low_open else '<='} "
    high = "" if domain.high == float("inf") else f" {'<' if domain.high_open else '<='} {number(domain.high)}"
    if domain.poles:
        return f"every {name} but 0 and the negative integers"
    if domain.hole is not None:
        return f"every {name} but {number(domain.hole)}"
    return f"{low}{name}{high}" if low or high else f"every {name}"


def result_range(operation: Operation) -> str:
    """Return the values that a result can take, nothing being known of the operands."""
    dtype = DType(operation.framework.default_dtype)
    operands = Operands({}, Arithmetic(dtype, operation.framework.flushes_subnormals), "catalogue")
    result = TRANSFERS[operation.function.transfer](operands)
    return shown(result.interval)


def protection(mask: MaskClaim) -> str:
    """Say what a mask protects, and from which constant on."""
    protected = " and ".join(mask.protects)
    only = "protects the value, not the derivative" if mask.protects == ("value",) else f"protects {protected}"
    constants = "".join(f"; e >= {number(least)} in {dtype}" for dtype, least in (mask.gradient or mask.value).items())
    said = "; ".join(each for each in (mask.note, *map(_released, mask.versions)) if each)
    return only + constants + (f" ({said})" if said else "")


def _released(versions: str) -> str:
    """Say for which releases a claim is: `torch < 2.14`."""
    return versions.replace(">=", " >= ").replace("<", " < ")


def outcome(case: Case, framework: str) -> str:
    """Say what comes out of a case in a framework."""
    value, gradient = case.expected(framework)
    slope = f", its derivative {gradient}" if gradient is not None else ""
    return f"{_assigned(case.operands)}: the value is {value}{slope}" + (f" ({case.note})" if case.note else "")


def _assigned(operands: Mapping[str, object]) -> str:
    return ", ".join(f"{role} = {operand}" for role, operand in operands.items())
