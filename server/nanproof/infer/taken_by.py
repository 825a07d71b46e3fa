"""What a derivative is taken by, where it is taken of functions: `jax.grad(loss)` by the first parameter of `loss`.

Training moves it wherever the loss is smaller, as it moves the weights of a layer; of a container each of its items. A
product of matrices with one is as large as you like, of either sign. Of its other values nothing is said here: how it
starts, and whether it stays positive, is not shown.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tree_sitter import Node

from nanproof.infer.call_arguments import call_arguments
from nanproof.infer.evaluator import Evaluator
from nanproof.infer.handed_on import handed_on
from nanproof.infer.structure import Origin, Roles, producing
from nanproof.infer.value import Frame, Holder, Number, Sequence, Unknown, Value
from nanproof.names.functions import decorators, is_method
from nanproof.names.syntax import called_name, is_a, parent_of, required, text
from nanproof.source.document import Document
from nanproof.values.interval import EVERYTHING
from nanproof.values.ranges import UNBOUNDED, Range

MOST_PARTS = 8  # items of items
_MOVED = "moved by training"
_PARTS = frozenset({"keyed", "part", "picked", "attribute", "same", "cast"})
_FIRST = (0,)


def moved(evaluator: Evaluator, document: Document, function: Node, index: int, value: Value) -> Value:
    """Return the value of a parameter, as what training moves where a derivative is taken by it.

    `index` counts from the first that a caller gives. What is known of its values stays as it is.
    """
    if not _takes_derivatives_of_functions(evaluator, document):
        return value
    match value:
        case Unknown() | Number(range=Range(is_unknown=True)) if not is_moved(evaluator, value.term):
            for taker, by in _asked_of(evaluator, document, function):
                if index in by:
                    key = (_MOVED, taker, document.path, function.start_byte, index)
                    return replace(value, term=evaluator.interned(key))
    return value


def _takes_derivatives_of_functions(evaluator: Evaluator, document: Document) -> bool:
    """Say whether a file names a framework in which derivatives are taken of functions: of no other it is asked."""
    search = evaluator.modules.bindings(document).search
    frameworks = evaluator.catalog.frameworks.values()
    return any(each.backward.taken_by and search(each.mention) is not None for each in frameworks)


def is_moved(evaluator: Evaluator, term: int) -> bool:
    """Say whether a term stands for what a derivative is taken by, or for a part of it."""
    return _taker(evaluator, term) is not None


def _taker(evaluator: Evaluator, term: int) -> str | None:
    """Return the name of the framework that takes a derivative by what a term stands for, or is a part of."""
    for _ in range(MOST_PARTS):
        match evaluator.structure(term):
            case (name, str() as taker, *_) if name == _MOVED:
                return taker
            case (name, int() as whole, *_) if name in _PARTS:
                term = whole
            case (name, ((_, int() as whole), *_)) if name in _PARTS:
                term = whole
            case _:
                return None
    return None


def product_with_moved(evaluator: Evaluator, result: Number, roles: Roles, origin: Origin) -> Number | None:
    """Return a product of matrices, or a weighted sum, with what training moves: as large as you like."""
    takers = (_taker(evaluator, each.term) for each in roles.values())
    taker = next((each for each in takers if each is not None), None)
    if taker is None or result.range.points:
        return None
    if result.framework is None:  # of `x @ w`, where nothing is known of either
        framework = evaluator.catalog.frameworks[taker]
        dtype = evaluator.precision(origin.where.document).default(framework)
        result = replace(result, framework=framework, holder=Holder.TENSOR, dtype=dtype)
    return producing(evaluator, result, "matmul", (-UNBOUNDED, UNBOUNDED), origin)


def beside_moved(evaluator: Evaluator, result: Number, roles: Roles, _: Origin) -> Number | None:
    """Return what something is that a bias is added to: the bias is 0 at first, as far as anybody can tell."""
    if not result.range.is_unknown:
        return None
    for known, bias in ((roles["x"], roles["y"]), (roles["y"], roles["x"])):
        if known.range.points and bias.range.is_unknown and is_moved(evaluator, bias.term):
            return replace(result, range=replace(known.range, interval=EVERYTHING), made=known.made, trace=known.trace)
    return None


def _asked_of(evaluator: Evaluator, document: Document, function: Node) -> Iterator[tuple[str, tuple[int, ...]]]:
    """Yield by which parameters the derivative of a function is taken, and by which framework, each time it is."""
    for each in decorators(function):
        taker = _named(evaluator, each.partition("(")[0].rpartition(".")[2])
        if taker is not None:
            yield taker, _FIRST
    uses = _bound(evaluator, document, function) if is_method(function) else handed_on(evaluator, document, function)
    for other, use in uses:
        listed = parent_of(use)
        call = parent_of(listed)
        taker = _named(evaluator, called_name(call)) if is_a(listed, "argument_list") else None
        if taker is not None:
            frame = evaluator.around(other, call)
            operation = evaluator.operation_of(evaluator.value(frame, required(call, "function")))
            yield operation.framework.name if operation is not None else taker, _places(evaluator, frame, call)


def _named(evaluator: Evaluator, name: str) -> str | None:
    """Return the framework that takes the derivative of a function by something of a name, None where none does."""
    frameworks = evaluator.catalog.frameworks.values()
    return next((each.name for each in frameworks if name in each.backward.taken_by), None)


def _bound(evaluator: Evaluator, document: Document, method: Node) -> Iterator[tuple[Document, Node]]:
    """Yield where a method is an argument in its file, `jax.grad(self.loss)`."""
    for each in evaluator.modules.bindings(document).occurrences(text(method.child_by_field_name("name"))):
        if is_a(each.parent, "attribute"):
            yield document, parent_of(each)


def _places(evaluator: Evaluator, frame: Frame, call: Node) -> tuple[int, ...]:
    """Return by which parameters a call takes the derivative of what it is given first: `argnums`, or the first."""
    by = call_arguments(frame, call).given(1, "argnums")
    if by is None:
        return _FIRST
    value = evaluator.argument(by)
    given = [
        each.range.single
        for each in (value.items if isinstance(value, Sequence) else (value,))
        if isinstance(each, Number)
    ]
    return tuple(int(each) for each in given if each is not None)
