"""Products and differences in which an infinity meets what makes it NaN: `0 * inf`, `inf - inf`.

Only texts that speak of infinity, or of the limits of a dtype, are looked through for them.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from enum import Enum
from itertools import chain

from tree_sitter import Node

from nanproof.catalog.model import Framework
from nanproof.infer.engine import Engine
from nanproof.infer.numbers import arithmetic_of
from nanproof.infer.structure import last_name
from nanproof.infer.value import UNKNOWN, Computation, Frame, Holder, Number
from nanproof.names.bindings import word_starts
from nanproof.names.syntax import code_in, passed, required, text
from nanproof.sites.site import Site
from nanproof.source.document import Document
from nanproof.values.dtype import DType

RULES = frozenset({"NAN107"})
OPERATORS = frozenset({"*", "-", "+"})
# An infinity, or a number that is one in half precision: the words for it, and what longer words have in them.
_WORDS_OF_INFINITY = frozenset((b"inf", b"NINF", b"PINF", b"finfo", *(b"1e%d" % each for each in range(4, 100))))
_PARTS_OF_INFINITY = (b"infinity", b"Infinity")
_HOLDS = re.compile(rb"\s*\(?((?:(?:self\.)?\w+ *, *)*(?:self\.)?\w+)\)? *=(?!=)")
_SELF = frozenset({b"self"})
_INFINITY = re.compile(rb"\binf\b|\b[NP]INF\b|[Ii]nfinity")
_DEFINES = re.compile(rb"\s*(?:async\s+)?def\s+(\w+)")
_LIMIT_OF_DTYPE = b"finfo"
_WORDS = re.compile(rb"\w+")
_LOGS = frozenset({b"log_softmax", b"LogSoftmax"})
_KEEPS = frozenset({"same", "cast", "detach", "negative"})
_PICKS = frozenset({"gather", "take_along_axis", "gather_nd", "batch_gather", "index_select", "take", "masked_select"})
TRIANGLES = frozenset({"triu", "tril", "band_part"})
_LOGARITHMS = frozenset({"log_softmax"})
_DEEPEST = 8
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


def speaks_of_infinity(document: Document) -> bool:
    """Say whether a text may make an infinity of its own."""
    return _speaks(document.words, document.data)


def _is_spoken_of(node: Node) -> bool:
    written = text(node).encode()
    return _speaks(frozenset(_WORDS.findall(written)), written)


def _speaks(words: frozenset[bytes], data: bytes) -> bool:
    return not _WORDS_OF_INFINITY.isdisjoint(words) or any(each in data for each in _PARTS_OF_INFINITY)


def may_meet(document: Document) -> Callable[[Node], bool]:
    """Return what says of a product whether it is worth asking what meets in it: most are finite, as they stand."""
    functions = _functions(document)
    infinite = _names(document, _WORDS_OF_INFINITY, _PARTS_OF_INFINITY) | functions
    masks = _names(document, _WORDS_OF_INFINITY | infinite, _PARTS_OF_INFINITY) | functions
    logarithms = _names(document, frozenset(), tuple(_LOGS))

    def asks(node: Node) -> bool:
        words = [frozenset(_WORDS.findall(text(side).encode())) for side in _sides(node)]
        match text(node.child_by_field_name("operator")).rstrip("="):
            case "+":
                return all(not masks.isdisjoint(each) for each in words)
            case "*" if _is_spoken_of(node) or any(not infinite.isdisjoint(each) for each in words):
                return True
            case _:
                return any(not (logarithms | _LOGS).isdisjoint(each) for each in words)

    return asks


def _names(document: Document, words: frozenset[bytes], parts: tuple[bytes, ...]) -> frozenset[bytes]:
    """Return the names that are bound on lines on which one of some words stands, or a word with one of some parts.

    Looked for from the words: most lines of a long text are never read.
    """
    data, lines = document.data, document.lines
    places = (place for word in words & document.words for place in word_starts(word, data))
    found = {lines.line_at(place) for place in chain(places, *(_places(part, data) for part in parts))}
    held = (_HOLDS.match(data, lines.start(each), lines.end(each)) for each in found)
    return frozenset(name for each in held if each is not None for name in _WORDS.findall(each[1])) - _SELF


def _places(part: bytes, data: bytes) -> Iterator[int]:
    place = data.find(part)
    while place >= 0:
        yield place
        place = data.find(part, place + 1)


def _functions(document: Document) -> frozenset[bytes]:
    """Return the functions whose bodies mention the limit of a dtype: `def causal(n): return triu(full(.., min))`."""
    if _LIMIT_OF_DTYPE not in document.words:
        return frozenset()
    data, lines = document.data, document.lines
    heads = {lines.line_at(place) for place in word_starts(b"def", data)}
    matched = (_DEFINES.match(data, lines.start(each), lines.end(each)) for each in sorted(heads))
    defined = [each for each in matched if each is not None]
    starts = [each.start() for each in defined]
    inside = (bisect_right(starts, place) - 1 for place in word_starts(_LIMIT_OF_DTYPE, data))
    return frozenset(defined[each][1] for each in inside if each >= 0)


def site_of_product(document: Document, engine: Engine, node: Node) -> Site | None:
    """Return the site that a product or a difference is, None where no infinity meets anything in it."""
    frame = engine.around(document, node)
    found = next(_meetings(engine, frame, node), None)
    if found is None:
        return None
    value, made, meeting = found
    framework = value.framework or _assumed(document, engine)
    if framework is None or framework.name == "numpy":
        return None
    infinite = made.roles["x" if meeting.infinite == _sides(node)[0] else "y"]
    operand = replace(infinite, framework=framework, holder=Holder.TENSOR)
    callee = required(node, "function" if node.type == "call" else "operator")
    name = text(callee).rstrip("=").rpartition(".")[2]
    return Site(
        document,
        engine,
        frame,
        name,
        made.function,
        framework,
        node,
        callee,
        meeting.infinite,
        operand,
        False,
        None,
        None,
    )


def meeting_at(site: Site) -> Meeting | None:
    """Return what the infinity of a site meets; None where the question is cut short when it is asked again."""
    found = next(_meetings(site.engine, site.frame, site.node), None)
    return found[2] if found is not None else None


def _meetings(engine: Engine, frame: Frame, node: Node) -> Iterator[tuple[Number, Computation, Meeting]]:
    """Yield the result of a product or a difference, and what meets in it; nothing where no infinity meets anything."""
    sides = _sides(node)
    value = engine.value(frame, node) if sides else UNKNOWN
    if not isinstance(value, Number) or value.computation is None or value.computation.function.rule not in RULES:
        return
    meeting = _meeting(value, value.computation, sides)
    if meeting is not None:
        yield value, value.computation, meeting


def _sides(node: Node) -> tuple[Node, ...]:
    """Return the two operands of a product, a sum or a difference; nothing for what is written otherwise."""
    if node.type == "call":
        callee, given = required(node, "function"), code_in(node.child_by_field_name("arguments"))
        owner = callee.child_by_field_name("object")
        both = [*([owner] if owner is not None and len(given) == 1 else []), *given[:2]]
        return (passed(both[0]), passed(both[1])) if len(both) == 2 else ()
    if node.type not in ("binary_operator", "augmented_assignment"):
        return ()  # whoever points at an operator asks for its site, `-x` as well
    return required(node, "left"), required(node, "right")


def _assumed(document: Document, engine: Engine) -> Framework | None:
    """Return the one framework with derivatives that a text names."""
    bindings = engine.modules.bindings(document)
    named = [each for each in engine.catalog.frameworks.values() if each.tensor is not None and each.name != "numpy"]
    found = [each for each in named if bindings.search(each.mention) is not None]
    return found[0] if found else None


def _meeting(value: Number, made: Computation, sides: tuple[Node, ...]) -> Meeting | None:
    if not made.roles.keys() >= {"x", "y"}:
        return None
    x, y = made.roles["x"], made.roles["y"]
    if made.function.name == "add" and _is_at_limit(x) and _is_at_limit(y):
        return Meeting(sides[1], sides[0], -math.inf, Meets.LIMIT)
    for infinite, other, at, beside in ((y, x, sides[1], sides[0]), (x, y, sides[0], sides[1])):
        single = _as_cast(value, infinite)
        if made.function.name == "multiply" and single is not None and math.isinf(single):
            meets = _met_by_constant(other)
            return Meeting(at, beside, single, meets) if meets is not None else None
    if _becomes(value, math.isnan) and not any(_becomes(each, math.isnan) for each in (x, y)):
        infinite = y if _takes_infinity(y) else x
        at, beside = (sides[1], sides[0]) if infinite is y else (sides[0], sides[1])
        return Meeting(at, beside, -math.inf, Meets.ZERO)
    for infinite, other, at, beside in ((y, x, sides[1], sides[0]), (x, y, sides[0], sides[1])):
        if made.function.name == "multiply" and _is_masked_logarithm(infinite) and other.range.is_unknown:
            return Meeting(at, beside, -math.inf, Meets.UNKNOWN)
    return None


def _as_cast(value: Number, factor: Number) -> float | None:
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


def _is_masked_logarithm(number: Number) -> bool:
    """Say whether a number is a log softmax of masked logits, as it was made: what is picked is seldom masked."""
    for _ in range(_DEEPEST):
        made = number.computation
        if made is None:
            return False
        if made.function.name in _LOGARITHMS:
            return _takes_infinity(number)
        if made.function.name not in _KEEPS or last_name(made.operation) in _PICKS:
            return False
        number = made.roles.get("x", number)
    return False
