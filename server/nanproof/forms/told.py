"""Operands that nothing is known of and that are valid all the same, by the way they are written.

A tensor of literal numbers, Python's own integers, ranks, the diagonal of a Cholesky factor, a sum with a parameter
whose default is positive: a mask that its caller chooses, and ratios of what is masked.
"""

from __future__ import annotations

from itertools import islice

from tree_sitter import Node

from nanproof.forms.expressions import number_at, origin
from nanproof.forms.positive_quotients import is_positive_quotient
from nanproof.infer.named_conditions import item_written
from nanproof.infer.value import Holder, Number
from nanproof.names.bindings import Bindings
from nanproof.names.reaching import reaching
from nanproof.names.syntax import (
    bare,
    called_name,
    code_in,
    first_child,
    inside,
    is_a,
    operands,
    parent_of,
    passed,
    required,
    sides,
    text,
)
from nanproof.sites.site import Site

# A mask is a short term.
_MOST_PARTS = 20
_NUMBERS = frozenset({"integer", "float"})
_NUMBERS_OF_PYTHON = frozenset({"int", "float", "len"})
_OF_DATA = frozenset({"Tensor", "FloatTensor", "DoubleTensor", "tensor", "as_tensor", "array", "asarray", "constant"})
_SCALES = frozenset({"*", "/"})
_ZEROS = frozenset({"0", "0.", "0.0"})
# What is added in each step of a diffusion: a schedule that begins above 0.
_VARIANCES = "betas"
_JOINS = frozenset({"append", "cat", "concat", "concatenate", "hstack"})
_SEVERAL = frozenset({"list", "tuple"})
_SECOND_TWICE = (["1", "1:"], ["1:2", "1:"])
# Where functions of numbers stand, and those that draw.
_OF_NUMBERS, _DRAWS = ("numpy.", "scipy.special."), ("numpy.random.", "numpy.empty")
_PLACES = frozenset({"argsort", "argmax", "argmin"})
_SQUARES = frozenset({"square"})
_DIAGONALS = frozenset({"diag", "diag_part", "diagonal"})


def is_told(site: Site) -> bool:
    """Say whether the way an operand is written shows that somebody keeps it valid."""
    node = origin(site, site.operand_node).node
    return (
        _is_literal(_picked_from(site, node))
        or _is_function_of_numbers(site, node)
        or _is_rank_from_the_end(site, node)
        or _is_number_of_python(site, node)
        or _is_diagonal_of_a_factor(site, node)
        or _has_positive_default(site, node)
        or _is_raised_in_place(site, node)
        or _is_above_a_logarithm(site, node)
        or _has_its_zeros_raised(site, node)
        or _has_its_first_replaced(node)
        or text(node).rpartition(".")[2] == _VARIANCES
    )


def is_ratio_of_masked(site: Site) -> bool:
    """Say whether all factors of a product or a ratio are masked: `(p + eps) / (q + eps)`, `2 * (p + 1e-8)`."""
    factors = sides(origin(site, site.operand_node).node)
    if factors is None or factors[1] not in _SCALES:
        return False
    return all(_is_masked(site, each) for each in (factors[0], factors[2]))


def _has_its_first_replaced(node: Node) -> bool:
    """Say whether the second stands in the first one's place too, `append(v[1], v[1:])`: the first alone is 0."""
    if called_name(node) not in _JOINS:
        return False
    given = [passed(each) for each in code_in(required(node, "arguments"))]
    joined = [part for each in given for part in (code_in(each) if each.type in _SEVERAL else [each])]
    picked = [next((each for each in inside(part) if each.type == "subscript"), None) for part in joined[:2]]
    whole = {text(each.child_by_field_name("value")) for each in picked if each is not None}
    places = ["".join(map(text, each.children_by_field_name("subscript"))) for each in picked if each is not None]
    return len(whole) == 1 and places in _SECOND_TWICE


def _picked_from(site: Site, node: Node) -> Node:
    """Return what is picked from by numbers that are written out: `p[0, 1]`."""
    while node.type == "subscript" and all(
        each.type in ("integer", "slice", "unary_operator") for each in node.children_by_field_name("subscript")
    ):
        node = origin(site, required(node, "value")).node
    return node


