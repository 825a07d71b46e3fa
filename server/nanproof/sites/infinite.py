"""Products and differences in which an infinity meets what makes it NaN: `0 * inf`, `inf - inf`.

Only what may hold an infinity, by its words, is asked (`sites/spoken_of.py`).
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from enum import Enum

from tree_sitter import Node

from nanproof.catalog.model import Framework
from nanproof.infer.engine import Engine
from nanproof.infer.numbers import arithmetic_of
from nanproof.infer.pairwise import names_what_it_picks
from nanproof.infer.structure import behind, last_name
from nanproof.infer.value import UNKNOWN, Computation, Frame, Holder, Number
from nanproof.names.syntax import parent_of, required, text
from nanproof.sites.site import Site
from nanproof.sites.spoken_of import sides_of
from nanproof.source.document import Document
from nanproof.values.dtype import DType

RULES = frozenset({"NAN107"})
OPERATORS = frozenset({"*", "-", "+"})
_KEEPS = frozenset({"same", "cast", "detach", "negative"})
_PICKS = frozenset({"gather", "take_along_axis", "gather_nd", "batch_gather", "index_select", "take", "masked_select"})
TRIANGLES = frozenset({"triu", "tril", "band_part"})
_LOGARITHMS = frozenset({"log_softmax"})
_DEEPEST = 8
_ADDS = frozenset({"+", "+="})
_MOST_CASTS = 3
_LIMITS = {DType.FLOAT16: 6.0e4}
_LIMIT = 1.75e38  # two of these are beyond the smallest number of float32
_FILLS = frozenset({"where", "masked_fill", "constant"})


class Meets(Enum):
    """What an infinity meets: a number that is 0 at the same place, a mask of zeros and ones, or something unknown."""

    ZERO = "zero"
    MASK = "mask"
    UNKNOWN = "unknown"
    LIMIT = "another at the limit of the dtype"


@dataclass(frozen=True, slots=True)
class Meeting:
    """Where an infinity stands in a product or difference, and what it meets."""

    infinite: Node
    other: Node
    value: float
    meets: Meets


def site_of_product(document: Document, engine: Engine, node: Node) -> Site | None:
    """Return the site that a product or a difference is, None where no infinity meets anything in it."""
    frame = engine.around(document, node)
    found = next(_meetings(engine, frame, node), None)
    if found is None:
        return None
    value, made, meeting = found
    return site_at(document, engine, node, value, made.roles["x" if meeting.infinite == sides_of(node)[0] else "y"])


def site_at(document: Document, engine: Engine, node: Node, value: Number, infinite: Number) -> Site | None:
    """Return the site that a product, a sum or a difference is, of which one operand is infinite; None in NumPy."""
    made, framework = value.computation, value.framework or _assumed(document, engine)
    if made is None or framework is None or framework.name == "numpy":
        return None
    operand = replace(infinite, framework=framework, holder=Holder.TENSOR)
    callee = required(node, "function" if node.type == "call" else "operator")
    name = text(callee).rstrip("=").rpartition(".")[2]
    at = sides_of(node)[0 if infinite is made.roles["x"] else 1]
    frame = engine.around(document, node)
    return Site(document, engine, frame, name, made.function, framework, node, callee, at, operand, False, None, None)


def meeting_at(site: Site) -> Meeting | None:
    """Return what the infinity of a site meets; None where the question is cut short when it is asked again."""
    found = next(_meetings(site.engine, site.frame, site.node), None)
    return found[2] if found is not None else None


def _meetings(engine: Engine, frame: Frame, node: Node) -> Iterator[tuple[Number, Computation, Meeting]]:
    """Yield the result of a product or a difference, and what meets in it; nothing where no infinity meets anything."""
    sides = sides_of(node)
    value = engine.value(frame, node) if sides else UNKNOWN
    if not isinstance(value, Number) or value.computation is None or value.computation.function.rule not in RULES:
        return
    meeting = _meeting(engine, value, value.computation, sides)
    if meeting is not None and meeting.meets is Meets.UNKNOWN and _is_added_mask(engine, frame, node, meeting):
        meeting = replace(meeting, meets=Meets.MASK)
    if meeting is not None:
        yield value, value.computation, meeting


def _assumed(document: Document, engine: Engine) -> Framework | None:
    """Return the one framework with derivatives that a text names."""
    bindings = engine.modules.bindings(document)
    named = [each for each in engine.catalog.frameworks.values() if each.tensor is not None and each.name != "numpy"]
    found = [each for each in named if bindings.search(each.mention) is not None]
    return found[0] if found else None


def _meeting(engine: Engine, value: Number, made: Computation, sides: tuple[Node, ...]) -> Meeting | None:
    if not made.roles.keys() >= {"x", "y"}:
        return None
    x, y = made.roles["x"], made.roles["y"]
    if made.function.name == "add" and _is_at_limit(x) and _is_at_limit(y):
        return Meeting(sides[1], sides[0], -math.inf, Meets.LIMIT)
    for infinite, other, at, beside in ((y, x, sides[1], sides[0]), (x, y, sides[0], sides[1])):
        single = as_cast(value, infinite)
        if made.function.name == "multiply" and single is not None and math.isinf(single):
            meets = _met_by_constant(other)
            return Meeting(at, beside, single, meets) if meets is not None else None
    if _becomes(value, math.isnan) and not any(_becomes(each, math.isnan) for each in (x, y)):
        infinite = y if _takes_infinity(y) else x
        at, beside = (sides[1], sides[0]) if infinite is y else (sides[0], sides[1])
        return Meeting(at, beside, -math.inf, Meets.ZERO)
    for infinite, other, at, beside in ((y, x, sides[1], sides[0]), (x, y, sides[0], sides[1])):
        if made.function.name == "multiply" and _is_masked_logarithm(engine, infinite) and other.range.is_unknown:
            return Meeting(at, beside, -math.inf, Meets.UNKNOWN)
    return None


def as_cast(value: Number, factor: Number) -> float | None:
    """Return what a constant factor is once it was cast to the dtype of the product: of float16 -1e9 is -inf."""
    single, framework = factor.range.single, value.framework
    if single is None or factor.holder is not Holder.PYTHON or framework is None or not framework.casts_numbers:
        return single
    return arithmetic_of(value.dtype, value.holder, framework).round(single)


def _met_by_constant(other: Number) -> Meets | None:
    """Return what a factor of an infinite constant is: 0 at times, a mask, or unknown; None where it is not 0."""
    if other.holder is Holder.PYTHON:
        return None
    if any(each.value == 0 for each in other.range.points):
        return Meets.ZERO
    if other.traits & {"truth", "paired", "off the diagonal"} or _is_triangle(other) or _is_complement(other):
        return Meets.MASK
    return Meets.UNKNOWN if other.range.is_unknown and "chosen" not in other.traits else None


def _is_added_mask(engine: Engine, frame: Frame, product: Node, meeting: Meeting) -> bool:
    """Say whether a product with an infinity is added to something, and its factor was made a number of a mask.

    Where a factor is not 0 what it is added to is gone, and who masks does not mask everything.
    """
    above = parent_of(product)
    while above.type == "parenthesized_expression":
        above = parent_of(above)
    if text(above.child_by_field_name("operator")) not in _ADDS:
        return False
    factor = engine.value(frame, meeting.other)
    return isinstance(factor, Number) and any(
        each.computation is not None and each.computation.function.name == "cast"
        for each in behind([factor], _MOST_CASTS)
    )


def _is_triangle(number: Number) -> bool:
    made = number.computation
    return made is not None and last_name(made.operation) in TRIANGLES


def _is_complement(number: Number) -> bool:
    """Say whether a factor is `1 - m`."""
    made = number.computation
    return made is not None and made.function.name == "subtract" and made.roles["x"].range.single == 1


def _is_at_limit(number: Number, depth: int = _DEEPEST) -> bool:
    """Say whether a number is a mask that reaches down to the smallest number of its dtype, or one was added to it."""
    made, limit = number.computation, _LIMITS.get(number.dtype, _LIMIT)
    if number.holder is Holder.PYTHON or not depth:
        return False
    if made is None or made.function.name in _FILLS:
        return any(-math.inf < each.value <= -limit for each in number.range.points)
    if made.function.name == "multiply":
        single = next((each.range.single for each in made.roles.values() if each.range.single is not None), None)
        return single is not None and -math.inf < single <= -limit
    if made.function.name == "add":
        return any(_is_at_limit(each, depth - 1) for each in made.roles.values())
    return made.function.name in _KEEPS | {"pad"} and "x" in made.roles and _is_at_limit(made.roles["x"], depth - 1)


def _takes_infinity(number: Number) -> bool:
    return _becomes(number, math.isinf)


def _becomes(number: Number, is_it: Callable[[float], bool]) -> bool:
    """Say whether a number is infinite, or NaN, because logits are: what is made of 0 is told where it is."""
    return any(is_it(each.value) and any(taken == -math.inf for _, taken in each.under) for each in number.range.points)


def is_of_masked_logits(engine: Engine, number: Number) -> bool:
    """Say whether a number is masked logits, or a log softmax of them."""
    made = number.computation
    if made is not None and made.function.name in _FILLS:
        return any(each.value == -math.inf for each in number.range.points)
    return _is_masked_logarithm(engine, number)


def _is_masked_logarithm(engine: Engine, number: Number) -> bool:
    """Say whether a number is a log softmax of masked logits, as it was made: what is picked is seldom masked."""
    for _ in range(_DEEPEST):
        made = number.computation
        if made is None or _is_picked(engine, number):
            return False
        if made.function.name in _LOGARITHMS:
            return _takes_infinity(number)
        if made.function.name not in _KEEPS or last_name(made.operation) in _PICKS:
            return False
        number = made.roles.get("x", number)
    return False


def _is_picked(engine: Engine, number: Number) -> bool:
    """Say whether a number is the part of another that names pick, `logp[arange(n), actions]`, and no slices."""
    match engine.structure(number.term):
        case ("part" | "picked", int(), str() as index, *_):
            places = index.strip("[]").split(",")
            return any(":" not in each and names_what_it_picks(each) for each in places)
        case _:
            return False
