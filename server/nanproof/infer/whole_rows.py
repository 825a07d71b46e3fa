"""What is not 0 in all of a row at once: shares of a softmax, sigmoids, random numbers, norms.

A sum of such is not 0 because one of them may be.
"""

from __future__ import annotations

from dataclasses import replace

from nanproof.infer.evaluator import Evaluator
from nanproof.infer.own_elements import OWN_DIFFERENCE
from nanproof.infer.producer import Producer
from nanproof.infer.shares import OF_SOME
from nanproof.infer.structure import Origin, Roles
from nanproof.infer.value import Number
from nanproof.values.ranges import Point

_SHARES = frozenset({"softmax", "sigmoid", "uniform", "norm", "std", "var", "buffer", "arange", "linspace", "tally"})
_SHARES |= {
    OWN_DIFFERENCE,
    "normal",
    "min_max_scaled",
    "spread",
    "softmax_by_hand",
    "sigmoid_by_hand",
    "norm_by_hand",
    "norm_of_outputs",
    "norms_by_hand",
    "length_by_hand",
    "share_of_each_class",
    "joint_shares",
    "faded_count",
    "count_of_each_class",
}
_EXPONENTIATED = frozenset({"exp", "log_softmax"})  # a softmax as well: `log_softmax(z).exp()`
_PICKS = frozenset({"one_hot"})


def without_shares(_: Evaluator, result: Number, roles: Roles, __: Origin) -> Number | None:
    """Know that not all shares of a softmax are 0 at once, nor all sigmoids or all random numbers of a row.

    One that a one-hot vector picks out may be, and so may all that are left of a row.
    """
    if roles["x"].traits >= OF_SOME:
        return None
    shares = _shares(roles["x"])
    kept = tuple(point for point in result.range.points if not _is_of_shares(point, shares))
    if len(kept) == len(result.range.points):
        return None
    return replace(result, range=replace(result.range, points=kept))


def zeros_of_rows(number: Number) -> tuple[Point, ...]:
    """Return the points at which all of a row is 0 at once."""
    shares = _shares(number)
    return tuple(each for each in number.range.points if each.value == 0 and not _is_of_shares(each, shares))


def norm_of_shares(_: Evaluator, result: Number, roles: Roles, __: Origin) -> Number | None:
    """Know that a norm is 0 where all elements are, and that not all shares are."""
    inner, shares = roles["x"].range.points, _shares(roles["x"])
    if not any(_is_of_shares(point, shares) for point in inner):
        return None
    kept = tuple(point for point in result.range.points if not any(_is_of_shares(each, shares) for each in inner))
    return replace(result, range=replace(result.range, points=kept))


def _shares(number: Number) -> frozenset[Producer]:
    """Return what made values of which not all are 0 at once: a softmax, a norm that is written by hand."""
    return frozenset(each.producer for each in number.made if each.function.name in _SHARES)


def _is_of_shares(point: Point, shares: frozenset[Producer]) -> bool:
    made = {symbol for symbol, _ in point.under if isinstance(symbol, Producer)}
    named = {symbol.function for symbol in made}
    is_share = bool(made & shares or named & _SHARES) or named >= _EXPONENTIATED
    return point.value == 0 and is_share and not named & _PICKS
