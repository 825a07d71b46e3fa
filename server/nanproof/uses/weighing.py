"""Whether a softmax weighs values, as attention does: its result is multiplied with a matrix, or with all of a place.

What is masked for such a softmax are places that somebody left out, all of them at times; among the logits of a policy
something is always allowed.
"""

from __future__ import annotations

import re

from tree_sitter import Node

from nanproof.infer.engine import Engine
from nanproof.names.scopes import definitions_around, scope_of
from nanproof.names.syntax import called_name, code_in, inside, outwards, parent_of, text
from nanproof.sites.site import Site
from nanproof.source.document import Document
from nanproof.uses.called_from import DEEPEST_CALLER, calls_of
from nanproof.uses.reads import reads_at, reads_of

_MULTIPLY = frozenset({"matmul", "bmm", "einsum", "mm", "mv", "baddbmm", "tensordot", "dot", "batch_dot", "spmm"})
_BY_ELEMENTS = frozenset({"multiply", "mul"})
# What gives each weight an axis, along which it is multiplied with all that stands at its place.
_AXES = frozenset({"unsqueeze", "expand_dims"})
_NEW_AXIS = frozenset({"None", "newaxis"})
_ATTENDS = re.compile(r"(?:^|_)att(?:n|end|ention)(?:s|$|_)|Att(?:n|end|ention)", re.ASCII)
_EXPONENTIALS = frozenset({"exp", "exp2"})
_ENDS = ("block", "module", "lambda")


def weighs_values(site: Site) -> bool:
    """Say whether a result weighs values, where it stands, by its name, or where what returns it is called.

    Of a function that nobody calls its name tells.
    """
    return _weighs(site.engine, site.document, site.node, DEEPEST_CALLER)


def is_exponentiated(site: Site) -> bool:
    """Say whether the exponential is taken of a result."""
    return any(called_name(above) in _EXPONENTIALS for each in reads_of(site) for above in outwards(each, *_ENDS))


def _weighs(engine: Engine, document: Document, result: Node, depth: int) -> bool:
    reads, is_spread = reads_at(engine, document, result), any(map(_adds_an_axis, outwards(result, *_ENDS)))
    if any(_is_multiplied(each, is_spread=is_spread) for each in reads):
        return True
    if not depth or not any(map(_is_returned, reads)):
        return False
    function = scope_of(result)
    calls = calls_of(engine, document, function) if function.type == "function_definition" else None
    if not calls:
        return any(_ATTENDS.search(text(each.child_by_field_name("name"))) for each in definitions_around(result))
    return any(_weighs(engine, other, call, depth - 1) for other, call in calls)


def _is_multiplied(node: Node, *, is_spread: bool) -> bool:
    """Say whether something is multiplied with a matrix, or with all that stands at a place, along an axis more."""
    for each in outwards(node, *_ENDS):
        sign, name = text(each.child_by_field_name("operator")), called_name(each)
        if sign == "@" or name in _MULTIPLY:
            return True
        is_spread = is_spread or _adds_an_axis(each)
        if is_spread and (sign == "*" or name in _BY_ELEMENTS):
            return True
    return False


def _adds_an_axis(node: Node) -> bool:
    if node.type == "subscript":
        places = (part for each in node.children_by_field_name("subscript") for part in inside(each))
        return any(text(each).rpartition(".")[2] in _NEW_AXIS for each in places)
    return called_name(node) in _AXES


def _is_returned(node: Node) -> bool:
    """Say whether an expression is all that is returned, or one of several."""
    above = parent_of(node)
    if above.type in ("expression_list", "tuple"):
        above = parent_of(above)
    return above.type == "return_statement" and node in (*code_in(above), *code_in(code_in(above)[0]))
