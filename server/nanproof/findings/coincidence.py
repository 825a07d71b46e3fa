"""Values that are taken only where several things happen at once that have nothing to do with each other."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator

from nanproof.infer.producer import Producer
from nanproof.infer.value import Made, Number
from nanproof.values.ranges import Point
from nanproof.values.transfer.producers import TRAINED

_FARTHEST = 60
_PRODUCT = "multiply"
_WEIGHTS = frozenset({"parameter", "parameter_from_0"})
_KEEPS_SMALL = frozenset({"abs", "relu", "softplus"})
_MOST = 4.0 * TRAINED  # of what is added up of a few of them, a product of two is larger


def is_coincidence(operand: Number, point: Point) -> bool:
    """Say whether a point needs an odd input, a norm of exactly 0, and another value made of something else.

    What a norm is made of is no coincidence: the norm of what relu lets through is 0 because all of that is. Nor are
    two factors that are 0, of which one is enough.
    """
    taken = dict(point.under)
    at_work = [each for each in operand.made if each.producer in taken and each.reaches(taken[each.producer])]
    others = [each for each in at_work if not each.function.degenerate]
    for odd in (each for each in at_work if each.function.degenerate and others):
        behind = _behind(operand, odd)
        if behind is not None and any(_is_apart(operand, odd, each, behind) for each in others):
            return not _has_two_factors_of_0(operand, point)
    return False


def is_of_weights_alone(operand: Number, made: Made) -> bool:
    """Say whether a function is applied to a weight, or to a sum of a few: a rate or a schedule that is learned.

    A step of training moves each by its learning rate. What varies with the data is multiplied with weights, and as
    large as they make it.
    """
    given = next((each for each in _inputs_of(operand, made) if each.made), None)
    if given is None or not given.range.points:
        return False
    is_small = all(abs(each.value) <= _MOST for each in given.range.points)
    names = {each.function.name for each in given.made}
    return is_small and bool(names & _WEIGHTS) and names <= _WEIGHTS | _KEEPS_SMALL


def _inputs_of(operand: Number, made: Made) -> Iterator[Number]:
    """Yield what a producer is computed of, where it is found among what makes the operand."""
    for known in _made_of(operand):
        if known.direct is not None and known.direct.producer == made.producer and known.computation is not None:
            yield from known.computation.roles.values()


def _has_two_factors_of_0(operand: Number, point: Point) -> bool:
    """Say whether a product stands on the way of which both factors are 0 in the case of a point."""
    made = (each.computation for each in _made_of(operand))
    products = (each for each in made if each is not None and each.function.name == _PRODUCT)
    return any(all(_is_0_in(factor, point) for factor in each.roles.values()) for each in products)


def _is_0_in(factor: Number, point: Point) -> bool:
    return any(each.value == 0 and each.under and each.holds_for(point) for each in factor.range.points)


def _is_apart(operand: Number, odd: Made, other: Made, behind: frozenset[Producer]) -> bool:
    """Say whether neither of two producers is made of the other."""
    if other.producer in behind:
        return False
    of_other = _behind(operand, other)
    return of_other is not None and odd.producer not in of_other


def _behind(operand: Number, made: Made) -> frozenset[Producer] | None:
    """Return the producers that one is computed of, None where it is not found among what makes the operand."""
    for known in _made_of(operand):
        if known.direct is not None and known.direct.producer == made.producer:
            inputs = known.computation.roles.values() if known.computation is not None else ()
            return frozenset(each.producer for given in inputs for each in given.made)
    return None


def _made_of(operand: Number) -> Iterator[Number]:
    """Yield an operand and what it is computed of, the nearest first, some of it at most."""
    waiting = deque([operand])
    for _ in range(_FARTHEST):
        if not waiting:
            return
        known = waiting.popleft()
        yield known
        waiting += known.computation.roles.values() if known.computation is not None else ()
