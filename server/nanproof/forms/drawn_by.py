"""Whether an operand is what was drawn by its own probabilities: what has the probability 0 is never drawn.

`probs[torch.multinomial(probs, 1)]`, `probs.gather(1, Categorical(logits=z / 2).sample())`. Nor is it the largest:
`probs[probs.argmax()]`, `best, i = z.max(1)` and `softmax(z)[i]`.
"""

from __future__ import annotations

from tree_sitter import Node

from nanproof.forms.expressions import number_at, origin
from nanproof.infer.structure import essence, name_of, operand
from nanproof.infer.value import Holder, Number
from nanproof.names.binding import Binding
from nanproof.names.reaching import reaching
from nanproof.names.syntax import bare, called_name, code_in, passed, required, sides, text
from nanproof.sites.site import Site

# What draws by the probabilities that it is given first, or by this name.
_DRAWS = {
    "multinomial": "",
    "Categorical": "probs",
    "OneHotCategorical": "probs",
    "choice": "p",
    "choices": "weights",
}
# What draws by logits: those that it is given by this name, or anywhere.
_DRAWS_BY_LOGITS = {"Categorical": "logits", "OneHotCategorical": "logits", "categorical": ""}
_LARGEST = frozenset({"argmax", "max"})
_WITH_PLACES = "max"  # its largest come first, then their places
_SHAPES = frozenset({"same", "cast"})
_SCALES = frozenset({"*", "/"})
_PICKS = frozenset({"gather", "index_select", "take_along_axis", "take_along_dim", "take"})
# What is likelier than other things is it in these too: logits over a temperature, less a penalty for some.
_MOVED = frozenset({"add", "multiply"})
_MOVED_FIRST = frozenset({"divide", "subtract", "same", "cast", "detach", "tensor"})
LONGEST_WAY = 8


def is_drawn_by_itself(site: Site) -> bool:
    """Say whether an operand is an item of probabilities whose index was drawn by them, or by their logits.

    So is a multiple of one, `n * p[i]`: an importance weight.
    """
    return any(_is_drawn(site, each) for each in _factors(site, origin(site, site.operand_node).node))


def _factors(site: Site, node: Node) -> list[Node]:
    """Return an expression, or the one factor of it that can be 0."""
    node = bare(node)
    product = sides(node)
    if product is None or product[1] not in _SCALES:
        return [node]
    factors = [product[0], product[2]] if product[1] == "*" else [product[0]]
    varying = [each for each in factors if not _is_count(site, each)]
    return _factors(site, origin(site, varying[0]).node) if len(varying) == 1 else []


def _is_count(site: Site, node: Node) -> bool:
    """Say whether an expression is a number of Python's, or may be one: how many there are to draw from."""
    match number_at(site, node):
        case Number(holder=Holder.PYTHON):
            return True
        case Number(holder=Holder.ANY):
            return _picked(origin(site, node).node)[0] is None
        case _:
            return False


def _is_drawn(site: Site, node: Node) -> bool:
    probabilities, indices = _picked(_as_picked(site, node))
    known = number_at(site, probabilities) if probabilities is not None else None
    if known is None:
        return False
    drawn_by = essence(site.engine, known.term)
    made = site.engine.structure(drawn_by)
    logits = essence(site.engine, operand(made)) if name_of(made) == "softmax" else 0
    return any(_is_drawn_by(site, each, drawn_by, logits) for each in indices)


def _as_picked(site: Site, node: Node) -> Node:
    """Return what an expression only gives another shape or dtype, by a method: `p.gather(1, i).squeeze(1)`."""
    for _ in range(LONGEST_WAY):
        if node.type != "call" or called_name(node) in _PICKS:
            return node
        function = required(node, "function")
        called = site.engine.value(site.engine.around(site.document, node), function)
        operation, owner = site.engine.operation_of(called), function.child_by_field_name("object")
        if operation is None or operation.kind != "method" or operation.function.name not in _SHAPES or owner is None:
            return node
        node = origin(site, owner).node
    return node


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


def _is_drawn_by(site: Site, index: Node, probabilities: int, logits: int) -> bool:
    """Say whether an index was drawn by probabilities, or by the logits that they are the softmax of."""
    node = _places_of_largest(site, index) or origin(site, index).node
    for _ in range(LONGEST_WAY):
        draw = called_name(node)
        if draw in _DRAWS or draw in _DRAWS_BY_LOGITS or draw in _LARGEST:
            by = _given(site, node, _DRAWS.get(draw)) + (_owner(site, node) if draw in _LARGEST else [])
            by_logits = by if draw in _LARGEST else _given(site, node, _DRAWS_BY_LOGITS.get(draw))
            return probabilities in by or (logits != 0 and any(_rests_on(site, each, logits) for each in by_logits))
        named = required(node, "function") if node.type == "call" else node
        holder = named.child_by_field_name("value" if named.type == "subscript" else "object")
        if holder is None:
            return False
        node = _places_of_largest(site, holder) or origin(site, holder).node
    return False


def _places_of_largest(site: Site, index: Node) -> Node | None:
    """Return the call whose second result a name is, where that is where the largest stand: `best, i = z.max(1)`."""
    if index.type != "identifier":
        return None
    match reaching(index, site.engine.modules.bindings(site.document)).bindings:
        case [Binding(path=(1,), value=Node() as value)] if called_name(value) == _WITH_PLACES:
            return value
        case _:
            return None


def _rests_on(site: Site, term: int, logits: int, depth: int = LONGEST_WAY) -> bool:
    """Say whether a term is the logits, moved and scaled or not."""
    term = essence(site.engine, term)
    if term == logits or not depth:
        return term == logits
    structure = site.engine.structure(term)
    match structure:
        case ("joined", _, tuple() as terms):
            return all(_rests_on(site, each, logits, depth - 1) for each in terms if isinstance(each, int))
        case (str() as name, tuple()) if name in _MOVED | _MOVED_FIRST:
            given = [operand(structure), *([operand(structure, "y")] if name in _MOVED else [])]
            return any(_rests_on(site, each, logits, depth - 1) for each in given)
        case _:
            return False


def _given(site: Site, draw: Node, named: str | None) -> list[int]:
    """Return the terms of what a draw may be by: what has a name, or has none; nothing where the name is None."""
    if named is None and called_name(draw) not in _LARGEST:
        return []
    given = code_in(draw.child_by_field_name("arguments"))
    by_name = [each for each in given if text(each.child_by_field_name("name")) == named and named]
    is_by_name = named == "logits"
    nodes = by_name or ([] if is_by_name else [each for each in given if each.type != "keyword_argument"])
    return _terms(site, [passed(each) for each in nodes])


def _owner(site: Site, call: Node) -> list[int]:
    owner = required(call, "function").child_by_field_name("object")
    return _terms(site, [owner]) if owner is not None else []


def _terms(site: Site, nodes: list[Node]) -> list[int]:
    known = [number_at(site, each) for each in nodes]
    return [essence(site.engine, each.term) for each in known if each is not None and each.term]
