"""Ratios that are clipped beside themselves, meant to be kept near 1: `minimum(r * a, clip(r, 0.8, 1.2) * a)`."""

from __future__ import annotations

from itertools import islice

from tree_sitter import Node

from nanproof.names.scopes import scope_of
from nanproof.names.syntax import called_name, code_in, is_a, parent_of, required, text
from nanproof.sites.site import Site
from nanproof.uses.reads import reads_at

_CLIPS = frozenset({"clip", "clamp", "clip_by_value"})
_MINIMA = frozenset({"minimum", "min"})
_MOST_CALLS = 8


def is_clipped_beside(site: Site, uses: tuple[Node, ...]) -> bool:
    """Say whether a result is clipped where it is used unclipped as well: the ratio of a clipped objective.

    So is what a helper returns, where it is called.
    """
    if _is_clipped_among(uses):
        return True
    function = scope_of(site.node)
    if function.type != "function_definition" or not any(is_a(each.parent, "return_statement") for each in uses):
        return False
    calls = islice(site.engine.call_sites(site.document, function), _MOST_CALLS)
    return any(_is_clipped_among(reads_at(site.engine, document, call)) for document, call in calls)


def _is_clipped_among(uses: tuple[Node, ...]) -> bool:
    clipped = [each for each in uses if called_name(call_around(each)) in _CLIPS]
    return bool(clipped) and len(clipped) < len(uses) - 1


def is_cut_from_above(uses: tuple[Node, ...]) -> bool:
    """Say whether a minimum alone bounds a product with a result, not from below: `minimum(ratio * gain, bound)`."""
    products = [each for each in map(_product_around, uses) if each is not None]
    calls = [parent_of(parent_of(each)) for each in products if parent_of(each).type == "argument_list"]
    minima = [each for each in calls if called_name(each) in _MINIMA]
    return any(len(code_in(required(each, "arguments"))) == 2 and _holds_one_of(each, uses) for each in minima)


def _holds_one_of(call: Node, uses: tuple[Node, ...]) -> bool:
    """Say whether a result is used in one of the arguments of a call alone: the other one is a bound."""
    return sum(call.start_byte <= each.start_byte < call.end_byte for each in uses) == 1


def _product_around(node: Node) -> Node | None:
    product = parent_of(node)
    return product if text(product.child_by_field_name("operator")) == "*" else None


def call_around(node: Node) -> Node:
    """Return the call that an expression is the first argument or the receiver of; where there is none, no call."""
    parent = parent_of(node)
    return parent_of(parent) if code_in(parent)[0] == node else parent
