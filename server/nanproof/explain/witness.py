"""The line that a person can paste to see an operation fail."""

from __future__ import annotations

from collections.abc import Iterator

from nanproof.catalog import Domain, Operation
from nanproof.catalog.claims import Claims
from nanproof.catalog.program import ProgramError, call, gradient_line, line

Witness = tuple[str, str]


def witnesses(claims: Claims, operation: Operation) -> Iterator[Witness]:
    """Yield what a line shows and the line, for the value and for the derivative; both were run by the oracle."""
    function, framework = operation.function, operation.framework
    told = claims.call_of(operation.name)
    arguments = told.arguments if told is not None else ""
    heading = "see it guarded" if operation.guards else "see it"
    for operands, heading_of in ((function.witness, heading), (function.gradient_witness, "see its derivative")):
        if not operands or not framework.has_today(operation.name):
            continue
        try:
            program = call(operation, list(operands), arguments)
        except ProgramError:
            continue
        if operands is function.witness:
            yield heading_of, line(framework, program, operands)
        elif framework.gradient_of(function) not in (None, Domain()) and function.operand is not None:
            text = gradient_line(framework, program, operands, function.operand)
            if text is not None:
                yield heading_of, text
