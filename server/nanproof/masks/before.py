"""The masks that stand on the way of an operand, and why they let an invalid value through.

The way is followed backwards from the operation, through what changes a value by constants: `1 - p`, `p + 1e-8`, a
clip, a cast. It ends at the producer.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from nanproof.catalog.model import Framework
from nanproof.infer.engine import Engine
from nanproof.infer.numbers import arithmetic_of
from nanproof.infer.parts import part
from nanproof.infer.value import Computation, Holder, Number
from nanproof.names.syntax import text
from nanproof.source.quoting import abridged, code, one_line, sum_or_code
from nanproof.values.ranges import Point

LARGEST_EPSILON = 1e-2  # a constant that is added and larger than this is no mask, but part of the formula
LONGEST_WAY = 12
LONGEST_NAME = 20  # of a number that a message names

_OFFSETS = frozenset({"add", "subtract"})
_BOUNDS = frozenset({"clip", "maximum", "minimum"})
_REPLACES = "nan_to_num"
_FOLLOWED = _OFFSETS | _BOUNDS | {_REPLACES, "multiply", "negative", "same", "cast", "tensor"}


@dataclass(frozen=True, slots=True)
class Masking:
    """A mask: the number that it leaves, the operation that it is, and the number that it was to mask.

    The mask of a constant, `1e-10 + 1`, has no `inner` number.
    """

    result: Number
    computation: Computation
    inner: Number | None

    @property
    def is_offset(self) -> bool:
        """Say whether the mask is an epsilon that is added or subtracted."""
        return self.computation.function.name in _OFFSETS

    @property
    def epsilon_role(self) -> str:
        """The operand that is the epsilon: the smaller of two constants, or the one that is constant."""
        roles = self.computation.roles
        if self.inner is None:
            return min(("x", "y"), key=lambda role: abs(constant(roles[role]) or 0.0))
        return "y" if roles["x"] is self.inner else "x"

    @property
    def epsilon(self) -> float:
        """The constant that is added or subtracted."""
        return constant(self.computation.roles[self.epsilon_role]) or 0.0

    def bound(self, side: str) -> tuple[str, float] | None:
        """Return the role and the value of the bound on a side, `low` or `high`; None where there is none."""
        roles, name = self.computation.roles, self.computation.function.name
        if name == "clip":
            value = constant(roles[side]) if side in roles else None
            return (side, value) if value is not None else None
        if name != {"low": "maximum", "high": "minimum"}[side]:
            return None
        return self.epsilon_role, self.epsilon

    @property
    def is_half_line(self) -> bool:
        """Say whether the mask only bounds by 0, as a ReLU does that is written by hand."""
        found = self.bound("low")
        return found is not None and found[1] == 0 and self.bound("high") is None

    @property
    def written(self) -> str:
        """The mask as it stands in the source, on one line."""
        return one_line(self.computation.where.text)


def constant(known: Number) -> float | None:
    """Return the number that a constant is; of a parameter's few values the smallest."""
    values = [point.value for point in known.range.points if not point.under]
    is_constant = bool(values) and len(values) == len(known.range.points)
    return min(values) if is_constant and (known.holder is Holder.PYTHON or len(values) == 1) else None


def masks_of(operand: Number) -> Iterator[Masking]:
    """Yield the masks on the way of an operand, the last first."""
    known = operand
    for _ in range(LONGEST_WAY):
        computation = known.computation
        if computation is None or computation.function.name not in _FOLLOWED:
            return
        inner = _inner(computation)
        if inner is None:
            return
        yield from _folded(computation)
        if _is_mask(computation):
            yield Masking(known, computation, inner)
        known = inner


def _inner(computation: Computation) -> Number | None:
    """Return the only operand that is no constant."""
    candidates = [computation.roles[role] for role in ("x", "y") if role in computation.roles]
    varying = [each for each in candidates if constant(each) is None]
    return varying[0] if len(varying) == 1 else None


def _is_mask(computation: Computation) -> bool:
    name, roles = computation.function.name, computation.roles
    if name == _REPLACES:
        return True
    if name in _BOUNDS:
        return any(constant(each) is not None for each in roles.values())
    if name == "add":
        return any(_is_epsilon(constant(each)) for each in roles.values())
    return name == "subtract" and _is_epsilon(constant(roles["y"]))


def _folded(computation: Computation) -> Iterator[Masking]:
    """Yield the mask that a constant hides: Python adds `1e-10 + 1` before the tensor sees it."""
    if computation.function.name not in _OFFSETS:
        return
    for operand in computation.roles.values():
        inside = operand.computation
        if operand.holder is not Holder.PYTHON or inside is None or inside.function.name != "add":
            continue
        terms = [constant(each) for each in inside.roles.values()]
        if None not in terms and any(_is_epsilon(term) for term in terms):
            yield Masking(operand, inside, None)


