"""Whether what is invalid on the diagonal alone is written over before anybody reads it.

`w = 1 / d; np.fill_diagonal(w, 0)` of the distances `d` of each to each: a thing is at the distance 0 of itself only.
"""

from __future__ import annotations

from tree_sitter import Node

from nanproof.forms.expressions import is_number
from nanproof.infer.narrowing import spelt_out
from nanproof.infer.pairwise import DIAGONAL
from nanproof.names.binding import CHANGES
from nanproof.names.reaching import reached_from, reaching
from nanproof.names.scopes import scope_of
from nanproof.names.syntax import called_name, code_in, inside, outwards, parent_of, required, text
from nanproof.sites.site import Site

_FILLS = frozenset({"fill_diagonal", "fill_diagonal_"})
_WRITES = frozenset({"fill_", "add_", "copy_"})
_ALWAYS = frozenset({"expression_statement", "for_statement"})  # what runs before what stands behind it
_PLACES = frozenset({"diag_indices", "diag_indices_from", "eye", "identity"})
# What has the same elements in the memory of a matrix; `flatten` copies them in NumPy.
_VIEWS, _FLAT = frozenset({"view", "ravel", "reshape"}), frozenset({"flat"})
# What computes element by element, so that a diagonal stays one.
_ELEMENTWISE = frozenset({"binary_operator", "parenthesized_expression", "unary_operator"})
_ASSIGNS = frozenset({"assignment", "augmented_assignment"})
_NO_COUNTERS = frozenset({"slice", "integer"})  # all of an axis, or one place on it
MOST_NAMES = 4  # names that a result goes through, one into the next


def is_diagonal_replaced(site: Site) -> bool:
    """Say whether a site is invalid on a diagonal alone, and what comes of that is written over."""
    if not _is_on_a_diagonal(site):
        return False
    return site.engine.once("diagonal replaced", site.node, lambda: _is_replaced(site, site.node, MOST_NAMES))


def is_diagonal_filled(site: Site) -> bool:
    """Say whether a site would be invalid on a diagonal alone, into which something was written before."""
    return _is_on_a_diagonal(site) and site.engine.once("diagonal filled", site.node, lambda: _is_filled_before(site))


def _is_on_a_diagonal(site: Site) -> bool:
    made = {each.producer for each in site.operand.made if each.function.name in DIAGONAL}
    invalid = [point for point in site.operand.range.points if not site.holds(point.value)]
    return bool(invalid) and not any(made.isdisjoint(dict(point.under)) for point in invalid)


def _is_filled_before(site: Site) -> bool:
    """Say whether a statement before a site, in a block around it, fills the diagonal of a name in its operand."""
    bindings = site.engine.modules.bindings(site.document)
    for name in (each for each in inside(site.operand_node) if each.type == "identifier"):
        bound = reaching(name, bindings).bindings
        changed = min((each.statement.start_byte for each in bound), default=site.node.end_byte)
        made = max((each.statement.end_byte for each in bound if each.kind not in CHANGES), default=changed)
        for around in (site.node, *outwards(site.node, "function_definition", "module")):
            before = around.prev_named_sibling
            while before is not None and before.start_byte >= made:
                if before.type in _ALWAYS and any(_fills_with_more(site, each, text(name)) for each in inside(before)):
                    return True
                before = before.prev_named_sibling
    return False


def _fills_with_more(site: Site, node: Node, name: str) -> bool:
    """Say whether a call or an assignment writes something other than 0 into the diagonal of a name.

    An item that is 0 is known to be.
    """
    if node.type == "assignment":
        is_written = node.child_by_field_name("right") is not None
        return is_written and _is_diagonal_of(site, required(node, "left"), name)
    given = code_in(node.child_by_field_name("arguments"))
    if not given or is_number(given[-1], 0):
        return False
    if called_name(node) in _FILLS:
        return name in _filled(node)
    owner = required(node, "function").named_children[:1]
    return called_name(node) in _WRITES and any(
        called_name(each) == "diagonal" and name in _filled(each) for each in owner
    )


def _is_replaced(site: Site, result: Node, names: int) -> bool:
    """Say whether a result gets a name whose diagonal is the first to be replaced, itself or in what is made of it.

    A loop may read what it adds to.
    """
    statement = _statement_of(result)
    if statement.type not in _ASSIGNS or names == 0:
        return False
    target = required(statement, "left")
    if target.type == "attribute":
        return _is_filled_next(site, statement, target)
    reads = [each for each in _reads(site, target) if _statement_of(each) != statement]
    if not reads:
        return False
    return _is_fill(site, reads[0], statement) or all(_is_replaced(site, each, names - 1) for each in reads)


