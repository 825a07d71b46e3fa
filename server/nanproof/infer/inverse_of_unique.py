"""Counts of the places that `unique` gives to what it found: each of them occurs, so that no count is 0."""

from __future__ import annotations

from dataclasses import replace

from tree_sitter import Node

from nanproof.infer.evaluator import Evaluator
from nanproof.infer.structure import Origin, Roles
from nanproof.infer.value import Number
from nanproof.names.binding import Binding, Binds
from nanproof.names.bindings import Bindings
from nanproof.names.reaching import reaching
from nanproof.names.syntax import called_name, code_in, is_a, node_at, passed, required, text

_FINDS = frozenset({"unique", "unique_consecutive"})
_INVERSE, _INDEX = "return_inverse", "return_index"
_SEARCHES = "searchsorted"
_MOST_NAMES = 4  # that hold the places one after the other
# What makes more places than there are things.
_MORE = frozenset({"minlength", "length"})


def of_all_that_occur(evaluator: Evaluator, result: Number, _: Roles, origin: Origin) -> Number | None:
    """Return a count of each value without its 0, where the values are the inverse that `unique` returns."""
    where = origin.where
    call = node_at(where.document.tree.root_node, where.span.start, where.span.end)
    given = code_in(call.child_by_field_name("arguments"))
    names = {text(each.child_by_field_name("name")) for each in given}
    bindings = evaluator.modules.bindings(where.document)
    if names & _MORE or not any(_is_inverse(passed(each), bindings) for each in given[:1]):
        return None
    kept = tuple(point for point in result.range.points if point.value != 0)
    return replace(result, range=replace(result.range, points=kept))


def of_segments_that_occur(evaluator: Evaluator, result: Number, roles: Roles, origin: Origin) -> Number | None:
    """Return the sums of ones that go to the places of an inverse as what they are, above 0: each of them occurs.

    Who adds them up by an inverse makes as many places as `unique` found.
    """
    ones = roles.get("y", roles["x"]).range.single
    if ones is None or ones <= 0:
        return None
    where = origin.where
    call = node_at(where.document.tree.root_node, where.span.start, where.span.end)
    bindings = evaluator.modules.bindings(where.document)
    given = code_in(call.child_by_field_name("arguments"))
    return result if any(_is_inverse(passed(each), bindings) for each in given) else None


def _is_inverse(node: Node, bindings: Bindings) -> bool:
    """Say whether an expression is the inverse, `unique(x, return_inverse=True)[1]`, or a name that it was given.

    Or the places where `x` is found among them: `searchsorted(unique(x), x)`.
    """
    for _ in range(_MOST_NAMES):
        if called_name(node) == _SEARCHES:
            return _is_found_among_its_own(node, bindings)
        if node.type == "subscript":
            index = text(node.child_by_field_name("subscript"))
            return index.isdigit() and _place_of_inverse(required(node, "value")) == int(index)
        match reaching(node, bindings).bindings:
            case [Binding(Binds.ASSIGNMENT, value=Node() as value, path=())]:
                node = value
            case [Binding(Binds.ASSIGNMENT, value=Node() as value, path=path)]:
                return path == (_place_of_inverse(value),)
            case _:
                return False
    return False


def _is_found_among_its_own(call: Node, bindings: Bindings) -> bool:
    """Say whether each of the things that are sought for is one of those among which it is, and all of those are."""
    given = code_in(call.child_by_field_name("arguments"))
    if len(given) != 2 or not is_a(given[1], "identifier"):
        return False
    match reaching(given[0], bindings).bindings:
        case [Binding(Binds.ASSIGNMENT, value=Node() as value, path=() | (0,))]:
            unique = value
        case _:
            unique = given[0]
    of = code_in(unique.child_by_field_name("arguments"))
    if called_name(unique) not in _FINDS or not of or text(of[0]) != text(given[1]):
        return False
    return reaching(of[0], bindings).bindings == reaching(given[1], bindings).bindings


def _place_of_inverse(call: Node) -> int | None:
    """Return which of the results of a call is the inverse, None where there is none."""
    if called_name(call) not in _FINDS:
        return None
    given = code_in(call.child_by_field_name("arguments"))
    asked = {text(each.child_by_field_name("name")) for each in given if text(passed(each)) == "True"}
    if _INVERSE not in asked:
        return None
    return 1 + (_INDEX in asked)
