"""What a project declares of its functions: the result of a call, and what the first parameter holds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tree_sitter import Node

from nanproof.declarations import Declaration
from nanproof.infer.evaluator import Evaluator
from nanproof.infer.numbers import computed
from nanproof.infer.objects import CALLED
from nanproof.infer.operators import as_number
from nanproof.infer.producer import Producer
from nanproof.infer.value import Arguments, Holder, Made, Number, Value, python_number
from nanproof.names.scopes import scope_of
from nanproof.names.syntax import text
from nanproof.source.document import Document
from nanproof.source.place import Place
from nanproof.source.quoting import code
from nanproof.values.interval import EVERYTHING, within
from nanproof.values.ranges import Point, Range


def of_function(evaluator: Evaluator, document: Document, function: Node) -> tuple[str, Declaration] | None:
    """Return what is declared of a function of the project: of a model's `forward`, under its class's name too."""
    if not evaluator.declarations:
        return None
    name = tuple(_full_name(document, function))
    found = evaluator.declarations.of(name)
    return found or (evaluator.declarations.of(name[:-1]) if name[-1] in CALLED else None)


def _full_name(document: Document, function: Node) -> Iterator[str]:
    module = document.path.replace("\\", "/").rpartition(".")[0].removesuffix("/__init__")
    yield from module.split("/")
    names: list[str] = []
    scope: Node = function
    while scope.parent is not None:
        names.append(text(scope.child_by_field_name("name")))
        scope = scope_of(scope)
    yield from reversed(names)


def result(
    evaluator: Evaluator,
    declared: tuple[str, Declaration],
    found: Value,
    arguments: Arguments,
    where: Place,
    context: tuple[object, ...],
) -> Value:
    """Return what a call gives of which `found` is what the source says, and more is declared."""
    name, declaration = declared
    if declaration.returns is None and not declaration.takes:
        return found
    like = _like(evaluator, found, arguments)
    if like is None:
        return found
    producer = Producer(name, where.document.path, where.span.start, context)
    points = tuple(Point(value, ((producer, value),)) for value in declaration.takes)
    number = Number(
        Range(declaration.returns or EVERYTHING, points),
        like.dtype,
        like.holder,
        like.framework,
        term=evaluator.interned(("made", producer)),
    )
    functions, frameworks = evaluator.catalog.functions, evaluator.catalog.frameworks
    function = replace(
        functions["input"],
        name=name,
        noun=f"a result of {code(name)}",
        reaches={f"{value:g}": "as configured" for value in declaration.takes},
    )
    made = Made(producer, function, like.framework or frameworks["python"], like.dtype, where)
    told = replace(number, made=(made,), direct=made)
    return told.stepped(f"made here, {within(number.range.interval)} as configured", where)


def _like(evaluator: Evaluator, found: Value, arguments: Arguments) -> Number | None:
    """Return a number that has the dtype and the holder of a result: the one that is found, or an argument."""
    own = as_number(evaluator, found)
    if own is None or own.holder is not Holder.ANY:
        return own
    given = (evaluator.argument(each) for each in arguments.positional)
    tensors = (each for each in given if isinstance(each, Number) and each.holder in (Holder.TENSOR, Holder.ARRAY))
    return next(tensors, own)


def masked(
    evaluator: Evaluator, declaration: Declaration, value: Value, where: Place, context: tuple[object, ...]
) -> Value:
    """Return what a first parameter holds of which it is declared that it is masked."""
    bounds, number = declaration.masks, as_number(evaluator, value)
    if bounds is None or number is None:
        return value
    roles = {"x": number, "low": _bound(bounds.low), "high": _bound(bounds.high)}
    return computed(evaluator, evaluator.catalog.functions["clip"], roles, where, (*context, "declared"))


def _bound(value: float) -> Number:
    return python_number(value, is_integer=False)
