"""Whether an operand is what was drawn by its own probabilities: what has the probability 0 is never drawn.

`probs[torch.multinomial(probs, 1)]`, `probs.gather(1, Categorical(probs).sample())`.
"""

from __future__ import annotations

from tree_sitter import Node

from nanproof.forms.expressions import number_at, origin
from nanproof.infer.structure import essence
from nanproof.names.syntax import bare, called_name, code_in, required, text
from nanproof.sites.site import Site

# What draws by the probabilities that it is given first, or by this name.
_DRAWS = {"multinomial": "", "Categorical": "probs", "OneHotCategorical": "probs", "choice": "p"}
_PICKS = frozenset({"gather", "index_select", "take_along_axis", "take_along_dim", "take"})
LONGEST_WAY = 8


def is_drawn_by_itself(site: Site) -> bool:
    """Say whether an operand is an item of probabilities whose index was drawn by them."""
    node = origin(site, site.operand_node).node
    probabilities, indices = _picked(node)
    known = number_at(site, probabilities) if probabilities is not None else None
    if probabilities is None or known is None or not known.term:
        return False
    own = essence(site.engine, known.term)
    return any(own == _drawn_by(site, each, LONGEST_WAY) for each in indices)


def _picked(node: Node) -> tuple[Node | None, list[Node]]:
    """Return what an expression picks from, and the indices by which it does."""
    if node.type == "subscript":
        return required(node, "value"), node.children_by_field_name("subscript")
    if node.type != "call" or called_name(node) not in _PICKS:
        return None, []
    callee, given = required(node, "function"), code_in(node.child_by_field_name("arguments"))
    values = [each.child_by_field_name("value") if each.type == "keyword_argument" else each for each in given]
    known = [each for each in values if each is not None]
    owner = callee.child_by_field_name("object")
    is_method = len([each for each in known if each.type != "integer"]) == 1
    return (owner, known) if is_method else (known[0] if known else None, known[1:])


def _drawn_by(site: Site, index: Node, depth: int) -> int:
    """Return the term of the probabilities by which an index was drawn; 0 where it was not drawn by any."""
    node = origin(site, bare(index)).node
    if depth == 0:
        return 0
    if node.type in ("subscript", "attribute"):
        holder = node.child_by_field_name("value" if node.type == "subscript" else "object")
        return _drawn_by(site, holder, depth - 1) if holder is not None else 0
    if node.type != "call":
        return 0
    name, given = called_name(node), code_in(node.child_by_field_name("arguments"))
    if name in _DRAWS:
        named = {text(each.child_by_field_name("name")): each.child_by_field_name("value") for each in given}
        by_place = [each for each in given if each.type != "keyword_argument"]
        first = by_place[0] if by_place and name != "choice" else None
        probabilities = named.get(_DRAWS[name]) or first
        known = number_at(site, probabilities) if probabilities is not None else None
        return essence(site.engine, known.term) if known is not None else 0
    callee = required(node, "function")
    owner = callee.child_by_field_name("object")
    return _drawn_by(site, owner, depth - 1) if owner is not None else 0
