"""Values of several origins: what holds where any of several may be the one, and that it is one and the same value.

`def norm(s): return sqrt(s * s)` has one `s` for each call. Whichever it is, both factors are of the same call. So the
points of a joined value say which alternatives they are taken on, and its term is made of the terms of its parts: what
all parts are, the largest element of an `x` say, is what the whole is of the `x` of all of them.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterable, Iterator
from collections.abc import Sequence as Sequenced
from dataclasses import dataclass, replace

from nanproof.infer.evaluator import Evaluator, term_of
from nanproof.infer.story import Story, forked
from nanproof.infer.value import (
    NONE,
    UNKNOWN,
    Alternatives,
    Holder,
    Instance,
    Layer,
    Method,
    Number,
    OneOf,
    Partial,
    Parts,
    Reference,
    Sequence,
    Table,
    Unknown,
    UserClass,
    UserFunction,
    Value,
)
from nanproof.values.dtype import PRECISION, DType
from nanproof.values.ranges import UNKNOWN_RANGE, joined
from nanproof.values.transfer.operands import OPEN

DEEPEST_COMMON = 12  # what the terms of all parts have in common is looked for this deep
MOST_COMMON = 64
MOST_APART = 4
MOST_THINGS = 6


@dataclass(frozen=True, slots=True)
class Choice:
    """What decides which of several values it is, and the name of what is chosen by it.

    The parameters of a function are chosen together, by the call; each of them has a name of its own.
    """

    by: Hashable
    name: Hashable = None


@dataclass(frozen=True, slots=True)
class _One:
    """What makes of several values one: its term, and what chooses among them."""

    term: int = 0
    by: Hashable = None


Item = tuple[int, ...]  # which item of a tuple that is chosen as a whole
Identify = Callable[[list[Value], Item], _One]


def join(evaluator: Evaluator, values: Iterable[Value], choice: Choice) -> Value:
    """Return what holds where any of several values may be the one: branches, call sites, returns."""
    return _any_of(list(values), lambda several, item: _One(_term(evaluator, several, choice, item), choice.by))


def opened(value: Value, values: Sequenced[Value]) -> Value:
    """Return what is one of several, marked where nothing is known of some of them."""
    is_open = any(isinstance(each, Unknown) or (isinstance(each, Number) and each.range.is_unknown) for each in values)
    return replace(value, traits=value.traits | OPEN) if is_open and isinstance(value, Number) else value


def alternatives_of(evaluator: Evaluator, term: int) -> Iterator[tuple[Hashable, int, int]]:
    """Yield what chooses among the terms that a term is one of, and the place and the term of each of them."""
    match evaluator.structure(term):
        case ("joined", by, tuple() as terms):
            for index, each in enumerate(terms):
                yield by, index, each
        case _:
            return


def gathered(values: Iterable[Value]) -> Value:
    """Return what holds of each of several values that are there at once: the elements of a list."""
    return _any_of(list(values), lambda _, __: _One())


def _any_of(several: list[Value], one: Identify, item: Item = ()) -> Value:
    known = list(dict.fromkeys(several))
    if len(known) > 1:
        # None is what a name holds until it has its value.
        known = [each for each in known if each != NONE]
    if len(known) == 1:
        return known[0]
    if all(isinstance(each, Number | Unknown | Method) for each in known):
        return _one_of(several, one(several, item))
    sequences = [each for each in known if isinstance(each, Sequence)]
    if len(sequences) == len(known) and len({len(each.items) for each in sequences}) == 1:
        return _sequence_of(several, one, item)
    tables = [each for each in known if isinstance(each, Table)]
    if all(isinstance(each, Table | Unknown) for each in known):
        return _table_of(several, tables, one, item)
    return _thing_of(several, known, one(several, item).by)


def _thing_of(several: list[Value], known: list[Value], by: Hashable) -> Value:
    """Return what may be any of several things that are called, or that nobody knows; by what else is unknown."""
    functions = [each for each in known if isinstance(each, Reference | UserFunction | UserClass)]
    others = [each for each in known if isinstance(each, Layer | Instance | Partial | OneOf)]
    if len(functions) == 1 and not others:
        return replace(functions[0], is_certain=False) if isinstance(functions[0], Reference) else functions[0]
    is_open = any(isinstance(each, Number | Sequence | Table) for each in known)
    if is_open or not functions + others or len(several) > MOST_THINGS:
        return UNKNOWN
    return OneOf(tuple(several), by)


def of_each(evaluator: Evaluator, several: OneOf, name: Hashable, work: Callable[[int, Value], Value]) -> Value:
    """Return what comes of one of several things, as far as it comes of any; nothing comes of None."""
    values = [each if each == NONE else work(index, each) for index, each in enumerate(several.values)]
    lengths = {len(each.items) for each in values if isinstance(each, Sequence)}
    if len(lengths) == 1:
        unknown = Sequence((UNKNOWN,) * lengths.pop())
        values = [unknown if isinstance(each, Unknown) else each for each in values]
    return join(evaluator, values, Choice(several.by, name))


def _sequence_of(several: list[Value], one: Identify, item: Item) -> Value:
    length = max(len(each.items) for each in several if isinstance(each, Sequence))
    rows = [[each.items[index] if isinstance(each, Sequence) else each for each in several] for index in range(length)]
    return Sequence(tuple(_any_of(row, one, (*item, index)) for index, row in enumerate(rows)))


def _table_of(several: list[Value], tables: list[Table], one: Identify, item: Item) -> Value:
    """Return a dictionary that holds under each key what any of several hold there."""
    keys = dict.fromkeys(key for each in tables for key, _ in each.items)
    rows = ((key, [_under(each, key) for each in several]) for key in keys)
    others = [each.others for each in tables if each.others is not None]
    under_any = _any_of(list(others), one, (*item, len(keys))) if others else None
    return Table(tuple((key, _any_of(row, one, (*item, at))) for at, (key, row) in enumerate(rows)), under_any)


def _under(value: Value, key: str) -> Value:
    if not isinstance(value, Table):
        return value
    return dict(value.items).get(key, NONE if value.others is None else value.others)


def _one_of(several: list[Value], one: _One) -> Value:
    parts = [each for each in several if each != NONE]
    numbers = [each for each in parts if isinstance(each, Number)]
    if not numbers:
        return Unknown(one.term)
    return _number_of(several, parts, numbers, one)


def apart_by(operands: Collection[Number]) -> Alternatives | None:
    """Return the alternatives of operands with each of which a result is computed; of Python's where all are."""
    are_pythons = all(each.holder is Holder.PYTHON for each in operands)
    several = (each.alternatives for each in operands if each.alternatives is not None)
    return next((each for each in several if each.are_apart or are_pythons), None)


