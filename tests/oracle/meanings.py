"""Which operand is which: an operation computes what its function's formula says of the roles, number by number."""

from __future__ import annotations

import re
from ast import literal_eval
from collections.abc import Mapping

import numpy as np

from nanproof.catalog import Operation
from nanproof.catalog.program import ProgramError, call
from tests.oracle.flavours import Array, RefusedError
from tests.oracle.running import Faults, Oracle
from tests.oracle.samples import within
from tests.oracle.signatures import found

SHAPES = {"x": (4, 6), "y": (4, 6), "condition": (4, 6)}
MATRICES = {"x": (3, 3), "y": (3, 2)}
BOUNDS: Mapping[str, str] = {"low": "1.0", "high": "2.0"}
TELLING = frozenset({"x", "y", "low", "high", "condition"})
TOLERANCE = 1e-4
_WORD = re.compile(r"\b[a-z]+\b")


def meaning(oracle: Oracle, operation: Operation, flavour: str) -> Faults:
    """Each role is the operand that the formula, or the parameter's own name, says it is."""
    yield from _misnamed(oracle, operation)
    told = oracle.claims.meaning_of(operation.function.name, operation.name)
    if told is None or len(_roles(operation)) < 2:
        return
    where = f"{operation.name} [{flavour}]: roles"
    given = _roles(operation).intersection(_WORD.findall(told.formula))
    try:
        program = call(operation, sorted(given), told.arguments)
    except ProgramError as fault:
        yield f"{where}: {fault}"
        return
    writing = {**BOUNDS, **told.written}
    written = {role: np.asarray(literal_eval(writing[role])) for role in sorted(given.intersection(writing))}
    for role in written:
        program = program.replace(f"{{{role}}}", writing[role])
    fed = {role: _operand(role, operation) for role in sorted(given.difference(writing))}
    try:
        result = oracle.run("roles", operation.name, flavour, program, fed, "float64")
    except RefusedError as fault:
        yield f"{where}: {program} raised {fault}"
        return
    if result is None:
        yield f"{where}: {program} does not run in float64"
        return
    names = {"numpy": np, "scipy": found("scipy"), **fed, **written}
    expected = np.asarray(eval(told.formula, names)).reshape(-1)
    value = result.value[: expected.size]  # behind it stand residuals, ranks and the like
    if not np.allclose(value, expected, TOLERANCE, TOLERANCE, equal_nan=True):
        yield f"{where}: {program} is not {told.formula}: {value[:3]}, and not {expected[:3]}"


def is_told(oracle: Oracle, operation: Operation) -> bool:
    """Say whether something tells the roles of an operation apart: a formula, or names; or they may be exchanged."""
    parameters = [each for each in (*operation.parameters, *operation.call) if each.role in TELLING]
    unnamed = {each.role for each in parameters if each.name not in oracle.claims.named}
    if len(unnamed) < 2 or operation.function.name in oracle.claims.exchangeable:
        return True
    return oracle.claims.meaning_of(operation.function.name, operation.name) is not None


def _misnamed(oracle: Oracle, operation: Operation) -> Faults:
    if operation.function.name in oracle.claims.exchangeable:
        return
    for parameter in (*operation.parameters, *operation.call):
        role = oracle.claims.named.get(parameter.name)
        if role is not None and parameter.role in TELLING - {role}:
            yield f"{operation.name}: roles: `{parameter.name}` is {parameter.role}, and by its name {role}"


def _roles(operation: Operation) -> set[str]:
    return {each.role for each in (*operation.parameters, *operation.call)} & TELLING


def _operand(role: str, operation: Operation) -> Array:
    if role == "condition":
        alternating: Array = np.arange(24).reshape(SHAPES[role]) % 2 == 0
        return alternating
    if operation.function.name not in ("solve", "solve_or_nan"):
        return within(*{"x": (0.3, 3.0), "y": (0.4, 2.5)}[role], SHAPES[role], 1 if role == "x" else 2)
    given = within(0.4, 2.5, MATRICES[role], 1)
    if role == "y":
        return given
    lower: Array = np.tril(given) + 3 * np.eye(3)
    return lower