def _is_number_of_python(site: Site, node: Node) -> bool:
    """Say whether an operand is a setting that became a tensor: `torch.tensor(self.smoothing)`, or one that was asked.

    `1 - t` and `-t` of it too. Of a parameter somebody asked where a condition around speaks of it, `if beta == 0:`.
    """
    for _ in range(_MOST_PARTS):
        inner = [each for each in code_in(node) if each.type not in _NUMBERS]
        if node.type not in ("binary_operator", "unary_operator", "parenthesized_expression") or len(inner) != 1:
            break
        node = origin(site, inner[0]).node
    given = [each for each in code_in(node.child_by_field_name("arguments")) if each.type != "keyword_argument"]
    if called_name(node) not in _OF_DATA or len(given) != 1:
        return False
    if text(given[0].child_by_field_name("function")) in _NUMBERS_OF_PYTHON:
        return True
    if given[0].type == "attribute":
        return text(given[0].child_by_field_name("object")) == "self"
    return text(given[0]) in site.engine.guards(site.document).at(site.node)


def _is_literal(node: Node) -> bool:
    """Say whether an expression calls something with literal numbers alone, all of them positive."""
    if called_name(node) not in _OF_DATA:
        return False
    arguments = code_in(node.child_by_field_name("arguments"))
    within = [each for given in arguments if given.type != "keyword_argument" for each in inside(given)]
    if not within:
        return False
    is_named = any(each.type in ("identifier", "call", "unary_operator") for each in within)
    return not is_named and all(_is_positive_number(each) for each in within if each.type in _NUMBERS)


def _is_function_of_numbers(site: Site, node: Node) -> bool:
    """Say whether a function is taken of numbers that are written out, `np.i0(1)`: the same in each step."""
    given = code_in(node.child_by_field_name("arguments"))
    if not given or any(each.type not in _NUMBERS for each in given):
        return False
    named = site.engine.names.qualified(site.document, required(node, "function")) or ""
    return named.startswith(_OF_NUMBERS) and not named.startswith(_DRAWS)


def _is_rank_from_the_end(site: Site, node: Node) -> bool:
    """Say whether a place is taken from how many there are: `len(x) - argsort(argsort(x))` is 1 at least."""
    terms = operands(node, "-")
    if terms is None:
        return False
    counted, place = (origin(site, each).node for each in terms)
    if called_name(counted) != "len":
        return False
    things = text(required(counted, "arguments")).strip("()")
    for _ in range(_MOST_PARTS):
        if called_name(place) not in _PLACES:
            break
        among = _operands_of(place)
        if things in map(text, among):
            return True
        place = origin(site, next(iter(among), node)).node
    return False


def _operands_of(call: Node) -> list[Node]:
    """Return what a call may be of: its first argument, and what it is a method of."""
    found = (first_child(required(call, "arguments")), required(call, "function").child_by_field_name("object"))
    return [each for each in found if each is not None]


def _is_diagonal_of_a_factor(site: Site, node: Node) -> bool:
    if called_name(node) in _SQUARES:
        node = origin(site, next(iter(_operands_of(node)), node)).node
    if called_name(node) not in _DIAGONALS:
        return False
    callee, arguments = required(node, "function"), required(node, "arguments")
    receiver = callee.child_by_field_name("object")
    sources = [each for each in (receiver, *arguments.named_children) if each is not None]
    return any(_is_factor(site, each) for each in sources)


def _is_factor(site: Site, source: Node) -> bool:
    """Say whether an expression is a Cholesky factor, by how it is written or by what is known of it.

    What one branch makes as a factor, and another is given, is one in both.
    """
    bindings = site.engine.modules.bindings(site.document)
    bound = reaching(source, bindings).bindings if is_a(source, "identifier") else ()
    made = [each.value for each in bound if each.value is not None]
    if any(called_name(each).startswith("cholesky") for each in (*made, origin(site, source).node)):
        return True
    number = number_at(site, source)
    return number is not None and "factor" in number.traits


def _has_positive_default(site: Site, node: Node, depth: int = _MOST_PARTS) -> bool:
    """Say whether a term of a sum is a share of what is uniform, or of a parameter whose default is positive."""
    terms = operands(node, "+")
    if terms is None or not depth:
        return False
    if any(_has_positive_default(site, each, depth - 1) or _is_positive_term(site, each) for each in terms):
        return True
    shares = (number_at(site, each) for each in terms)
    return any(each is not None and is_positive_quotient(each) for each in shares)


