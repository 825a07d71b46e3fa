"""The structure of terms: which operation made a number, of which operands, whatever its shape was made since."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from nanproof.catalog.model import Function, Operation
from nanproof.infer.evaluator import Evaluator
from nanproof.infer.producer import Producer
from nanproof.infer.value import Made, Number
from nanproof.source.place import Place
from nanproof.values.interval import Interval, within
from nanproof.values.ranges import Point, Range

Roles = Mapping[str, Number]
Relation = Callable[[Evaluator, Number, Roles, "Origin"], Number | None]

# Operations through which a number stays what it is.
_KEPT = frozenset({"same", "cast", "detach", "tensor"})
DEEPEST_STRUCTURE = 12  # sums of more terms than this are not looked through


@dataclass(frozen=True, slots=True)
class Origin:
    """The evaluation that a relation is looked for in, and the operation that is called there."""

    producer: Producer
    where: Place
    operation: Operation | None = None


def essence(evaluator: Evaluator, term: int) -> int:
    """Return the term of what a number is, through reshapes, casts and their kind."""
    structure = evaluator.structure(term)
    while structure and structure[0] in _KEPT:
        term = operand(structure)
        structure = evaluator.structure(term)
    return term


def uncast(number: Number) -> Number:
    """Return the number that was cast, or passed on, to give a number; itself where it was not."""
    made = number.computation
    while made is not None and made.function.name in ("same", "cast"):
        number = made.roles["x"]
        made = number.computation
    return number


def behind(inputs: Iterable[Number], most: int) -> Iterator[Number]:
    """Yield what something is computed of, and what that is computed of, so many at most, the latest found first."""
    waiting = list(inputs)
    for _ in range(most):
        if not waiting:
            return
        each = waiting.pop()
        yield each
        waiting += each.computation.roles.values() if each.computation is not None else ()


def name_of(structure: tuple[object, ...]) -> object:
    """Return the operation of a structure, None where nothing is known of it."""
    return structure[0] if structure else None


def operand(structure: tuple[object, ...], role: str = "x") -> int:
    """Return the term of an operand of a structure, 0 where it has none."""
    operands = structure[1] if len(structure) == 2 and isinstance(structure[1], tuple) else ()
    return next((term for name, term in operands if name == role), 0)


def part_of(structure: tuple[object, ...]) -> tuple[int, str] | None:
    """Return the term that a structure is a part of, and how the index is written; None of what is no part."""
    match structure:
        case ("part" | "picked", int() as whole, str() as index, *_):
            return whole, index
        case _:
            return None


def reduced(evaluator: Evaluator, number: Number, names: frozenset[str]) -> int:
    """Return the term whose reduction a number is; 0 where it is none."""
    structure = evaluator.structure(essence(evaluator, number.term))
    return operand(structure) if structure and structure[0] in names else 0


def constant(evaluator: Evaluator, term: int) -> float | None:
    """Return the number that a term stands for in the source, None where it is no literal."""
    structure = evaluator.structure(essence(evaluator, term))
    if structure and structure[0] == "negative":
        negated = constant(evaluator, operand(structure))
        return -negated if negated is not None else None
    value = structure[1] if len(structure) == 2 and structure[0] == "constant" else None
    return value if isinstance(value, float) else None


def is_square(evaluator: Evaluator, term: int) -> bool:
    """Say whether a term is a square: `square(x)`, `x * x`, `x ** 2`, or the sum of two squares."""
    structure = evaluator.structure(essence(evaluator, term))
    match name_of(structure):
        case "square" | "squared_difference":
            return True
        case "multiply":
            x, y = essence(evaluator, operand(structure)), essence(evaluator, operand(structure, "y"))
            return x == y
        case "pow":
            return constant(evaluator, operand(structure, "y")) == 2.0
        case "add":
            return all(is_square(evaluator, operand(structure, role)) for role in ("x", "y"))
        case _:
            return False


def last_name(operation: Operation | None) -> str:
    """Return what an operation is called in its module, nothing for an operator."""
    return operation.name.rpartition(".")[2] if operation is not None else ""


def made_by(evaluator: Evaluator, term: int) -> str | None:
    """Return the function that made the values of a term, None where it is no producer's."""
    structure = evaluator.structure(essence(evaluator, term))
    producer = structure[1] if len(structure) == 2 and structure[0] == "made" else None
    return producer.function if isinstance(producer, Producer) else None


def summands(
    evaluator: Evaluator, term: int, sign: int = 1, depth: int = DEEPEST_STRUCTURE
) -> Iterator[tuple[int, int]]:
    """Yield the terms that a sum is made of, each with its sign; constant factors are looked through."""
    structure = evaluator.structure(essence(evaluator, term))
    name = structure[0] if structure and depth > 0 else None
    match name:
        case "add" | "subtract":
            yield from summands(evaluator, operand(structure), sign, depth - 1)
            other = -sign if name == "subtract" else sign
            yield from summands(evaluator, operand(structure, "y"), other, depth - 1)
        case "negative":
            yield from summands(evaluator, operand(structure), -sign, depth - 1)
        case "multiply":
            x, y = operand(structure), operand(structure, "y")
            factor = constant(evaluator, x)
            scale, scaled = (constant(evaluator, y), x) if factor is None else (factor, y)
            if scale is None:
                yield sign, essence(evaluator, term)
            else:
                yield from summands(evaluator, scaled, -sign if scale < 0 else sign, depth - 1)
        case _:
            yield sign, essence(evaluator, term)


def narrowed(number: Number, low: float, high: float, points: tuple[Point, ...] | None = None) -> Number:
    """Return a number that is known not to leave [low, high]; `points` replace its own."""
    interval = number.range.interval.meet(Interval(low, high)) or Interval(low, high)
    kept = tuple(point for point in number.range.points if interval.contains(point.value))
    return replace(number, range=Range(interval, kept if points is None else points, number.range.may_be_nan))


def with_trait(number: Number, trait: str) -> Number:
    """Return a number of which something more is known."""
    return replace(number, traits=number.traits | {trait})


def producing(evaluator: Evaluator, result: Number, name: str, values: tuple[float, ...], origin: Origin) -> Number:
    """Return a result as what its operands make of it: a producer of its own, which takes some values."""
    if result.framework is None:
        return result
    function: Function = evaluator.catalog.functions[name]
    own = Made(origin.producer, function, result.framework, result.dtype, origin.where)
    points = tuple(Point(value, ((origin.producer, value),)) for value in values)
    made = Range(result.range.interval, points, result.range.may_be_nan)
    return replace(result, range=made, made=(own,), direct=own, trace=None).stepped(
        f"made here, {within(result.range.interval)}", origin.where
    )


def beside(result: Number, produced: Number) -> Number:
    """Return what an operation makes of its own, with the values that its operands give it."""
    points = tuple(dict.fromkeys((*produced.range.points, *result.range.points)))
    made = tuple(dict.fromkeys((*produced.made, *result.made)))
    return replace(produced, range=replace(produced.range, points=points), made=made)
