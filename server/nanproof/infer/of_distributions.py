"""What a distribution has of its parameters: `probs` of the logits that it was given, and the logarithms of those."""

from __future__ import annotations

from nanproof.infer.evaluator import Evaluator
from nanproof.infer.value import UNKNOWN, Arguments, Layer, Number, Reference

_PROBABILITIES, _LOGITS = "probs", "logits"
_OVER_CLASSES = "softmax"


def of_distribution(evaluator: Evaluator, distribution: Layer, name: str) -> Number | None:
    """Return the attribute of a distribution, None where nothing is known of it."""
    if name == _PROBABILITIES:
        return _probabilities(evaluator, distribution)
    return _log_probabilities(evaluator, distribution) if name == _LOGITS else None


def _probabilities(evaluator: Evaluator, distribution: Layer) -> Number | None:
    """Return the `probs` of a distribution that was given logits, or a softmax, which it divides by its sum."""
    operation, given = distribution.operation, distribution.arguments
    by = operation.framework.probabilities.get(operation.name)
    logits = dict(given.keyword).get(_LOGITS)
    if by is None:
        return None
    if logits is not None:
        known = evaluator.called(Reference(by), Arguments((logits,), ()), distribution.place, ())
    else:
        probabilities = dict(given.keyword).get(_PROBABILITIES, next(iter(given.positional), UNKNOWN))
        known = evaluator.argument(probabilities)
    return known if isinstance(known, Number) and known.made else None


def _log_probabilities(evaluator: Evaluator, distribution: Layer) -> Number | None:
    """Return the `logits` of a distribution over classes that was given some: it makes them a log softmax."""
    operation, logits = distribution.operation, dict(distribution.arguments.keyword).get(_LOGITS)
    by = evaluator.catalog.operation(operation.framework.probabilities.get(operation.name, ""))
    twin = operation.framework.twins.get(f"log_{by.function.name}") if by is not None else None
    if logits is None or by is None or by.function.name != _OVER_CLASSES or twin is None:
        return None
    known = evaluator.called(Reference(twin), Arguments((logits,), ()), distribution.place, ())
    return known if isinstance(known, Number) else None