def _is_raised_in_place(site: Site, node: Node) -> bool:
    """Say whether such a parameter was added to what a name holds: `p += eps`."""
    bound = reaching(node, site.engine.modules.bindings(site.document)).bindings if is_a(node, "identifier") else ()
    added = [each.statement for each in bound if text(each.statement.child_by_field_name("operator")) == "+="]
    return len(bound) == 1 and any(_is_positive_term(site, required(each, "right")) for each in added)


def _is_above_a_logarithm(site: Site, node: Node) -> bool:
    """Say whether the logarithm of a probability is taken from such a parameter: `eps - log(u + eps)` of Gumbel's."""
    terms = operands(node, "-")
    if terms is None or not _is_positive_term(site, terms[0]):
        return False
    logarithm = origin(site, terms[1]).node
    given = code_in(logarithm.child_by_field_name("arguments"))
    if called_name(logarithm) != "log" or len(given) != 1:
        return False
    added = operands(given[0], "+") or (given[0],)
    match [number_at(site, each) for each in added if not _is_positive_term(site, each)]:
        case [Number() as other]:
            return other.range.interval.high <= 1
        case _:
            return False


def _has_its_zeros_raised(site: Site, node: Node) -> bool:
    """Say whether something small is added where an operand is 0: `p + z` with `z = (p == 0).float() * 1e-8`."""
    terms = operands(node, "+")
    return terms is not None and (_is_raised_where(site, *terms) or _is_raised_where(site, *terms[::-1]))


def _is_raised_where(site: Site, added: Node, raised: Node) -> bool:
    factors = operands(origin(site, added).node, "*") or ()
    conditions = [each for each in factors if not _is_positive_number(bare(each))]
    if len(factors) - len(conditions) != 1:
        return False
    condition = origin(site, conditions[0]).node
    callee = condition.child_by_field_name("function")
    receiver = callee.child_by_field_name("object") if callee is not None else None
    if receiver is not None:
        condition = origin(site, receiver).node  # `.float()`
    compared = code_in(condition)
    is_equality = [text(each) for each in condition.children_by_field_name("operators")] == ["=="]
    return is_equality and text(compared[0]) == text(raised) and text(compared[1]) in _ZEROS


def _is_masked(site: Site, factor: Node) -> bool:
    """Say whether something positive was added to a factor, or whether it is a positive number."""
    node = origin(site, factor).node
    if node.type in _NUMBERS:
        return _is_positive_number(node)
    number = number_at(site, node)
    return (number is not None and "offset" in number.traits) or _has_positive_default(site, bare(node))


def _is_positive_term(site: Site, term: Node) -> bool:
    """Say whether such a parameter stands in a term, and scales nothing that can be 0: `alpha * missed` is no mask."""
    if (sides := operands(term, "*")) is not None:
        others = [each for each in sides if not _is_positive_term(site, each)]
        return len(others) < len(sides) and not any(_can_be_0(site, each) for each in others)
    if operands(term, "+") is not None:
        return False
    return _names_a_positive_parameter(site.engine.modules.bindings(site.document), term)


def _can_be_0(site: Site, factor: Node) -> bool:
    match number_at(site, factor):
        case Number(holder=Holder.PYTHON):
            return False
        case Number() as number:
            return number.range.interval.contains(0.0) and not is_positive_quotient(number)
        case _:
            return True


def _names_a_positive_parameter(bindings: Bindings, term: Node) -> bool:
    parts = list(islice(inside(bare(term)), _MOST_PARTS))
    names = (each for each in parts if each.type == "identifier")
    is_named = any(_is_positive_parameter(bindings, each) for each in names)
    return is_named or any(_is_told_to_self(bindings, each) for each in parts)


def _is_positive_parameter(bindings: Bindings, name: Node) -> bool:
    reached = reaching(name, bindings).bindings
    return len(reached) == 1 and _is_positive(parent_of(reached[0].name_node))


def _is_told_to_self(bindings: Bindings, attribute: Node) -> bool:
    """Say whether all that an attribute of an object is set to is a parameter whose default is positive."""
    if text(attribute.child_by_field_name("object")) != "self":
        return False
    bound = bindings.of_attribute(text(attribute.child_by_field_name("attribute")))
    written = (item_written(each.value, each.path) for each in bound)
    values = [each for each in written if each is not None]
    return bool(values) and all(_is_positive_parameter(bindings, each) for each in values)


def _is_positive(parameter: Node) -> bool:
    return _is_positive_number(parameter.child_by_field_name("value"))


def _is_positive_number(number: Node | None) -> bool:
    try:
        return float(text(number)) > 0
    except ValueError:
        return False  # hexadecimal, complex
