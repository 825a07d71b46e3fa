"""Whether somebody means an invalid result: its name says so, it is filled later, it is asked about, or expected."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from nanproof.names.scopes import scope_of
from nanproof.names.syntax import called_name, outwards, parent_of, required, text
from nanproof.sites.site import Site

# Contexts in which an invalid value is expected.
_EXPECTS = re.compile(r"errstate|catch_warnings|raises|suppress|[aA]ssert|seterr")
_NAMED_SO = re.compile(r"(?:^|_)(?:neg|pos|minus)?_?(?:inf|infinity|nan|mask|log_?zero|log_?0)s?(?:$|_)", re.IGNORECASE)
# What takes an infinite or undefined operand as it is.
_TAKES_INVALID = frozenset(
    {"array_equal", "isfinite", "isinf", "isnan", "isneginf", "isposinf", "log_softmax", "logaddexp", "logaddexp2"}
    | {"logcumsumexp", "logsumexp", "max", "maximum", "min", "minimum", "nan_to_num", "nanmax", "nanmean", "nanmin"}
    | {"nansum", "reduce_logsumexp", "softmax", "where"}
)
# What takes -inf alone: what is divided by 0 is NaN, or inf of either sign.
_TAKES_MINUS_INFINITY = frozenset(
    {"log_softmax", "logaddexp", "logaddexp2", "logcumsumexp", "logsumexp", "reduce_logsumexp", "softmax"}
)
_DIVISIONS = "NAN102"
_WRAPS = frozenset(
    {"argument_list", "attribute", "binary_operator", "call", "keyword_argument", "parenthesized_expression"}
    | {"unary_operator"}
)


def is_meant(site: Site) -> bool:
    """Say whether an invalid result is meant, or does no harm: it has a name for it, is filled, or is asked about."""
    above: Node | None = site.node
    while above is not None and above.type != "function_definition":
        if above.type == "with_statement" and _EXPECTS.search(text(above).partition("\n")[0]):
            return True
        if above.type == "assert_statement":
            return True
        above = above.parent
    if any(called_name(each) in _taking(site) for each in _calls_around(site.node)):
        return True
    target = _target(site.node)
    if target is None:
        return False
    if _NAMED_SO.search(text(target).rpartition(".")[2]):
        return True
    return _is_filled_or_asked(site, target)


def _taking(site: Site) -> frozenset[str]:
    """Return what takes an invalid result of an operation as it is."""
    return _TAKES_INVALID - _TAKES_MINUS_INFINITY if site.function.rule == _DIVISIONS else _TAKES_INVALID


def _calls_around(node: Node) -> Iterator[Node]:
    """Yield the calls that an expression is an operand of, and the methods that are called of it."""
    parent = parent_of(node)
    while parent.type in _WRAPS:
        if parent.type == "call":
            yield parent
        parent = parent_of(parent)


def _target(node: Node) -> Node | None:
    """Return what the statement around an expression assigns."""
    assigned = (each for each in outwards(node, "block", "module", "lambda") if each.type == "assignment")
    return next((required(each, "left") for each in assigned), None)


def _is_filled_or_asked(site: Site, target: Node) -> bool:
    bindings, scope = site.engine.modules.bindings(site.document), scope_of(target)
    for use in bindings.occurrences_in(text(target), site.node.end_byte, scope.end_byte):
        parent = parent_of(use)
        is_item = parent.type == "subscript" and required(parent, "value") == use
        above = parent_of(parent)
        if is_item and above.type.endswith("assignment") and required(above, "left") == parent:
            return True
        if any(called_name(each) in _taking(site) for each in _calls_around(use)):
            return True
    return False
