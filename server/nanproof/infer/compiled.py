"""What Keras gives to a loss: `model.compile(loss=f)` calls f with the labels and the model's output.

f is a function, a method, what a function returns, or an object of a class with `call`; several stand in a list or a
dictionary, one for each output.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tree_sitter import Node

from nanproof.infer.evaluator import Evaluator, place
from nanproof.infer.handed_on import is_function
from nanproof.infer.objects import CALLED, is_of
from nanproof.infer.value import (
    UNKNOWN,
    Arguments,
    Frame,
    Instance,
    Number,
    Partial,
    Sequence,
    Table,
    UserClass,
    Value,
)
from nanproof.names.scopes import scope_of
from nanproof.names.syntax import code_in, required, text
from nanproof.source.document import Document

MOST_COMPILED = 8
# The labels come first, the model's output second.
_OUTPUT = 1


@dataclass(frozen=True, slots=True)
class Compiled:
    """A call that makes a model ready for training: the frame and the node of a loss, and what it is called with."""

    frame: Frame
    loss: Node
    output: Value


def outputs_given(evaluator: Evaluator, document: Document, function: Node, index: int) -> Iterator[Value]:
    """Yield the outputs of the models that a function is compiled into as a loss.

    `index` is the place of the parameter that they are given to, without `self`.
    """
    if index != _OUTPUT:
        return
    for other, call, losses in _compiling(evaluator, document, function):
        for each in _losses(evaluator, other, call, losses):
            if _is(evaluator, evaluator.value(each.frame, each.loss), document, function):
                output = each.output
                if isinstance(output, Number) and output.made:
                    output = output.stepped("given to this loss", place(each.frame, each.loss))
                yield output


def _compiling(
    evaluator: Evaluator, document: Document, function: Node
) -> Iterator[tuple[Document, Node, tuple[str, ...]]]:
    """Yield the calls that compile a model in the files that may speak of a function, and the names of the losses."""
    owner = scope_of(function)
    named = owner if owner.type in ("class_definition", "function_definition") else function
    word = text(named.child_by_field_name("name"))
    if evaluator.catalog.compiling_roots.isdisjoint(document.words):
        return
    for method, losses in evaluator.catalog.compiled.items():
        found = 0
        others = evaluator.modules.calling(method) if word else ()
        for other in (document, *(each for each in others if each.path != document.path)):
            if other is not document and word.encode() not in other.words:
                continue
            for called, call in evaluator.modules.bindings(other).calls_of(method):
                found += 1
                if called.type == "attribute" and found <= MOST_COMPILED:
                    yield other, call, losses


def _losses(evaluator: Evaluator, document: Document, call: Node, names: tuple[str, ...]) -> Iterator[Compiled]:
    """Yield the losses of a call with the output that each is given."""
    model = required(required(call, "function"), "object")
    frame = evaluator.around(document, call)
    given = code_in(required(call, "arguments"))
    written = [required(each, "value") for each in given if text(each.child_by_field_name("name")) in names]
    # The optimizer comes first, the loss second.
    written = written or [each for each in given[1:2] if each.type != "keyword_argument"]
    if not written:
        return
    output = evaluator.called(evaluator.value(frame, model), Arguments((UNKNOWN,)), place(frame, call), ("compiled",))
    for loss in written:
        yield from _each(frame, loss, output)


def _each(frame: Frame, loss: Node, output: Value) -> Iterator[Compiled]:
    """Yield one loss for each output; of several losses, each for its own."""
    if loss.type in ("list", "tuple"):
        for index, each in enumerate(code_in(loss)):
            several = output.items[index : index + 1] if isinstance(output, Sequence) else (output,)
            yield Compiled(frame, each, next(iter(several), UNKNOWN))
        return
    if loss.type == "dictionary":
        by_name = dict(output.items) if isinstance(output, Table) else {}
        single = UNKNOWN if isinstance(output, Sequence | Table) else output
        for pair in code_in(loss):
            key, value = pair.child_by_field_name("key"), pair.child_by_field_name("value")
            if value is not None:
                yield Compiled(frame, value, by_name.get(text(key).strip("\"'"), single))
        return
    match output:
        case Sequence(items):
            yield from (Compiled(frame, loss, each) for each in items)
        case Table(items):
            yield from (Compiled(frame, loss, each) for _, each in items)
        case _:
            yield Compiled(frame, loss, output)


def _is(evaluator: Evaluator, value: Value, document: Document, function: Node) -> bool:
    """Say whether a loss is a function, or an object whose method that is."""
    if isinstance(value, Partial):
        value = value.function
    if is_function(value, document, function):
        return True
    owner = scope_of(function)
    if not isinstance(value, Instance) or owner.type != "class_definition":
        return False
    is_called = text(function.child_by_field_name("name")) in CALLED
    return is_called and is_of(evaluator, value, UserClass(document, owner))
