"""Which program calls an operation, and what it is fed with."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import numpy as np

from nanproof.catalog import Catalog, Operation
from nanproof.catalog.claims import Call, Claims
from nanproof.catalog.program import call
from tests.oracle import samples
from tests.oracle.flavours import FLAVOURS_OF, Array, RefusedError, UnsupportedDTypeError, run

SHAPE = (4, 6)
# Operands that are written into the program rather than fed.
WRITTEN = {"low": "0", "high": "3", "axis": "-1", "shape": "(4, 6)", "value": "2", "depth": "4"}
# Roles that are given wherever an operation has them, and those that are given where it insists.
ALWAYS = ("x", "y", "condition", "like", "shape", "value", "target", "logits")
FED = ("x", "y", "condition", "target")
IF_NEEDED = ((), ("axis",), ("low", "high"), ("depth",))


@dataclass(frozen=True)
class Program:
    """A program, the shapes of its operands by role, and the bounds that are written into it."""

    text: str
    shapes: dict[str, tuple[int, ...]]
    written: frozenset[str]
    dtypes: tuple[str, ...] = ()
    within: tuple[float, float] | None = None


class Calls:
    """Finds the program of each operation, by the claims or by trying what the framework accepts."""

    def __init__(self, catalog: Catalog, claims: Claims) -> None:
        self.catalog = catalog
        self.claims = claims
        self.of = cache(self._of)

    def _of(self, operation: Operation) -> Program | str:
        """Return the program of an operation, or what keeps it from being called."""
        told = self.claims.call_of(operation.name)
        if told is not None and told.program:
            taken = [role for role in FED if f"{{{role}}}" in told.program]
            return Program(
                told.program, {r: told.shapes.get(r, SHAPE) for r in taken}, frozenset(), told.dtypes, told.within
            )
        roles = {each.role for each in (*operation.parameters, *operation.call)}
        refused = ""
        for needed in IF_NEEDED:
            if not roles.issuperset(needed):
                continue
            given = [role for role in (*ALWAYS, *needed) if role in roles]
            for program in self._written(operation, given, told):
                fault = _refusal(operation, program)
                if fault is None:
                    return program
                refused = refused or f"{program.text}: {fault}"
        return refused or "no program"

    def _written(self, operation: Operation, given: list[str], told: Call | None) -> Iterator[Program]:
        shapes = {} if told is None else told.shapes
        text = call(operation, given, "" if told is None else told.arguments)
        written = frozenset(role for role in given if role in WRITTEN)
        for role in written:
            text = text.replace(f"{{{role}}}", WRITTEN[role])
        shapes = {role: shapes.get(role, SHAPE) for role in given if role not in written}
        if "{x}" in text:
            shapes.setdefault("x", SHAPE if told is None else told.shapes.get("x", SHAPE))
        dtypes, within = ((), None) if told is None else (told.dtypes, told.within)
        yield Program(text, shapes, written, dtypes, within)
        if not shapes and operation.kind == "function":
            # Its first parameter plays no role, and is a tensor all the same.
            yield Program(text.replace("(", "({x}, ", 1).replace(", )", ")"), {"x": SHAPE}, written, dtypes, within)


def _refusal(operation: Operation, program: Program) -> str | None:
    """Run a program in the first flavour, and the dtype that all have; return what the framework has against it."""
    try:
        run(FLAVOURS_OF[operation.framework.name][0], program.text, fed(program, 0), "float64")
    except (RefusedError, UnsupportedDTypeError) as fault:
        return str(fault)
    return None


def fed(program: Program, seed: int, **intervals: tuple[float, float]) -> dict[str, Array]:
    """Return operands of a program from intervals by role."""
    operands: dict[str, Array] = {}
    for role, shape in program.shapes.items():
        if role == "condition":
            operands[role] = np.arange(int(np.prod(shape))).reshape(shape) % 2 == 0
            continue
        operands[role] = samples.within(*intervals.get(role, (0.25, 0.75)), shape, seed)
    return operands
