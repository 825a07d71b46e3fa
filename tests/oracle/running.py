"""A catalogue with its claims, and what is run for it: programs, cells, and the differences that were needed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import numpy as np

from nanproof.catalog import Catalog, Operation
from nanproof.catalog.claims import Claims
from nanproof.catalog.model import Operand
from nanproof.catalog.program import TENSORS, ProgramError, call, literal
from tests.oracle.calls import Calls
from tests.oracle.flavours import Array, RefusedError, Result, UnsupportedDTypeError, run

Faults = Iterator[str]
# Flavours that have derivatives.
DIFFERENTIABLE = ("tensorflow", "torch", "jax", "keras")
_NO_GRADIENT = re.compile(r"derivative|[Nn]o gradient|gradient registry|[Dd]ifferentiation rule|not differentiable")


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


def fed_operands(operands: Mapping[str, Operand], program: str) -> dict[str, Array]:
    """Return the operands that a program is fed with."""
    arrays = {}
    for role, operand in operands.items():
        if f"{{{role}}}" in program:
            array = np.asarray(operand)
            arrays[role] = array.astype(np.float64) if array.size == 0 or array.dtype.kind == "f" else array
    return arrays