def _statement_of(expression: Node) -> Node:
    """Return what stands around all that is computed of an expression element by element."""
    node = parent_of(expression)
    while node.type in _ELEMENTWISE:
        node = parent_of(node)
    return node


def _is_filled_next(site: Site, statement: Node, target: Node) -> bool:
    """Say whether the first that is done with an attribute, or with its object, is to write into its diagonal."""
    owner, following = text(target.child_by_field_name("object")), parent_of(statement).next_named_sibling
    while following is not None:
        uses = [each for each in inside(following) if text(each) == text(target)]
        if uses:
            return _is_fill(site, uses[0], statement)
        if any(_is_handed(each, owner) for each in inside(following)):
            return False
        following = following.next_named_sibling
    return False


def _is_handed(node: Node, owner: str) -> bool:
    """Say whether a call is a method of an object, or is given it: `self.draw()`, `draw(self)`; so is a return."""
    if node.type in ("return_statement", "yield"):
        return True
    given = code_in(node.child_by_field_name("arguments")) if node.type == "call" else []
    callee = node.child_by_field_name("function") if node.type == "call" else None
    return any(text(each) == owner for each in given) or text(callee).startswith(f"{owner}.")


def _reads(site: Site, target: Node) -> list[Node]:
    """Return where the value that an assignment gives to a name is read, in order."""
    bindings, scope = site.engine.modules.bindings(site.document), scope_of(target)
    uses = bindings.occurrences_in(text(target), scope.start_byte, scope.end_byte)
    return list(reached_from(target, (each for each in uses if not _is_target(each)), bindings))


def _is_target(use: Node) -> bool:
    return parent_of(use).type in _ASSIGNS and parent_of(use).child_by_field_name("left") == use


def _is_fill(site: Site, use: Node, made: Node) -> bool:
    """Say whether a statement behind an assignment writes into the diagonal of a name: in its block, or one around."""
    statement = use
    for above in outwards(use, "block", "module"):
        statement = above
    block = parent_of(statement)
    if block.start_byte > made.start_byte or statement.start_byte < made.end_byte:
        return False
    for each in inside(statement):
        if called_name(each) in _FILLS and text(use) in _filled(each):
            given = code_in(each.child_by_field_name("arguments"))
            return not _is_read_by(use, [one for one in given if text(one) != text(use)])
        if each.type == "assignment" and _is_diagonal_of(site, required(each, "left"), text(use)):
            return not _is_read_by(use, code_in(each)[1:])
    return False


def _is_read_by(use: Node, written: list[Node]) -> bool:
    """Say whether what is written into a diagonal is computed of the matrix: `np.fill_diagonal(w, w.max())`."""
    return any(text(use) == text(part) for each in written for part in inside(each))


def _filled(call: Node) -> list[str]:
    """Return what a call may fill: what it is a method of, and its first argument."""
    callee, given = required(call, "function"), code_in(call.child_by_field_name("arguments"))[:1]
    return [text(callee.child_by_field_name("object")), *map(text, given)]


def _is_diagonal_of(site: Site, target: Node, name: str) -> bool:
    """Say whether `w[i, i]`, `w[np.diag_indices(n)]` or `w[np.eye(n, dtype=bool)]` is assigned.

    Or each so many elements of rows that are written one behind the other, `w.view(-1)[:: n + 1]`, `w.flat[:: n + 1]`.
    """
    value = target.child_by_field_name("value") if target.type == "subscript" else None
    if value is None:
        return False
    indices = target.children_by_field_name("subscript")
    if text(value) != name:
        return _is_flat(value, name) and text(indices[-1]).rpartition("::")[1] != ""
    is_twice = len(indices) == 2 and text(indices[0]) == text(indices[1]) and indices[0].type not in _NO_COUNTERS
    return is_twice or any(_is_of_places(site, index) for index in indices)


def _is_flat(value: Node, name: str) -> bool:
    called = required(value, "function") if value.type == "call" else value
    if text(called.child_by_field_name("object")) != name:
        return False
    return text(called.child_by_field_name("attribute")) in (_VIEWS if value.type == "call" else _FLAT)


def _is_of_places(site: Site, index: Node) -> bool:
    """Say whether an index, or what it names, is that of a diagonal, and not of all but a diagonal."""
    written = spelt_out(site.engine, site.frame, index)
    if any(text(each.child_by_field_name("operator")) == "~" for each in inside(written)):
        return False
    return any(called_name(each) in _PLACES for each in inside(written))
