"""Whether an operand is what was drawn by its own probabilities: what has the probability 0 is never drawn.

`probs[torch.multinomial(probs, 1)]`, `probs.gather(1, Categorical(probs).sample())`.
"""

from __future__ import annotations

from tree_sitter import Node

from nanproof.forms.expressions import number_at, origin
from nanproof.infer.structure import essence
from nanproof.names.syntax import called_name, code_in, passed, required, text
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
    drawn_by = {_drawn_by(site, each) for each in indices} - {0}
    return known is not None and essence(site.engine, known.term) in drawn_by


def _picked(node: Node) -> tuple[Node | None, list[Node]]:
    """Return what an expression picks from, and the indices by which it does."""
    if node.type == "subscript":
        return required(node, "value"), node.children_by_field_name("subscript")
    if called_name(node) not in _PICKS:
        return None, []
    callee, given = required(node, "function"), code_in(node.child_by_field_name("arguments"))
    known = [passed(each) for each in given]
    owner = callee.child_by_field_name("object")
    is_method = len([each for each in known if each.type != "integer"]) == 1
    return (owner, known) if is_method else (known[0] if known else None, known[1:])


def _drawn_by(site: Site, index: Node) -> int:
    """Return the term of the probabilities by which an index was drawn; 0 where it was not drawn by any."""
    node = origin(site, index).node
    for _ in range(LONGEST_WAY):
        if called_name(node) in _DRAWS:
            return _term_given(site, node)
        named = required(node, "function") if node.type == "call" else node
        holder = named.child_by_field_name("value" if named.type == "subscript" else "object")
        if holder is None:
            return 0
        node = origin(site, holder).node
    return 0


def _term_given(site: Site, draw: Node) -> int:
    """Return the term of the probabilities that a draw is given, 0 where it is given others, or logits."""
    given = code_in(draw.child_by_field_name("arguments"))
    named = {text(each.child_by_field_name("name")): each for each in given if each.type == "keyword_argument"}
    by_name = named.get(_DRAWS[called_name(draw)])
    first = next((each for each in given if each.type != "keyword_argument"), None)
    probabilities = required(by_name, "value") if by_name is not None else first
    known = number_at(site, probabilities) if probabilities is not None else None
    return essence(site.engine, known.term) if known is not None else 0
