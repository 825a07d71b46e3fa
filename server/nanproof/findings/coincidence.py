"""Values that are taken only where several things happen at once that have nothing to do with each other."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator
from math import inf

from nanproof.infer.producer import Producer
from nanproof.infer.value import Made, Number
from nanproof.values.ranges import Point
from nanproof.values.transfer.producers import TRAINED

_FARTHEST = 60
_WEIGHTS = frozenset({"parameter", "parameter_from_0"})
_DRAWN_WEIGHTS = frozenset({"parameter"})
NORMS = frozenset({"norm", "norm_by_hand", "norm_of_outputs"})
_NAMED_A_WEIGHT = re.compile(r"(?:^|[(.])(?:self\.)?(?:\w+_)?(?:filters?|kernels?|weights?(?:_v)?)(?=[.,) ]|$)")
_OF_ALL = ".global_norm"
_KEEPS_SMALL = frozenset({"abs", "relu", "softplus"})
_OUT_OF_REACH = frozenset({"softplus_by_hand"})  # for a weight; of something unknown -17 is nothing far
_WRITTEN_OUT = frozenset({"add", "exp", "negative"})
_MOST = 4.0 * TRAINED  # of what is added up of a few of them, a product of two is larger


def is_coincidence(operand: Number, point: Point) -> bool:
    """Say whether a point needs an odd input, a norm of exactly 0, and another value made of something else.

    What a norm is made of is no coincidence: the norm of what relu lets through is 0 because all of that is.
    """
    taken = dict(point.under)
    at_work = [each for each in operand.made if each.producer in taken and each.reaches(taken[each.producer])]
    if any(_is_assumed_of_another(operand, point, each, at_work) for each in at_work):
        return True
    others = [each for each in at_work if not each.function.degenerate]
    for odd in (each for each in at_work if each.function.degenerate and others):
        behind = _behind(operand, odd)
        if any(_is_apart(operand, odd, each, behind) for each in others):
            return True
    return False


def _is_assumed_of_another(operand: Number, point: Point, made: Made, at_work: list[Made]) -> bool:
    """Say whether a producer is assumed to be at an end, though its input is known to vary with another one at work.

    `a = relu(r - s)`, `b = relu(width - a)`: nothing is known of the width, and both are 0 only where that is.
    """
    if not any(symbol == (made.producer, "argument") for symbol, _ in point.under):
        return False
    others = {each.producer for each in at_work if each != made}
    behind = (known.direct for given in _inputs_of(operand, made) for known in _made_of(given))
    return any(direct is not None and direct.producer in others for direct in behind)


def is_norm_of_weights(operand: Number, made: Made) -> bool:
    """Say whether a norm is one of weights that do not begin at 0: no step of training makes a row of them 0.

    Of what nothing is known of, its name says so: `filters / norm(filters)`.
    """
    if made.function.name not in NORMS:
        return False
    given = next((each.made for each in _inputs_of(operand, made)), ())
    if given:
        return {each.function.name for each in given} <= _DRAWN_WEIGHTS
    return _NAMED_A_WEIGHT.search(made.place.text) is not None


def is_norm_of_all(operand: Number) -> bool:
    """Say whether an operand is the norm of all gradients, as optimizers clip them by: nobody differentiates that."""
    made = operand.computation
    return made is not None and made.operation is not None and made.operation.name.endswith(_OF_ALL)


def is_of_weights_alone(operand: Number, made: Made) -> bool:
    """Say whether a function is applied to a weight, or to a sum of a few: a rate or a schedule that is learned.

    A step of training moves each by its learning rate. What varies with the data is multiplied with weights, and as
    large as they make it.
    """
    if not made.function.far and made.function.name not in _OUT_OF_REACH:
        return False
    given = next((each for each in _inputs_of(operand, made) if each.made), None)
    if given is None:
        return False
    given = _inside(given)
    is_small = max((abs(each.value) for each in given.range.points), default=inf) <= _MOST
    names = {each.function.name for each in given.made}
    return is_small and bool(names & _WEIGHTS) and names <= _WEIGHTS | _KEEPS_SMALL


def _inside(given: Number) -> Number:
    """Return what a sigmoid or a softplus that is written out is computed of: v of `log(1 + exp(v))`."""
    while (made := given.computation) is not None and made.function.name in _WRITTEN_OUT:
        varying = [each for each in made.roles.values() if each.range.single is None]
        if len(varying) != 1:
            break
        given = varying[0]
    return given


def _inputs_of(operand: Number, made: Made) -> Iterator[Number]:
    """Yield what a producer is computed of, where it is found among what makes the operand."""
    for known in _made_of(operand):
        if known.direct is not None and known.direct.producer == made.producer and known.computation is not None:
            yield from known.computation.roles.values()


def _is_apart(operand: Number, odd: Made, other: Made, behind: frozenset[Producer]) -> bool:
    """Say whether neither of two producers is made of the other."""
    if other.producer in behind:
        return False
    return odd.producer not in _behind(operand, other)


def _behind(operand: Number, made: Made) -> frozenset[Producer]:
    """Return the producers that one is computed of: any, where it is not found among what makes the operand."""
    for known in _made_of(operand):
        if known.direct is not None and known.direct.producer == made.producer:
            inputs = known.computation.roles.values() if known.computation is not None else ()
            return frozenset(each.producer for given in inputs for each in given.made)
    return frozenset(each.producer for each in operand.made)


def _made_of(operand: Number) -> Iterator[Number]:
    """Yield an operand and what it is computed of, the nearest first, some of it at most."""
    waiting = deque([operand])
    for _ in range(_FARTHEST):
        if not waiting:
            return
        known = waiting.popleft()
        yield known
        waiting += known.computation.roles.values() if known.computation is not None else ()
