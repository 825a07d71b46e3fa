"""Counts of the places that `unique` gives to what it found: each of them occurs, so that no count is 0."""

from __future__ import annotations

from dataclasses import replace

from tree_sitter import Node

from nanproof.infer.evaluator import Evaluator
from nanproof.infer.structure import Origin, Roles
from nanproof.infer.value import Number
from nanproof.names.binding import Binds
from nanproof.names.bindings import Bindings
from nanproof.names.reaching import reaching
from nanproof.names.syntax import called_name, code_in, is_a, node_at, passed, required, text

_FINDS = frozenset({"unique", "unique_consecutive"})
_INVERSE, _INDEX = "return_inverse", "return_index"
_SEARCHES = "searchsorted"
# What makes more places than there are things.
_MORE = frozenset({"minlength", "length"})


def of_all_that_occur(evaluator: Evaluator, result: Number, _: Roles, origin: Origin) -> Number | None:
    """Return a count of each value without its 0, where the values are the inverse that `unique` returns."""
    where = origin.where
    call = node_at(where.document.tree.root_node, where.span.start, where.span.end)
    given = code_in(call.child_by_field_name("arguments"))
    names = {text(each.child_by_field_name("name")) for each in given}
    if not given or names & _MORE or not _is_inverse(passed(given[0]), evaluator.modules.bindings(where.document)):
        return None
    kept = tuple(point for point in result.range.points if point.value != 0)
    return replace(result, range=replace(result.range, points=kept))


def _is_inverse(node: Node, bindings: Bindings) -> bool:
    """Say whether an expression is the inverse, `unique(x, return_inverse=True)[1]`, or a name that it was given.

    Or the places where `x` is found among them: `searchsorted(unique(x), x)`.
    """
    if called_name(node) == _SEARCHES:
        return _is_found_among_its_own(node, bindings)
    if node.type == "subscript":
        index = text(node.child_by_field_name("subscript"))
        return index.isdigit() and _place_of_inverse(required(node, "value")) == int(index)
    found = reaching(node, bindings) if node.type == "identifier" else None
    if found is None or len(found.bindings) != 1 or found.bindings[0].kind is not Binds.ASSIGNMENT:
        return False
    binding = found.bindings[0]
    if not binding.path:
        return is_a(binding.value, "subscript", "call") and _is_inverse(binding.value, bindings)
    return binding.value is not None and binding.path == (_place_of_inverse(binding.value),)


def _is_found_among_its_own(call: Node, bindings: Bindings) -> bool:
    """Say whether each of the things that are sought for is one of those among which it is, and all of those are."""
    given = code_in(call.child_by_field_name("arguments"))
    if len(given) != 2 or not is_a(given[1], "identifier"):
        return False
    found = reaching(given[0], bindings).bindings if is_a(given[0], "identifier") else ()
    is_one = len(found) == 1 and found[0].kind is Binds.ASSIGNMENT and found[0].path in ((), (0,))
    unique = found[0].value if is_one else given[0]
    of = code_in(unique.child_by_field_name("arguments")) if unique is not None else []
    if unique is None or called_name(unique) not in _FINDS or not of or text(of[0]) != text(given[1]):
        return False
    if found and bool(found[0].path) == (len(of) == 1):
        return False  # a row of them, or all that is returned
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
