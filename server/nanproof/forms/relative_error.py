"""Whether a division makes an error relative to what is met: `norm(x - y) / norm(y)`, which only measures."""

from __future__ import annotations

import re

from tree_sitter import Node

from nanproof.forms.quotients import divided_node
from nanproof.names.scopes import functions_around
from nanproof.names.syntax import assigned_name, bare, called_name, code_in, operands, outwards, required, sides, text
from nanproof.sites.operators import is_division
from nanproof.sites.site import Site

_ERROR = re.compile(r"(?:^|_)(?:err|errors?)(?:$|_)")
_MASKS = frozenset({"clamp", "clip", "clip_by_value", "maximum"})
_DEEPEST = 4  # `sqrt(mean((x - y) ** 2))`
_NAMES = frozenset({"identifier", "attribute"})
_BEYOND = ("block", "module", "function_definition", "lambda")


def is_relative_error(site: Site) -> bool:
    """Say whether a size of a difference is divided by the same size of one of its sides."""
    divided = divided_node(site) if is_division(site) else None
    return divided is not None and _is_relative(divided, site.operand_node)


def is_told_as_an_error(site: Site) -> bool:
    """Say whether a site is part of such a quotient, which is called an error, as is its function perhaps."""
    quotient = next((each for each in (site.node, *outwards(site.node, *_BEYOND)) if _is_quotient(each)), None)
    if quotient is None:
        return False
    names = (
        assigned_name(quotient) or "",
        *(text(each.child_by_field_name("name")) for each in functions_around(quotient)),
    )
    return any(_ERROR.search(each) for each in names)


def _is_quotient(node: Node) -> bool:
    quotient = operands(node, "/")
    return quotient is not None and _is_relative(*quotient)


def _is_relative(divided: Node, divisor: Node) -> bool:
    error, size = bare(divided), bare(divisor)
    if error.type != "call":
        return False
    for _ in range(_DEEPEST):
        inner = _measured(error, size)
        if inner is None:
            break
        error, size = inner
    difference = sides(error)
    if difference is None or difference[1] != "-":
        return False
    return text(size) in (text(bare(difference[0])), text(bare(difference[2])))


def _measured(error: Node, size: Node) -> tuple[Node, Node] | None:
    """Return what both take the same size of: of `norm(x - y)` and `norm(y)` the vectors, of two squares their roots.

    What is divided by may be masked: `norm(y) + eps`, `sqrt(clamp(mean(y ** 2), min=eps))`.
    """
    size = _unmasked(size)
    if error.type == size.type == "call" and called_name(error) == called_name(size):
        of_error, of_size = _reduced(error), _reduced(size)
        return (of_error, of_size) if of_error is not None and of_size is not None else None
    match sides(error), sides(size):
        case (difference, "**", _), (side, "**", _):
            return bare(difference), bare(side)
        case _:
            return None


def _reduced(call: Node) -> Node | None:
    """Return what a call takes the size of: `v ** 2` of `mean(v ** 2)` and of `(v ** 2).mean(-1)`."""
    owner = required(call, "function").child_by_field_name("object")
    if owner is not None and owner.type not in _NAMES:
        return bare(owner)
    given = code_in(call.child_by_field_name("arguments"))
    return bare(given[0]) if given else None


def _unmasked(size: Node) -> Node:
    terms = sides(size)
    if terms is not None and terms[1] == "+":
        return bare(terms[0])
    given = code_in(size.child_by_field_name("arguments"))
    return bare(given[0]) if called_name(size) in _MASKS and given else size
