"""Computing with numbers: dtype and holder of the result, its range by the catalogue's transfer function, its way."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from nanproof.catalog.model import Framework, Function, Operation
from nanproof.infer.autocast import dtype_in_region
from nanproof.infer.evaluator import Evaluator
from nanproof.infer.fed import FED, fed_by
from nanproof.infer.joining import apart_by, one_of
from nanproof.infer.producer import Producer
from nanproof.infer.relations import related
from nanproof.infer.selected import PLACES, places_of
from nanproof.infer.story import forked
from nanproof.infer.structure import Origin
from nanproof.infer.traits import traits_of
from nanproof.infer.value import Alternatives, Computation, Holder, Made, Number
from nanproof.source.place import Place
from nanproof.values.dtype import PRECISION, PYTHON_FLOAT, Arithmetic, DType, next_after
from nanproof.values.interval import Interval, within
from nanproof.values.transfer.arithmetic import ARITHMETIC
from nanproof.values.transfer.operands import Operands
from nanproof.values.transfer.registry import TRANSFERS

_KEEPS_VALUES = frozenset({"same", "cast", "tensor"})
_MAKES_VALUES = frozenset({"gated", "linear", "matmul", "parameter", "parameter_from_0", "normal", "uniform"})
_DRAWS = frozenset({"alpha_dropout", "dropout"})  # at random, of an operand
_ADDS = frozenset({"add"})
_OF_TWO = frozenset({"add", "subtract", "multiply", "divide", "matmul", "pow", "integer_pow"})
_INVERSE = frozenset({"acos", "acosh", "arctan", "asin", "asinh", "atan2", "atanh", "erf", "erfc", "logit"})
_EXPONENTIAL = frozenset({"cos", "cosh", "exp", "exp2", "expm1", "sigmoid", "sin", "sinh", "softmax", "tanh"})
_LOGARITHMIC = frozenset({"log", "log10", "log1p", "log2", "log_sigmoid", "log_softmax", "logaddexp", "logsumexp"})
_ROOTED = frozenset({"cbrt", "divide", "mean", "norm", "rsqrt", "softplus", "sqrt", "std", "var"})
# Of integers too these give floating-point numbers.
_ALWAYS_FLOAT = _INVERSE | _EXPONENTIAL | _LOGARITHMIC | _ROOTED
LONGEST_SPELLING = 200
_ULPS = 2  # of float32: the constant is rounded, and then the result
_COUNTS = frozenset({"count", "range", "tally"})
_NUMBERS_OF_PYTHON = frozenset({"integer", "number"})


def promoted(numbers: Iterable[Number], function: Function, default: DType) -> tuple[DType, Holder]:
    """Return dtype and holder of a result: tensors decide over arrays, arrays over Python numbers.

    `default` is the dtype in which the framework computes unless told otherwise.
    """
    operands = list(numbers)
    for holder in (Holder.TENSOR, Holder.ARRAY, Holder.ANY):
        held = [each.dtype for each in operands if each.holder is holder]
        if not held:
            continue
        dtype = max(held, key=PRECISION.index)
        weak = any(each.dtype.is_float for each in operands if each.holder is not holder)
        if not dtype.is_float and (weak or function.transfer in _ALWAYS_FLOAT):
            dtype = default
        return dtype, holder
    dtype = max((each.dtype for each in operands), key=PRECISION.index, default=DType.FLOAT64)
    if not dtype.is_float and function.transfer in _ALWAYS_FLOAT:
        dtype = DType.FLOAT64
    return dtype, Holder.PYTHON


def computed(
    evaluator: Evaluator,
    function: Function,
    roles: Mapping[str, Number],
    where: Place,
    context: tuple[object, ...],
    operation: Operation | None = None,
    items: tuple[Number, ...] = (),
    dtype: DType | None = None,
) -> Number:
    """Return the result of a function of the catalogue, called `operation` or written as an operator."""
    apart = None if items else apart_by(roles.values())
    if apart is not None:
        return _computed_apart(evaluator, function, roles, where, context, operation, dtype, apart)
    numbers = [*roles.values(), *items]
    framework = operation.framework if operation is not None and operation.framework.tensor is not None else None
    framework = framework or next((each.framework for each in numbers if each.framework), None)
    precision = evaluator.precision(where.document)
    default = precision.default(framework)
    found, holder = promoted(numbers, function, default)
    if operation is not None and (operation.name.startswith("math.") or function.name in _NUMBERS_OF_PYTHON):
        is_integer = found is DType.INTEGER or function.name == "integer"
        found, holder = DType.INTEGER if is_integer else DType.FLOAT64, Holder.PYTHON
    elif operation is not None and operation.framework.name != "python":
        holder = Holder.ARRAY if operation.framework.name == "numpy" else Holder.TENSOR
        if not any(each.holder in (Holder.TENSOR, Holder.ARRAY) for each in numbers):
            found = DType.INTEGER if function.name == "tensor" and _are_integers(numbers) else default
    if dtype is None:
        found = dtype_in_region(evaluator, function, framework, found, where, context)
    if function.transfer in _COUNTS and not any(each.dtype.is_float for each in numbers):
        found = DType.INTEGER
    if holder is Holder.TENSOR and not any(each.holder is holder and each.dtype is found for each in numbers):
        found = precision.narrowed(framework, found)  # a tensor that has 64 bits was asked to: they are allowed
    named, dtype = dtype, dtype or found
    arithmetic = arithmetic_of(dtype, holder, framework)
    producer = Producer(function.name, where.document.path, where.span.start, context)
    term = _term(evaluator, function, roles, items, producer)
    if operation is not None and _is_determined(function, roles, items):
        producer = _of_each_spelling(producer, term, where)
    traits = frozenset().union(*(each.traits for each in numbers)) if numbers else frozenset()
    operands = Operands(
        {role: number.range for role, number in roles.items()},
        arithmetic,
        producer,
        tuple(item.range for item in items),
        traits - FED,
        is_named=named is not None or precision.is_told(framework),
    )
    result = TRANSFERS[function.transfer](operands)
    if holder is Holder.ANY and function.transfer in ARITHMETIC:
        result = replace(result, interval=_in_single_or_double(result.interval))
    number = Number(result, dtype, holder, framework, term=term)
    told = _told(number, function, numbers, operation, producer, where)
    found_out = related(evaluator, told, function, roles, Origin(producer, where, operation))
    if not roles or items or _lacks_operand(function, roles, operation):
        return found_out
    return replace(found_out, computation=Computation(function, roles, where, context, operation, dtype))


def _lacks_operand(function: Function, roles: Mapping[str, Number], operation: Operation | None) -> bool:
    """Say whether an operand is missing, or is no number, in a call that is being typed: nothing is computed there."""
    given = (*operation.parameters, *operation.call) if operation is not None else ()
    takes_x = any(each.role == "x" for each in given)
    return (takes_x and "x" not in roles) or (function.name in _OF_TWO and "y" not in roles)


def _computed_apart(
    evaluator: Evaluator,
    function: Function,
    roles: Mapping[str, Number],
    where: Place,
    context: tuple[object, ...],
    operation: Operation | None,
    dtype: DType | None,
    apart: Alternatives,
) -> Number:
    """Return a result that is computed in several dtypes, with each of the alternatives of its operands."""
    found = tuple(
        computed(
            evaluator,
            function,
            {role: apart.of(each, index) for role, each in roles.items()},
            where,
            context,
            operation,
            dtype=dtype,
        )
        for index in range(len(apart.numbers))
    )
    producer = Producer(function.name, where.document.path, where.span.start, context)
    number = one_of(Alternatives(found, apart.by), _term(evaluator, function, roles, (), producer))
    if _lacks_operand(function, roles, operation):
        return number
    return replace(number, computation=Computation(function, roles, where, context, operation, dtype))


def _are_integers(numbers: Sequence[Number]) -> bool:
    """Say whether all data of a tensor are integers: no framework makes floating-point numbers of them."""
    return bool(numbers) and all(each.dtype is DType.INTEGER for each in numbers)


def _in_single_or_double(interval: Interval) -> Interval:
    """Return the bounds of a result of which it is not known whether it is computed in float32 or float64."""
    low = interval.low and next_after(interval.low, -math.inf, DType.FLOAT32, _ULPS)
    return Interval(low, interval.high and next_after(interval.high, math.inf, DType.FLOAT32, _ULPS))


def _term(
    evaluator: Evaluator,
    function: Function,
    roles: Mapping[str, Number],
    items: tuple[Number, ...],
    producer: Producer,
) -> int:
    """Return the term of a result: its structure, where the function always gives the same for the same operands."""
    if not _is_determined(function, roles, items):
        return evaluator.interned(("made", producer))
    return evaluator.interned((function.name, tuple(sorted((role, each.term) for role, each in roles.items()))))


def _of_each_spelling(producer: Producer, term: int, where: Place) -> Producer:
    """Return the symbol of a call that makes the same wherever it is written alike: `sigmoid(x) + (1 - sigmoid(x))`.

    What plays no role, an axis or a slope, is in no term: it is the text that says that it is the same.
    """
    is_long = where.span.end - where.span.start > LONGEST_SPELLING
    return producer if is_long else Producer(producer.function, where.text, term, ())


def _is_determined(function: Function, roles: Mapping[str, Number], items: tuple[Number, ...]) -> bool:
    """Say whether a result is the same wherever the function is given these operands."""
    is_made = items or function.transfer in _MAKES_VALUES or function.name in _DRAWS
    return bool(roles) and not is_made and all(each.term for each in roles.values())


def arithmetic_of(dtype: DType, holder: Holder, framework: Framework | None) -> Arithmetic:
    """Return how numbers of a dtype are computed with by what holds them."""
    if holder is Holder.PYTHON:
        return PYTHON_FLOAT if dtype.is_float else Arithmetic(dtype)
    if holder is Holder.ANY:
        return PYTHON_FLOAT
    return Arithmetic(dtype, framework.flushes_subnormals if framework is not None else False)


def _told(
    number: Number,
    function: Function,
    operands: list[Number],
    operation: Operation | None,
    producer: Producer,
    where: Place,
) -> Number:
    """Add to a result where it comes from: its producers, its way, its traits."""
    symbols = {symbol for point in number.range.points for symbol, _ in point.under}
    made = tuple(dict.fromkeys(each for operand in operands for each in operand.made if each.producer in symbols))
    leading = [each for each in operands if any(one in made for one in each.made)]
    number = replace(
        number,
        traits=(_traits(number, function, operands, operation) - PLACES - FED)
        | places_of(operation, function, operands, where)
        | fed_by(operation, function, operands),
        made=made,
        direct=operands[0].direct if operands and function.transfer in _KEEPS_VALUES else None,
        trace=forked(((one.producer for one in each.made), each.trace) for each in leading),
    )
    framework = operation.framework if operation is not None else number.framework
    # What an operator makes is named by its operands, but `a @ b` makes values of its own.
    is_named = operation is not None or function.transfer in _MAKES_VALUES
    if framework is None or not is_named or not _is_producer(function) or not number.range.points:
        return number
    own = Made(producer, function, framework, number.dtype, where)
    # Where logits come from says nothing about a softmax: the story begins with the first producer that explains.
    earlier = tuple(each for each in made if each.function.reaches)
    told = replace(
        number,
        range=number.range.tagged(producer),
        made=(*earlier, own),
        direct=own,
        trace=number.trace if earlier else None,
    )
    return told.stepped(f"made here, {within(number.range.interval)}", where)


def _traits(result: Number, function: Function, operands: list[Number], operation: Operation | None) -> frozenset[str]:
    """Return what holds of a result besides its range: what rests on detached tensors only is not differentiated."""
    tensors = [each for each in operands if each.holder is not Holder.PYTHON]
    is_detached = function.name == "detach" or (tensors and all("detached" in each.traits for each in tensors))
    held = traits_of(result, function, operands, operation)
    if not held and function.transfer in _ADDS and result.range.is_unknown:
        held = frozenset({"offset"}) if any(_is_positive(each, result) for each in operands) else held
    return held | frozenset({"detached"}) if is_detached else held


def _is_producer(function: Function) -> bool:
    """Say whether a function makes values of its own, and so is what a message names."""
    return bool(function.reaches) or function.transfer in _MAKES_VALUES


def _is_positive(number: Number, result: Number) -> bool:
    """Say whether an operand is above 0, in the dtype of the result too: 1e-8 is 0 in float16."""
    return arithmetic_of(result.dtype, result.holder, result.framework).round(number.range.interval.low) > 0
