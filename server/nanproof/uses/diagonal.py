"""Whether what is invalid on the diagonal alone is written over before anybody reads it.

`w = 1 / d; np.fill_diagonal(w, 0)` of the distances `d` of each to each: a thing is at the distance 0 of itself only.
"""

from __future__ import annotations

from tree_sitter import Node

from nanproof.infer.pairwise import DIAGONAL
from nanproof.names.reaching import reaching
from nanproof.names.scopes import scope_of
from nanproof.names.syntax import called_name, code_in, inside, is_a, parent_of, required, text
from nanproof.sites.site import Site

_FILLS = frozenset({"fill_diagonal", "fill_diagonal_"})
_PLACES = frozenset({"diag_indices", "diag_indices_from", "eye", "identity"})
# What computes element by element, so that a diagonal stays one.
_ELEMENTWISE = frozenset({"binary_operator", "parenthesized_expression", "unary_operator"})
_ASSIGNS = frozenset({"assignment", "augmented_assignment"})
MOST_NAMES = 4  # names that a result goes through, one into the next


def is_diagonal_replaced(site: Site) -> bool:
    """Say whether a site is invalid on a diagonal alone, and what comes of that is written over."""
    made = {each.producer for each in site.operand.made if each.function.name in DIAGONAL}
    invalid = [point for point in site.operand.range.points if not site.holds(point.value)]
    if not invalid or any(made.isdisjoint(dict(point.under)) for point in invalid):
        return False
    return site.engine.once("diagonal replaced", site.node, lambda: _is_replaced(site, site.node, MOST_NAMES))


def _is_replaced(site: Site, result: Node, names: int) -> bool:
    """Say whether a result gets a name whose diagonal is the first to be replaced, itself or in what is made of it."""
    node = result
    while parent_of(node).type in _ELEMENTWISE:
        node = parent_of(node)
    statement = parent_of(node)
    target = statement.child_by_field_name("left")
    if statement.type not in _ASSIGNS or not is_a(target, "identifier") or names == 0:
        return False
    reads = _reads(site, target)
    if not reads:
        return False
    return _is_fill(reads[0], statement) or all(_is_replaced(site, each, names - 1) for each in reads)


def _reads(site: Site, target: Node) -> list[Node]:
    """Return where the value that an assignment gives to a name is read, in order."""
    bindings, scope = site.engine.modules.bindings(site.document), scope_of(target)
    uses = bindings.occurrences_in(text(target), scope.start_byte, scope.end_byte)
    read = [each for each in uses if parent_of(each).child_by_field_name("left") != each]
    return [each for each in read if any(one.name_node == target for one in reaching(each, bindings).bindings)]


def _is_fill(use: Node, made: Node) -> bool:
    """Say whether a statement behind an assignment, in the same block, writes into the diagonal of a name."""
    statement = use
    while not is_a(parent_of(statement), "block", "module"):
        statement = parent_of(statement)
    if parent_of(statement) != parent_of(parent_of(made)) or statement.start_byte < made.end_byte:
        return False
    for each in inside(statement):
        if called_name(each) in _FILLS and text(use) in _filled(each):
            given = code_in(each.child_by_field_name("arguments"))
            return not _is_read_by(use, [one for one in given if text(one) != text(use)])
        if each.type == "assignment" and _is_diagonal_of(required(each, "left"), use):
            return not _is_read_by(use, code_in(each)[1:])
    return False


def _is_read_by(use: Node, written: list[Node]) -> bool:
    """Say whether what is written into a diagonal is computed of the matrix: `np.fill_diagonal(w, w.max())`."""
    return any(text(use) == text(part) for each in written for part in inside(each))


def _filled(call: Node) -> list[str]:
    """Return what a call may fill: what it is a method of, and its first argument."""
    callee, given = required(call, "function"), code_in(call.child_by_field_name("arguments"))[:1]
    return [text(callee.child_by_field_name("object")), *map(text, given)]


def _is_diagonal_of(target: Node, use: Node) -> bool:
    """Say whether `w[i, i]`, `w[np.diag_indices(n)]` or `w[np.eye(n, dtype=bool)]` is assigned."""
    if target.type != "subscript" or required(target, "value") != use:
        return False
    indices = target.children_by_field_name("subscript")
    is_twice = len(indices) == 2 and text(indices[0]) == text(indices[1]) and indices[0].type != "slice"
    return is_twice or any(called_name(each) in _PLACES for index in indices for each in inside(index))
