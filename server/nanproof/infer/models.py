"""What frameworks give to every model: methods that return it or call it, and layers that are added one by one."""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from nanproof.infer.evaluator import Evaluator
from nanproof.infer.lineage import lineage
from nanproof.infer.value import NONE, UNKNOWN, Frame, Instance, Layer, OneOf, Sequence, Value
from nanproof.names.scopes import scope_of
from nanproof.names.syntax import code_in, is_a, node_at, outwards, parent_of, passed, required, text
from nanproof.source.place import Place

# `module.apply(variables, x)` calls the module (Flax), or the method of it that is named: `method=Model.encode`.
APPLY = "apply"


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

    Of one that is added in a loop, or under a condition, nothing is known, and none of all where that is the last.
    """
    assignment = node_at(made.document.tree.root_node, made.span.start, made.span.end).parent
    if not is_a(assignment, "assignment"):
        return ()
    frame, block = evaluator.around(made.document, assignment), _block_of(assignment)
    layers: list[Value] = []
    is_certain = False
    for added in _added(evaluator, made, text(required(assignment, "left")), assignment):
        is_certain = _block_of(added) == block
        given = code_in(added.child_by_field_name("arguments"))
        layers += [evaluator.value(frame, passed(each)) if is_certain else UNKNOWN for each in given[:1]]
    return tuple(layers) if is_certain else ()


def listed_layers(evaluator: Evaluator, made: Place) -> tuple[Value, ...] | None:
    """Return the layers of `Sequential(*layers, nn.Tanh())` in their order; None where no list is unpacked.

    Of one that is put into the list under a condition nothing is known; the last is the one that tells.
    """
    call = node_at(made.document.tree.root_node, made.span.start, made.span.end)
    given = code_in(call.child_by_field_name("arguments"))
    if not any(each.type == "list_splat" for each in given):
        return None
    frame = evaluator.around(made.document, call)
    layers: list[Value] = []
    for each in given:
        if each.type == "list_splat":
            layers += [item for inner in code_in(each) for item in _items_of(evaluator, frame, inner, call)]
        else:
            layers.append(evaluator.value(frame, each))
    return tuple(layers)


def _items_of(evaluator: Evaluator, frame: Frame, unpacked: Node, call: Node) -> list[Value]:
    """Return what a list holds that is unpacked in a call: what it began with, and what was put into it since."""
    if unpacked.type != "identifier":
        value = evaluator.value(frame, unpacked)
        return list(value.items) if isinstance(value, Sequence) else [UNKNOWN]
    bindings, scope, name = evaluator.modules.bindings(frame.document), scope_of(call), text(unpacked)
    certain = [each for each in outwards(call) if each.type in ("block", "module")]
    items: list[Value] = [UNKNOWN]
    for use in bindings.occurrences_in(name, scope.start_byte, call.start_byte):
        if scope_of(use) != scope:
            continue
        put = _put(use)
        if put is None:
            continue
        is_first, given = put
        if _block_of(use) not in certain and not _is_repeated(use, certain):
            items.append(UNKNOWN)
        elif given is None:
            items = [UNKNOWN]
        else:
            values = [evaluator.value(frame, each) for each in given]
            items = values if is_first else [*items, *values]
    return items


def _is_repeated(use: Node, certain: list[Node]) -> bool:
    """Say whether a use stands in the body of a loop that always runs: its layers come again, in the same order."""
    body = _block_of(use)
    loop = body.parent if body is not None else None
    around = _block_of(loop) if is_a(loop, "for_statement") else None
    return around is not None and around in certain


def _put(use: Node) -> tuple[bool, list[Node] | None] | None:
    """Return what a use of a list puts into it, and whether that is all that it holds; None where it only reads.

    What is put there is None where it is not written out, or where something is taken away.
    """
    above = parent_of(use)
    if above.type in ("assignment", "augmented_assignment") and required(above, "left") == use:
        right = above.child_by_field_name("right")
        is_first = above.type == "assignment"
        is_known = is_a(right, "list") and (is_first or text(above.child_by_field_name("operator")) == "+=")
        return is_first, code_in(right) if is_known else None
    around = parent_of(above)
    if above.type != "attribute":
        is_changed = above.type == "subscript" and around.type in ("assignment", "delete_statement")
        return (False, None) if is_changed else None
    given = code_in(around.child_by_field_name("arguments"))
    match text(above.child_by_field_name("attribute")), given:
        case "append", _:
            return False, given
        case "extend", [added] if added.type == "list":
            return False, code_in(added)
        case _:
            return False, None


def _added(evaluator: Evaluator, made: Place, target: str, assignment: Node) -> Iterator[Node]:
    for called, call in evaluator.modules.bindings(made.document).calls_of("add"):
        is_on_it = text(called.child_by_field_name("object")) == target
        if is_on_it and scope_of(call) == scope_of(assignment) and call.start_byte > assignment.end_byte:
            yield call


def _block_of(node: Node) -> Node | None:
    return next((each for each in outwards(node) if each.type in ("block", "module")), None)
