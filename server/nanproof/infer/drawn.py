"""What is drawn at random, and computed of nothing else: it is no variable, and hardly ever 0 all at once."""

from __future__ import annotations

from nanproof.infer.value import Number

_NUMBERED = frozenset({"arange", "linspace", "range"})
RANDOM = frozenset({"normal", "truncated_normal", "uniform"})
MOST_OPERANDS = 24


def is_drawn(number: Number) -> bool:
    """Say whether a number is made of random numbers and constants alone: nobody asks for its derivative.

    Of one that is computed of more than so many others that is not known.
    """
    waiting = [number]
    for _ in range(MOST_OPERANDS):
        each = waiting.pop()
        made = each.computation
        varying = [given for given in made.roles.values() if given.range.single is None] if made is not None else []
        is_random = each.direct is not None and all(one.function.name in RANDOM for one in each.made)
        if not (varying or is_random):
            return False
        waiting += varying  # a mean or a scale that is computed is differentiated
        if not waiting:
            return True
    return False


def is_apart_by_what_is_added(number: Number) -> bool:
    """Say whether what is drawn, or numbers, is added to something: no two elements of the sum are equal for long."""
    made = number.computation
    if made is None or made.function.name not in ("add", "subtract"):
        return False
    return any(is_drawn(each) or _is_numbered(each) for each in made.roles.values())


def _is_numbered(number: Number) -> bool:
    """Say whether a number is computed of numbered elements: `1e-4 * diag(arange(n))`."""
    waiting = [number]
    for _ in range(MOST_OPERANDS):
        if not waiting:
            return False
        each = waiting.pop()
        made = each.computation
        known = each.direct if made is None else made
        if known is not None and known.function.name in _NUMBERED:
            return True
        waiting += made.roles.values() if made is not None else ()
    return False
