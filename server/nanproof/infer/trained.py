"""Whether a variable is trained as a weight is, and whether a derivative is differentiated again."""

from __future__ import annotations

import re
from collections.abc import Mapping

from nanproof.infer.evaluator import Evaluator
from nanproof.infer.value import UNKNOWN, Deferred, Number, Sequence, Value
from nanproof.source.place import Place

_SETS_WEIGHTS = re.compile(
    rb"\binit\.|\b_?(?:init|initiali[sz]e|reset)_(?:weights?|params?|parameters)\b|\.data\b"
    rb"|\.(?:uniform|normal|fill|copy|add|sub|mul|lerp)_\("
    rb"|\b\w+_\(\s*self\.|\bassign(?:_add|_sub)?\("
)


def is_differentiated_again(evaluator: Evaluator, roles: Mapping[str, Deferred | Value]) -> bool:
    """Say whether a derivative is part of a loss: a graph of it is asked for, or it is by what was computed.

    One by trained variables is a step of training, and nobody differentiates its norm. A second derivative is not 0
    where the first one is.
    """
    if _is_derivative(evaluator, roles.get("target")):
        return False
    asked = roles.get("create_graph")
    if asked is not None:
        told = evaluator.argument(asked)
        return isinstance(told, Number) and told.range.single == 1
    given = roles.get("sources")
    value = evaluator.argument(given) if given is not None else UNKNOWN
    sources = value.items if isinstance(value, Sequence) else (value,)
    return all(isinstance(each, Number) and each.computation is not None for each in sources)


def _is_derivative(evaluator: Evaluator, given: Deferred | Value | None) -> bool:
    value = evaluator.argument(given) if given is not None else UNKNOWN
    return isinstance(value, Number) and any(each.function.name == "derivative" for each in value.made)


def is_trained_weight(evaluator: Evaluator, roles: Mapping[str, Deferred | Value]) -> bool:
    """Say whether a variable may become as large as a weight does, of either sign.

    One that is not trained, or that starts from a positive number (a scale, a temperature, a learning rate), stays
    near it.
    """
    given, initial = roles.get("trainable"), roles.get("initial")
    trained = evaluator.argument(given) if given is not None else UNKNOWN
    if isinstance(trained, Number) and trained.range.single == 0:
        return False
    start = evaluator.argument(initial) if initial is not None else UNKNOWN
    return not (isinstance(start, Number) and _is_positive(start))


def starts_at_0(evaluator: Evaluator, roles: Mapping[str, Deferred | Value], where: Place) -> bool:
    """Say whether a trained variable is 0 before the first step: nothing in its file gives weights other values."""
    given = roles.get("initial")
    start = evaluator.argument(given) if given is not None else UNKNOWN
    if not isinstance(start, Number) or start.range.single != 0:
        return False
    return evaluator.modules.bindings(where.document).search(_SETS_WEIGHTS) is None


def is_weight(evaluator: Evaluator, roles: Mapping[str, Deferred | Value], numbers: dict[str, Number]) -> bool:
    """Say whether a tensor of known numbers is a weight: a gradient is asked for, and it starts not above 0."""
    asked = roles.get("requires_grad")
    told = evaluator.argument(asked) if asked is not None else UNKNOWN
    if not isinstance(told, Number) or told.range.single != 1:
        return False
    return any(each.range.points and not _is_positive(each) for each in numbers.values())


def _is_positive(number: Number) -> bool:
    """Say whether a number is positive, as far as is known: in the source, or by the default of a parameter."""
    return bool(number.range.points) and all(point.value > 0 and not point.under for point in number.range.points)
