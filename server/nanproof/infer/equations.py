"""The equation of `einsum`: which axes its operands have, and which are left.

`"bd,kd->bk"`, where each letter is an axis, or as einops writes it, `"batch d, key d -> batch key"`.
"""

from __future__ import annotations

from dataclasses import dataclass

from nanproof.infer.evaluator import Evaluator
from nanproof.infer.operands import Roles
from nanproof.infer.value import UNKNOWN, Text

_EQUATIONS = ("equation", "subscripts")
Axes = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Equation:
    """The axes of each operand, and those of the result."""

    operands: tuple[Axes, ...]
    output: Axes

    @property
    def squares(self) -> bool:
        """Whether products of what has the same axes are added up along one of them: `ij,ij->i`."""
        one, *others = self.operands
        return others == [one] and bool(set(one) - set(self.output))

    @property
    def adds_up(self) -> bool:
        """Whether one operand is added up along axes: `bcwh->bc`."""
        one, *others = self.operands
        return not others and set(self.output) < set(one) and len(set(one)) == len(one)

    @property
    def contracts(self) -> bool:
        """Whether products are added up over an axis that the first two operands have: `bd,kd->bk`."""
        one, *others = self.operands
        shared = set(one).intersection(*others[:1]) if others else set[str]()
        return any(each.isalpha() for each in shared - set(self.output))


def equation(evaluator: Evaluator, roles: Roles, count: int) -> Equation | None:
    """Return the equation that a call is told, None where it is told none of so many operands."""
    written = next((evaluator.argument(roles[name]) for name in _EQUATIONS if name in roles), UNKNOWN)
    inputs, _, output = (written.text if isinstance(written, Text) else "").partition("->")
    each = [*inputs.split(","), output]
    are_words = any(len(one.split()) > 1 for one in each)
    *operands, result = (tuple(one.split() if are_words else one.strip()) for one in each)
    return Equation(tuple(operands), result) if len(operands) == count else None