def one_of(alternatives: Alternatives, term: int) -> Number:
    """Return the number that is one of several, which are not of one dtype."""
    numbers = list(alternatives.numbers)
    return _number_of(numbers, numbers, numbers, _One(term, alternatives.by))


def _number_of(several: Sequenced[Value], parts: Sequenced[Value], numbers: list[Number], one: _One) -> Number:
    is_certain = len(numbers) == len(parts)
    ranges = (each.range if isinstance(each, Number) else None if each == NONE else UNKNOWN_RANGE for each in several)
    # What a number of Python's is put into, `c[mask] = 0.5`, stays what it is.
    held = [each for each in numbers if each.holder is not Holder.PYTHON] or numbers
    # The one whose points decide comes first: its way is the one to tell.
    leading = next((each for each in numbers if each.range.points and each.made), held[0])
    dtypes = [each.dtype for each in (*held, *numbers) if each.dtype.is_float]
    alternatives = _alternatives(several, numbers, one)
    return Number(
        joined(ranges, one.by),
        min(dtypes, key=PRECISION.index)
        if alternatives and alternatives.are_apart
        else dtypes[0]
        if dtypes
        else DType.INTEGER,
        held[0].holder,
        leading.framework,
        frozenset.intersection(*(each.traits for each in numbers)) if is_certain else frozenset(),
        one.term,
        tuple(dict.fromkeys(made for each in numbers for made in each.made)),
        leading.direct,
        _story(numbers, leading),
        alternatives=alternatives,
        parts=_common_parts(numbers, is_certain=is_certain),
    )


