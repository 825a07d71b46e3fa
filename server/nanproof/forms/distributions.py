"""Whether an operand is a parameter of a probability distribution, valid by contract: its scale, its probabilities.

Whoever makes the distribution gives them, and what the distribution computes of them is right for all that it may be
given: a scale is positive, and where a probability is 0 its logarithm is -inf.
"""

from __future__ import annotations

import re

from tree_sitter import Node

from nanproof.forms.expressions import number_at, origin
from nanproof.names.functions import decorators
from nanproof.names.scopes import definitions_around, functions_around, scope_of
from nanproof.names.syntax import bare, called_name, code_in, first_child, is_a, required, text, undecorated
from nanproof.sites.site import Site

_BASE = re.compile(r"(?:Distribution|ExponentialFamily|Bijector)$")
# What says of a class that it has parameters, and which values they may take.
_CONTRACTS = frozenset({"_parameter_properties", "arg_constraints", "_param_event_ndims"})
# What each distribution has, whatever it inherits from.
_OF_EACH = frozenset({"sample", "log_prob"})
_REGISTERS = re.compile(r"register_?kl", re.IGNORECASE)
_OF_EITHER_SIGN = re.compile(r"logit|loc$|mean|value|sample|low$|high$|shift")
_PROBABILITY = re.compile(r"prob")
_KEEPS = frozenset({"convert_to_tensor", "identity", "abs", "asarray", "as_tensor", "cast", "broadcast_to", "square"})
_OPERATORS = frozenset({"+", "*", "/", "**"})
_NUMBERS = frozenset({"integer", "float"})
_WEIGHT = "parameter"
DEEPEST = 8


def is_of_a_distribution(site: Site) -> bool:
    """Say whether an operand is made of parameters of a distribution alone, of those that are never negative."""
    return _is_parameter(site, site.operand_node, _holders(site), DEEPEST)


def _holders(site: Site) -> frozenset[str]:
    """Return the names that hold a distribution where an operation stands: `self`, or what a divergence is of."""
    for function in functions_around(site.node):
        if function.type != "function_definition":
            continue
        owner = scope_of(function)
        if _is_distribution(owner):
            return frozenset({"self"})
        if _is_registered(site, function):
            given = code_in(function.child_by_field_name("parameters"))
            return frozenset(text(each).partition(":")[0].strip() for each in given)
    return frozenset()


def _is_registered(site: Site, function: Node) -> bool:
    """Say whether a function is the divergence of two distributions: `@RegisterKL(A, B)`, `RegisterKL(A, B)(f)`."""
    if any(_REGISTERS.search(each) for each in decorators(function)):
        return True
    name = text(function.child_by_field_name("name"))
    for use in site.engine.modules.bindings(site.document).occurrences(name):
        call = use.parent.parent if is_a(use.parent, "argument_list") else None
        if call is not None and _REGISTERS.search(text(call.child_by_field_name("function"))):
            return True
    return False


def _is_distribution(owner: Node) -> bool:
    bases = code_in(owner.child_by_field_name("superclasses"))
    if any(_BASE.search(text(each)) for each in bases):
        return True
    members = {_name_of(each) for each in code_in(owner.child_by_field_name("body"))}
    return not members.isdisjoint(_CONTRACTS) or members >= _OF_EACH


def _name_of(member: Node) -> str:
    member = undecorated(member)
    if member.type == "expression_statement":
        return text(member.named_children[0].child_by_field_name("left"))
    return text(member.child_by_field_name("name"))


def _is_parameter(site: Site, node: Node, holders: frozenset[str], depth: int) -> bool:
    """Say whether an expression is a parameter, or made of parameters and numbers by what keeps them positive."""
    node = origin(site, bare(node)).node
    if not depth:
        return False
    match node.type:
        case "attribute":
            holder = required(node, "object")
            name = text(node.child_by_field_name("attribute"))
            is_kept = text(holder) in holders and not _OF_EITHER_SIGN.search(name)
            return is_kept and not _is_trained(site, name)
        case "subscript":
            return _is_parameter(site, required(node, "value"), holders, depth - 1)
        case "unary_operator" | "binary_operator" if (complement := _complement(node)) is not None:
            of = origin(site, complement).node
            return _PROBABILITY.search(text(of)) is not None and _is_parameter(site, of, holders, depth - 1)
        case "binary_operator":
            sides = [required(node, side) for side in ("left", "right")]
            named = [each for each in sides if not _is_positive(site, each)]
            is_kept = text(node.child_by_field_name("operator")) in _OPERATORS
            return is_kept and all(_is_parameter(site, each, holders, depth - 1) for each in named)
        case "call" if called_name(node) in _KEEPS:
            owner = required(node, "function").child_by_field_name("object")
            kept = first_child(required(node, "arguments")) or owner
            return kept is not None and _is_parameter(site, kept, holders, depth - 1)
        case _:
            return False


def _is_trained(site: Site, name: str) -> bool:
    """Say whether a class makes a weight of what it was given, which a step of training can put below 0."""
    engine, document = site.engine, site.document
    owners = {each for each in definitions_around(site.node) if each.type == "class_definition"}
    values = [each.value for each in engine.modules.bindings(document).of_attribute(name) if each.value is not None]
    for value in values:
        callee = value.child_by_field_name("function")
        if callee is not None and not owners.isdisjoint(definitions_around(callee)):
            operation = engine.operation_of(engine.value(engine.around(document, callee), callee))
            if operation is not None and operation.function.name == _WEIGHT:
                return True
    return False


def _is_positive(site: Site, node: Node) -> bool:
    known = None if _is_number(node) else number_at(site, node)
    return _is_number(node) or (known is not None and known.range.interval.low > 0)


def _complement(node: Node) -> Node | None:
    """Return the probability that an expression is the complement of: of `1 - p`, and of `-p`, of which log1p is."""
    if text(node.child_by_field_name("operator")) != "-":
        return None
    left = node.child_by_field_name("left")
    if left is not None and not _is_number(left):
        return None
    return node.child_by_field_name("right") or node.child_by_field_name("argument")


def _is_number(node: Node) -> bool:
    """Say whether an expression is a positive number, whatever dtype it is given: `np.float32(2.)`."""
    node = bare(node)
    if node.type == "call":
        given = code_in(node.child_by_field_name("arguments"))
        return len(given) == 1 and _is_number(given[0])
    return node.type in _NUMBERS and any(each in "123456789" for each in text(node))
