"""What a stage of several in a row is given: what the one before it makes, `Sequential(nn.Softmax(-1), Log())`.

A stage is an object of a class of the project's, or a function: a lambda, or a name, in a layer of its own or as it is.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from tree_sitter import Node

from nanproof.infer.cast_objects import dtype_of_objects
from nanproof.infer.evaluator import Evaluator
from nanproof.infer.handed_on import is_function
from nanproof.infer.objects import CALLED, is_of
from nanproof.infer.value import UNKNOWN, Arguments, Frame, Instance, Layer, Number, UserClass, Value
from nanproof.names.scopes import scope_of
from nanproof.names.syntax import is_a, parent_of, required, text
from nanproof.source.document import Document

_IN_A_ROW = frozenset({"sequential"})
_FIRST = 0
_MOST_USES = 8
_ADDS = "add"
_BETWEEN = frozenset({"argument_list", "call", "keyword_argument", "list", "parenthesized_expression", "tuple"})


def inputs_of_stages(evaluator: Evaluator, document: Document, function: Node, index: int) -> list[Value]:
    """Return what a function is given as a stage, nothing where that is not known of any; `index` is as of outputs."""
    if index != _FIRST or not _may_be_a_stage(evaluator, document, function):
        return []
    found: list[Value] = []
    for use in islice(_uses(evaluator, document, function), _MOST_USES):
        for frame, row in _rows_around(evaluator, document, use):
            found += _inputs(evaluator, frame, row, document, function)
    return found if any(isinstance(each, Number) and each.made for each in found) else []


def _may_be_a_stage(evaluator: Evaluator, document: Document, function: Node) -> bool:
    owner = scope_of(function)
    is_method = owner.type == "class_definition"
    if is_method and text(function.child_by_field_name("name")) not in CALLED:
        return False
    bindings = evaluator.modules.bindings(document)
    if not any(bindings.occurrences(each) for each in evaluator.catalog.last_names(_IN_A_ROW)):
        return False
    # What is cast with its model to half precision is given what is of that: the row is not, as it is written.
    return not is_method or dtype_of_objects(evaluator, document, owner) is None


def _uses(evaluator: Evaluator, document: Document, function: Node) -> Iterator[Node]:
    """Yield where a function stands, or is named, or an object of its class is made."""
    bindings, owner = evaluator.modules.bindings(document), scope_of(function)
    if function.type == "lambda":
        yield function
    elif owner.type == "class_definition":
        yield from (made for _, made in bindings.calls_of(text(owner.child_by_field_name("name"))))
    else:
        named = bindings.occurrences(text(function.child_by_field_name("name")))
        yield from (each for each in named if is_a(each.parent, *_BETWEEN))


def _rows_around(evaluator: Evaluator, document: Document, use: Node) -> Iterator[tuple[Frame, Layer]]:
    """Yield the layers in a row that an expression is written into, or added to."""
    node = use
    while is_a(node.parent, *_BETWEEN):
        node = parent_of(node)
        if node.type != "call" or required(node, "function").end_byte > use.start_byte:
            continue
        callee, frame = required(node, "function"), evaluator.around(document, node)
        is_added = text(callee.child_by_field_name("attribute")) == _ADDS
        row = evaluator.value(frame, required(callee, "object") if is_added else node)
        if isinstance(row, Layer) and row.operation.function.name in _IN_A_ROW:
            yield frame, row


def _inputs(evaluator: Evaluator, frame: Frame, row: Layer, document: Document, function: Node) -> Iterator[Value]:
    """Yield what the stages that run a function are given, where a row is called with something unknown."""
    value: Value = UNKNOWN
    for at, stage in enumerate(row.stages):
        if at and _runs(evaluator, stage, document, function):
            yield value.stepped("given to the next of these", row.place) if isinstance(value, Number) else value
        made_at = stage.place if isinstance(stage, Layer) else row.place
        value = evaluator.called(stage, Arguments((value,)), made_at, ("stage", *frame.key, at))


def _runs(evaluator: Evaluator, stage: Value, document: Document, function: Node) -> bool:
    if is_function(stage, document, function):
        return True
    owner = scope_of(function)
    if not isinstance(stage, Instance) or owner.type != "class_definition":
        return False
    return is_of(evaluator, stage, UserClass(document, owner))
