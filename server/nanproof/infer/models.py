"""What frameworks give to every model: methods that return it or call it, and layers that are added one by one."""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from nanproof.infer.evaluator import Evaluator
from nanproof.infer.lineage import lineage
from nanproof.infer.value import NONE, UNKNOWN, Frame, Instance, Layer, OneOf, Value
from nanproof.names.scopes import scope_of
from nanproof.names.syntax import code_in, is_a, node_at, passed, required, text
from nanproof.source.place import Place


def receiver_of(evaluator: Evaluator, frame: Frame, callee: Node) -> Value | None:
    """Return what a method is called on that every model has, None where another method is called."""
    name = text(callee.child_by_field_name("attribute"))
    if name not in evaluator.catalog.themselves and name not in evaluator.catalog.applied:
        return None
    return evaluator.value(frame, required(callee, "object"))


def of_model(evaluator: Evaluator, held: Value, name: str) -> Value | None:
    """Return the model of `model.to(device)` and `model.predict(x)`, None where something else has the method."""
    if isinstance(held, OneOf):
        models = [of_model(evaluator, each, name) for each in held.values]
        is_model = any(each is not None for each in models)
        kept = (each if each == NONE else model or UNKNOWN for each, model in zip(held.values, models, strict=True))
        return OneOf(tuple(kept), held.by) if is_model else None
    if isinstance(held, Layer):
        return held if name in evaluator.catalog.applied else None
    return held if isinstance(held, Instance) and not defines(evaluator, held, name) else None


def defines(evaluator: Evaluator, instance: Instance, name: str) -> bool:
    """Say whether the classes of an object have a method of their own of some name."""
    owners = lineage(evaluator, instance.type)
    return any(evaluator.modules.bindings(each.document).of(name, each.node) for each in owners)


def added_layers(evaluator: Evaluator, made: Place) -> tuple[Value, ...]:
    """Return the layers that `model.add(...)` puts in a row after `model = Sequential()`.

    None of them where one is added under a condition: which is the last is not certain then.
    """
    assignment = node_at(made.document.tree.root_node, made.span.start, made.span.end).parent
    if not is_a(assignment, "assignment"):
        return ()
    frame, block = evaluator.general(made.document, scope_of(assignment)), _block_of(assignment)
    layers: list[Value] = []
    for added in _added(evaluator, made, text(required(assignment, "left")), assignment):
        if _block_of(added) != block:
            return ()
        given = code_in(added.child_by_field_name("arguments"))
        layers += [evaluator.value(frame, passed(each)) for each in given[:1]]
    return tuple(layers)


def _added(evaluator: Evaluator, made: Place, target: str, assignment: Node) -> Iterator[Node]:
    for called, call in evaluator.modules.bindings(made.document).calls_of("add"):
        is_on_it = text(called.child_by_field_name("object")) == target
        if is_on_it and scope_of(call) == scope_of(assignment) and call.start_byte > assignment.end_byte:
            yield call


def _block_of(node: Node) -> Node | None:
    above = node.parent
    while above is not None and above.type not in ("block", "module"):
        above = above.parent
    return above
