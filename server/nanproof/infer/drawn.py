"""What is drawn at random, and computed of nothing else: it is no variable, and hardly ever 0 all at once."""

from __future__ import annotations

from nanproof.infer.value import Number

RANDOM = frozenset({"normal", "truncated_normal", "uniform"})
DEEPEST = 12


def is_drawn(number: Number, depth: int = DEEPEST) -> bool:
    """Say whether a number is made of random numbers and constants alone: nobody asks for its derivative."""
    made = number.computation
    varying = [each for each in made.roles.values() if each.range.single is None] if made is not None else []
    if number.direct is not None and number.direct.function.name in RANDOM and not varying:
        return True
    # A mean or a scale that is computed is differentiated.
    return depth > 0 and bool(varying) and all(is_drawn(each, depth - 1) for each in varying)
