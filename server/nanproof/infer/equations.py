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
        match self.operands:
            case (one, other):
                return one == other and bool(set(one) - set(self.output))
            case _:
                return False

    @property
    def adds_up(self) -> bool:
        """Whether one operand is added up along axes: `bcwh->bc`."""
        match self.operands:
            case (one,):
                return set(self.output) < set(one) and len(set(one)) == len(one)
            case _:
                return False

    @property
    def contracts(self) -> bool:
        """Whether products are added up over an axis that both operands have: `bd,kd->bk`."""
        match self.operands:
            case (one, other):
                return any(each.isalpha() for each in set(one) & set(other) - set(self.output))
            case _:
                return False


_NONE = Equation((), ())


def equation(evaluator: Evaluator, roles: Roles, count: int) -> Equation:
    """Return the equation that a call of so many operands is told, one of none where it is told no such one."""
    written = next((evaluator.argument(roles[name]) for name in _EQUATIONS if name in roles), UNKNOWN)
    if not isinstance(written, Text):
        return _NONE
    inputs, _, output = written.text.partition("->")
    each = [*inputs.split(","), output]
    are_words = any(len(one.split()) > 1 for one in each)
    *operands, result = (tuple(one.split() if are_words else one.strip()) for one in each)
    return Equation(tuple(operands), result) if len(operands) == count else _NONE
