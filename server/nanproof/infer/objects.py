"""Where a class's `forward` or `call` runs: where its objects are called, by the name or attribute that holds them.

`criterion = Focal().to(device)` and `criterion(softmax(net(x)), y)`, `self.loss = Focal()` and `self.loss(p, y)`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tree_sitter import Node

from nanproof.infer.evaluator import Evaluator
from nanproof.infer.handed_on import called_where_given
from nanproof.infer.lineage import lineage
from nanproof.infer.value import Instance, OneOf, UserClass, Value, things
from nanproof.names.syntax import assigned_name, is_a, text
from nanproof.source.document import Document

# What runs when an object of the class is called: nn.Module, Keras models and layers, plain Python.
CALLED = ("forward", "call", "__call__")
# What stands between an object and the name that holds it: `Focal().to(device)`, `jit(Focal())`, `loss or Focal()`.
_PASSED_THROUGH = frozenset(
    {
        "attribute",
        "argument_list",
        "boolean_operator",
        "call",
        "conditional_expression",
        "parenthesized_expression",
        "keyword_argument",
    }
)


def calls_of_objects(
    evaluator: Evaluator, document: Document, owner: Node, is_left_out: Callable[[Document], bool]
) -> Iterator[tuple[Document, Node]]:
    """Yield the calls of objects of a class, in its file and in those of the project's files that make some.

    Not in files that are left out: what a test calls are examples, and there are many.
    """
    name, kind = text(owner.child_by_field_name("name")), UserClass(document, owner)
    yield from _in(evaluator, document, name, kind)
    for other in evaluator.modules.calling(name):
        if other.path != document.path and not is_left_out(other):
            yield from _in(evaluator, other, name, kind)


def is_of(evaluator: Evaluator, value: Value, owner: UserClass) -> bool:
    """Say whether a value is an object of a class, or of one that inherits from it, or such a class itself."""
    if isinstance(value, OneOf):
        return any(is_of(evaluator, each, owner) for each in value.values)
    kind = value.type if isinstance(value, Instance) else value
    return isinstance(kind, UserClass) and any(_is_same(each, owner) for each in lineage(evaluator, kind))


def _in(evaluator: Evaluator, document: Document, name: str, kind: UserClass) -> Iterator[tuple[Document, Node]]:
    bindings, seen = evaluator.modules.bindings(document), set[str]()
    for called, made in bindings.calls_of(name):
        if not is_of(evaluator, evaluator.value(evaluator.around(document, called), called), kind):
            continue
        if is_a(made.parent, "call"):
            yield document, made.parent
        yield from called_where_given(evaluator, document, made)
        holder = _holder(made)
        if holder is None or holder in seen:
            continue
        seen.add(holder)
        for each in bindings.occurrences_in(holder, made.end_byte, len(document.data)):
            yield from called_where_given(evaluator, document, each)
        for held, call in bindings.calls_of(holder):
            value = evaluator.value(evaluator.around(document, held), held)
            if any(isinstance(each, Instance) and is_of(evaluator, each, kind) for each in things(value)):
                yield document, call


def _holder(made: Node) -> str | None:
    """Return the name, or the attribute's, to which an object is assigned, as it is or passed through calls."""
    node, above = made, made.parent
    while is_a(above, *_PASSED_THROUGH):
        node, above = above, above.parent
    return assigned_name(node)


def _is_same(one: UserClass, other: UserClass) -> bool:
    """Say whether two classes are one: the document that is checked and the project's file of it have two trees."""
    return one.document.path == other.document.path and one.node.start_byte == other.node.start_byte
