"""Rows of padding, which are 0 throughout: `h * keep[..., None]`, and the row of `nn.Embedding(n, d, padding_idx=0)`.

Each batch of sequences of several lengths has some. Their norm is 0, along the axis that the mask is spread over.
"""

from __future__ import annotations

import re

from nanproof.infer.evaluator import Evaluator
from nanproof.infer.selected import is_truth
from nanproof.infer.structure import Origin, Roles, is_square, last_name, producing, uncast
from nanproof.infer.value import Computation, Number
from nanproof.source.place import Place

PADDED = "padded_embedding"
_NORM = "norm_of_padding"
_BY_HAND = "length_of_padding"
_LAST = re.compile(r"(?:dim|axis)\s*=\s*-1\b|[(,]\s*-1\s*[,)]")
_NEW_LAST = re.compile(r",\s*(?:None|(?:\w+\.)?newaxis)\s*\]$|[(,=]\s*-1\s*\)$")
_SPREADS = frozenset({"unsqueeze", "expand_dims"})
_KEPT = frozenset({"same", "cast"})
_DEEPEST = 8


def norm_of_padding(evaluator: Evaluator, result: Number, roles: Roles, origin: Origin) -> Number | None:
    """Return the norm of rows of which some are padding."""
    if not _is_along_last(origin.where) or not _has_rows_of_0(evaluator, roles["x"]):
        return None
    return producing(evaluator, result, _NORM, (0.0,), origin)


def root_of_padding(evaluator: Evaluator, result: Number, roles: Roles, origin: Origin) -> Number | None:
    """Return a norm that is written by hand, `sqrt(sum(h ** 2, -1))`, of rows of which some are padding."""
    summed = uncast(roles["x"]).computation
    if summed is None or summed.function.name != "sum" or not _is_along_last(summed.where):
        return None
    match uncast(summed.roles["x"]).computation:
        case Computation(roles={"x": rows}) if is_square(evaluator, summed.roles["x"].term):
            is_padded = _has_rows_of_0(evaluator, rows)
        case _:
            return None
    return producing(evaluator, result, _BY_HAND, (0.0,), origin) if is_padded else None


def _is_along_last(where: Place) -> bool:
    return _LAST.search(where.text) is not None


def _has_rows_of_0(evaluator: Evaluator, number: Number) -> bool:
    if number.direct is not None and number.direct.function.name == PADDED:
        return True
    made = uncast(number).computation
    if made is None or made.function.name != "multiply":
        return False
    return any(is_truth(each) and _is_spread(evaluator, each) for each in made.roles.values())


def _is_spread(evaluator: Evaluator, number: Number, depth: int = _DEEPEST) -> bool:
    """Say whether what a comparison gives of each row stands for all of the row: `keep[..., None]`."""
    match evaluator.structure(number.term):
        case ("part", int(), str() as index):
            return _NEW_LAST.search(index) is not None
        case _:
            made = number.computation
    if not depth or made is None or made.function.name not in _KEPT:
        return False
    if last_name(made.operation) in _SPREADS:
        return _NEW_LAST.search(made.where.text) is not None
    return _is_spread(evaluator, made.roles["x"], depth - 1)
