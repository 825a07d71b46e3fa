"""An expression in place of another: whether it means the same there, and whether it needs parentheses."""

from __future__ import annotations

from tree_sitter import Node

from nanproof.changes.stretch import stretch
from nanproof.changes.unchanged import is_unchanged
from nanproof.forms.compositions import MOST_STEPS
from nanproof.forms.expressions import Origin, call_of, held, origin
from nanproof.names.syntax import bare, code_in, is_a, passed, required, text
from nanproof.sites.site import Site

# Around these an expression of any kind stands for itself.
_LOOSE = frozenset(
    {
        "argument_list",
        "assignment",
        "augmented_assignment",
        "dictionary",
        "expression_list",
        "expression_statement",
        "keyword_argument",
        "lambda",
        "list",
        "parenthesized_expression",
        "return_statement",
        "tuple",
    }
)
_LOGARITHM_OF_BASE = {"log2": "0.6931471805599453", "log10": "2.302585092994046"}
# What picks elements of a tensor, or arranges them otherwise, and computes nothing.
SELECTIONS = frozenset(
    {
        "contiguous",
        "expand",
        "expand_dims",
        "flatten",
        "gather",
        "gather_nd",
        "index_select",
        "long",
        "permute",
        "reshape",
        "squeeze",
        "swapaxes",
        "take_along_axis",
        "take_along_dim",
        "transpose",
        "unsqueeze",
        "view",
    }
)
# What else may be called again: it compares and makes nothing of its own.
_FREE = SELECTIONS | {"equal", "greater", "less", "not_equal"}


def followed(site: Site, node: Node) -> Origin:
    """Follow a name to what it was assigned, through other names too, where each must hold that still."""
    found = Origin(bare(node))
    for _ in range(MOST_STEPS):
        step = origin(site, found.node)
        if step.assignment is None or held(site, step) is not None:
            break
        found = step
    return found


def stays(site: Site, expression: Node, assignment: Node | None) -> bool:
    """Say whether an expression of an assignment means at the site what it meant there.

    None: it stands at the site. What only picks elements may be called again: it costs nothing and draws nothing.
    """
    if assignment is None:
        return True
    between = stretch(site, assignment, site.node)
    if is_unchanged(expression, between):
        return True
    call = call_of(site, expression)
    if call is None or last_name(call.callee) not in _FREE:
        return False
    values = [passed(each) for each in code_in(call.arguments)]
    operands = values if call.receiver is None else [call.receiver, *values]
    return all(stays(site, each, assignment) for each in operands)


def last_name(callee: Node) -> str:
    """Return what a called expression is called: `gather` of `p.gather`."""
    return text(callee).rpartition(".")[2]


def standing(node: Node, written: str, *, is_sum: bool = False) -> str:
    """Return an expression of operators as it must be written in place of a call."""
    above = node.parent
    if is_a(above, *_LOOSE):
        return written
    if is_a(above, "binary_operator") and text(above.child_by_field_name("operator")) in ("+", "-"):
        return written if not is_sum or required(above, "left") == node else f"({written})"
    return f"({written})"


def in_base(site: Site, written: str) -> str:
    """Return a natural logarithm as one to the base of the site."""
    base = _LOGARITHM_OF_BASE.get(site.function.name)
    return f"{written} / {base}" if base is not None else written


def standing_in_base(site: Site, written: str) -> str:
    """Return a natural logarithm as it must be written in place of the site."""
    whole = in_base(site, written)
    return written if whole == written else standing(site.node, whole)
