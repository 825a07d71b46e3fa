"""Whether an operand is at a bound only where all elements are: a sum of what is clipped at 0, and not a clipped value.

That one element is clipped is what the clip is there for. That all of them are, or both of two, is merely possible.
"""

from __future__ import annotations

from nanproof.infer.value import Number
from nanproof.masks.before import LONGEST_WAY, constant

_REDUCES = frozenset({"sum", "mean", "max", "norm"})
_BOUNDS = frozenset({"clip", "maximum", "minimum"})


def is_area(operand: Number) -> bool:
    """Say whether an operand is the product of several clipped sides: the area of a box, which seldom has none.

    What two boxes share often has none, of which one takes a logarithm, and by which one does not divide.
    """
    made = operand.computation
    if made is None or "mask" not in operand.traits:
        return False
    varying = [each for each in made.roles.values() if constant(each) is None]
    is_of_several = made.function.name == "multiply" and len({each.term for each in varying}) > 1
    return made.function.name == "prod" or is_of_several


def is_added_up(operand: Number) -> bool:
    """Say whether an operand of which only a bound is known is a sum, or its like, of what the bound was put on."""
    if "mask" not in operand.traits:
        return False
    known, is_reduced = operand, False
    for _ in range(LONGEST_WAY):
        made = known.computation
        if made is None:
            return False
        if made.function.name in _BOUNDS:
            return is_reduced
        varying = [each for each in made.roles.values() if constant(each) is None]
        is_of_several = made.function.name == "add" and len({each.term for each in varying}) > 1
        is_reduced = is_reduced or is_of_several or made.function.name in _REDUCES
        known = next(iter(varying), known)  # what is constant throughout leads nowhere
    return False
