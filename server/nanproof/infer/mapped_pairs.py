"""Each with each by mapping a function twice: `vmap(lambda a: vmap(lambda b: distance(a, b))(xs))(xs)`.

What is compared there is each element with itself too, on the diagonal of what is made of all pairs.
"""

from __future__ import annotations

from itertools import pairwise

from tree_sitter import Node

from nanproof.infer.evaluator import Evaluator
from nanproof.names.binding import Binding, Binds
from nanproof.names.reaching import reaching
from nanproof.names.scopes import scope_of
from nanproof.names.syntax import bare, called_name, code_in, first_child, node_at, parent_of, required, text
from nanproof.source.document import Document
from nanproof.source.place import Place

_MAPS = "vmap"
_DEEPEST = 4


def meets_itself(evaluator: Evaluator, where: Place) -> bool:
    """Say whether a difference is one of two parameters that run over the same elements, each beside each."""
    document = where.document
    if _MAPS.encode() not in document.words:
        return False
    node = bare(node_at(document.tree.root_node, where.span.start, where.span.end))
    if node.type != "binary_operator":
        return False
    one, other = bare(required(node, "left")), bare(required(node, "right"))
    return _run_over_the_same(evaluator, document, one, other, _DEEPEST)


def _run_over_the_same(evaluator: Evaluator, document: Document, one: Node, other: Node, depth: int) -> bool:
    if not depth:
        return False
    takers = [_taker(evaluator, document, each) for each in (one, other)]
    first, second = takers
    if first is None or second is None:
        return False
    mapped = [_mapped_over(each) for each in takers if each is not None]
    pairs: list[tuple[Node, Node]] = []
    if first != second:
        pairs += pairwise(each for each in mapped if each is not None)
    else:
        pairs = _passed(evaluator, document, first, text(one), text(other))
    return any(
        text(left) == text(right)
        or _is_of(evaluator, document, left, right)
        or _is_of(evaluator, document, right, left)
        or _run_over_the_same(evaluator, document, left, right, depth - 1)
        for left, right in pairs
    )


def _is_of(evaluator: Evaluator, document: Document, one: Node, other: Node) -> bool:
    """Say whether one name runs over the elements of another: `vmap(lambda a: vmap(f, (None, 0))(a, xs))(xs)`."""
    taker = _taker(evaluator, document, one)
    return taker is not None and text(_mapped_over(taker)) == text(other)


def _taker(evaluator: Evaluator, document: Document, name: Node) -> Node | None:
    """Return the function that a name is a parameter of, and nothing else."""
    if name.type != "identifier":
        return None
    match reaching(name, evaluator.modules.bindings(document)).bindings:
        case [Binding(kind=Binds.PARAMETER, name_node=parameter)]:
            return scope_of(parameter)
        case _:
            return None


def _mapped_over(taker: Node) -> Node | None:
    """Return what a lambda is mapped over: `xs` of `vmap(lambda a: ...)(xs)`."""
    mapping = parent_of(parent_of(taker))
    call = parent_of(mapping)
    if called_name(mapping) != _MAPS or call.child_by_field_name("function") != mapping:
        return None
    return first_child(required(call, "arguments"))


def _passed(evaluator: Evaluator, document: Document, function: Node, one: str, other: str) -> list[tuple[Node, Node]]:
    """Return what the calls of a function in its own file pass as two of its parameters, by their places.

    What maps it twice passes all elements of both: `vmap(vmap(f, (None, 0)), (0, None))(xs, xs)`.
    """
    names = [*evaluator.parameters(document, function)]
    is_method = scope_of(function).type == "class_definition"
    places = [names.index(each) - is_method for each in (one, other)]
    found: list[tuple[Node, Node]] = []
    for where, call in evaluator.call_sites(document, function):
        if where is not document:
            continue
        given = [each for each in code_in(call.child_by_field_name("arguments")) if each.type != "keyword_argument"]
        if max(places) < len(given):
            found.append((bare(given[places[0]]), bare(given[places[1]])))
    return found