def _is_epsilon(value: float | None) -> bool:
    return value is not None and 0 < value <= LARGEST_EPSILON


def value_at(known: Number, point: Point) -> float | None:
    """Return the value that a number on the way takes in the case in which a point is taken."""
    return next((each.value for each in known.range.points if each.holds_for(point)), None)


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a mask does nothing, and what to do about it; `aside` is what is said of it further down."""

    reason: str
    remedy: str
    aside: str = ""


LARGER, SMALLER = "take a larger one", "take a smaller one"


def in_vain(engine: Engine, masking: Masking, operand: Number, point: Point) -> Failure | None:
    """Say why a mask does not keep an operand from an invalid value, None where it was not made against it."""
    if masking.inner is None:
        return _lost_in_constant(masking, operand)
    before, after = value_at(masking.inner, point), value_at(masking.result, point)
    if masking.is_offset:
        return _lost_offset(engine, masking, before, after)
    return _lost_bound(engine, masking, operand, after)


def _lost_in_constant(masking: Masking, operand: Number) -> Failure | None:
    other = constant(masking.computation.roles["y" if masking.epsilon_role == "x" else "x"]) or 0.0
    rounded = arithmetic_of(operand.dtype, operand.holder, operand.framework).round
    if rounded(other + masking.epsilon) != rounded(other):
        return None
    swallowed = f"{short(other)} + {short(masking.epsilon)} is exactly {short(rounded(other))} in {operand.dtype.value}"
    return Failure(swallowed, "add it last")


def _lost_offset(engine: Engine, masking: Masking, before: float | None, after: float | None) -> Failure | None:
    result, role, epsilon = masking.result, masking.epsilon_role, masking.epsilon
    if before is None or before < 0:
        return None  # an epsilon is no mask against negative numbers
    dtype = result.dtype.value
    rounded = arithmetic_of(result.dtype, result.holder, result.framework).round
    if rounded(epsilon) == 0:
        return Failure(f"{named(engine, masking, role, epsilon)} is 0 in {dtype}", LARGER, _flushed(result, epsilon))
    sign = "+" if masking.computation.function.name == "add" else "-"
    if after == rounded(before):
        return Failure(f"{short(before)} {sign} {short(epsilon)} is exactly {short(before)} in {dtype}", LARGER)
    if sign == "-":
        return Failure(f"it moves {short(before)} the wrong way, to {short(after or 0.0)}", "add it")
    return Failure(f"it keeps away from 0, and not from {short(before)}", "clip both ends") if before != 0 else None


def _lost_bound(engine: Engine, masking: Masking, operand: Number, after: float | None) -> Failure | None:
    result = masking.result
    if after is None:
        return None
    for side, name in (("low", "lower"), ("high", "upper")):
        found = masking.bound(side)
        if found is None or _rounded(result, found[1]) != after:
            continue
        role, bound = found
        remedy = LARGER if side == "low" else SMALLER
        # A cast that stands between them may lose what the mask itself keeps.
        held = operand if _rounded(operand, after) != after else result
        if (kept := _rounded(held, bound)) != bound:
            written = named(engine, masking, role, bound)
            lost = _flushed(held, bound) if kept == 0 else ""
            return Failure(f"its {name} bound {written} is {short(kept)} in {held.dtype.value}", remedy, lost)
        return Failure(f"its {name} bound {short(bound)} is let through", remedy)
    return Failure(f"it lets {short(after)} through", "mask that too")


def _rounded(held: Number, value: float) -> float:
    return arithmetic_of(held.dtype, held.holder, held.framework).round(value)


def _flushed(known: Number, value: float) -> str:
    """Say that it is the framework, and not the dtype, that makes 0 of a number that small."""
    match known.framework:
        case Framework(flushes_subnormals=True, title=title):
            kept = arithmetic_of(known.dtype, known.holder, None).round(value)
            return f"; {title} flushes numbers this small to 0" if kept != 0 else ""
        case _:
            return ""


def named(engine: Engine, masking: Masking, role: str, value: float) -> str:
    """Write a constant as the source does, and its value where the source gives it a name."""
    node = part(engine, masking.computation, role)
    if node is None:
        return short(value)
    written = abridged(text(node), LONGEST_NAME)
    is_named = node.type in ("identifier", "attribute", "call", "subscript")
    return f"{code(written)} ({value:.9g})" if is_named else sum_or_code(written)


def short(value: float) -> str:
    """Write a number as people do: `1`, `1e-8`."""
    return f"{value:g}".replace("e-0", "e-").replace("e+0", "e")