def _story(numbers: list[Number], leading: Number) -> Story | None:
    """Return the ways of several numbers that have producers, that of the leading one first."""
    told = [leading, *(each for each in numbers if each.range.points and each.made)]
    return forked(((made.producer for made in each.made), each.trace) for each in told)


def _common_parts(numbers: list[Number], *, is_certain: bool) -> Parts | None:
    """Return what all of several numbers were put together from: part by part, one of what they have there.

    Beside something unknown each part may be that.
    """
    found = [each.parts for each in numbers]
    first = found[0]
    if first is None or (is_certain and all(each == first for each in found)):
        return first
    if any(each is None or (each.axis, each.is_stack) != (first.axis, first.is_stack) for each in found):
        return None
    rows = [each.items for each in found if each is not None]
    if len({len(each) for each in rows}) > 1:
        return None
    beside = () if is_certain else (UNKNOWN,)
    items = [gathered((*each, *beside)) for each in zip(*rows, strict=True)]
    return replace(first, items=tuple(each for each in items if isinstance(each, Number)))


def _alternatives(several: Sequenced[Value], numbers: list[Number], one: _One) -> Alternatives | None:
    """Return the numbers that are to be computed with apart: `1 - p + 1e-10` is 0 in float32 only.

    Numbers of Python's are remembered one by one: which epsilon it is goes with the dtype of what it is added to.
    """
    if one.by is None or not len(numbers) == len(several) <= MOST_APART:
        return None
    dtypes = {each.dtype for each in numbers if each.dtype.is_float and each.holder is not Holder.PYTHON}
    if len(dtypes) > 1:
        return Alternatives(tuple(numbers), one.by)
    are_pythons = all(each.holder is Holder.PYTHON for each in numbers)
    return Alternatives(tuple(numbers), one.by, are_apart=False) if are_pythons else None


def _term(evaluator: Evaluator, several: list[Value], choice: Choice, item: Item) -> int:
    terms = tuple(evaluator.interned(("none",)) if each == NONE else term_of(evaluator, each) for each in several)
    if not all(terms):
        return evaluator.interned(("joined", choice.by, choice.name, item))
    return _common(evaluator, terms, choice.by, {}, DEEPEST_COMMON)


def _common(
    evaluator: Evaluator, terms: tuple[int, ...], by: Hashable, done: dict[tuple[int, ...], int], depth: int
) -> int:
    """Return the term of which several terms are the alternatives; what they are all made by stands outside."""
    if len(set(terms)) == 1:
        return terms[0]
    held = done.get(terms)
    if held is None:
        held = done[terms] = _outside(evaluator, terms, by, done, depth) or evaluator.interned(("joined", by, terms))
    return held


def _outside(
    evaluator: Evaluator, terms: tuple[int, ...], by: Hashable, done: dict[tuple[int, ...], int], depth: int
) -> int:
    """Return the term of the operation that made all of several terms, of what it was given; 0 where there is none."""
    if not depth or len(done) > MOST_COMMON:
        return 0
    structures = [evaluator.structure(each) for each in terms]
    names = {structure[0] for structure in structures}
    if len(names) != 1:
        return 0
    name = names.pop()
    if name == "part":
        indices = {structure[2] for structure in structures}
        wholes = tuple(structure[1] for structure in structures if isinstance(structure[1], int))
        if len(indices) > 1:
            return 0
        return evaluator.interned((name, _common(evaluator, wholes, by, done, depth - 1), indices.pop()))
    operands = [structure[1] for structure in structures if isinstance(structure[1], tuple) and len(structure) == 2]
    roles = {tuple(role for role, _ in each) for each in operands}
    if len(roles) != 1:
        return 0
    by_role = zip(*operands, strict=True)
    common = tuple(
        (each[0][0], _common(evaluator, tuple(term for _, term in each), by, done, depth - 1)) for each in by_role
    )
    return evaluator.interned((name, common))
