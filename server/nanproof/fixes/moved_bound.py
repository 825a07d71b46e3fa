"""A mask that stands in the source with another bound: how it is written, and what it leaves then."""

from __future__ import annotations

from collections.abc import Mapping

from tree_sitter import Node

from nanproof.fixes.edited import replaced
from nanproof.infer.again import computed_with, recomputed
from nanproof.infer.engine import Engine
from nanproof.infer.parts import part
from nanproof.infer.value import Number, python_number
from nanproof.masks.before import Masking
from nanproof.names.syntax import required, text
from nanproof.sites.site import Site
from nanproof.source.span import Span, TextEdit


def with_replacement(site: Site, masking: Masking, replacement: Number) -> Number:
    """Return the operand as it is with something else in place of a mask."""
    made_by = masking.computation
    return recomputed(site.engine, site.operand, lambda each: replacement if each.computation is made_by else None)


def bounded_by(engine: Engine, masking: Masking, bounds: Mapping[str, float]) -> Number:
    """Return what a mask leaves with other constants in some roles."""
    roles = {role: python_number(value, is_integer=False) for role, value in bounds.items()}
    return computed_with(engine, masking.computation, {**masking.computation.roles, **roles})


def new_bound(engine: Engine, masking: Masking, node: Node, side: str, written: str) -> TextEdit | None:
    """Return the edit that replaces the bound of a mask on a side, or writes the one that is missing."""
    found = masking.bound(side)
    if found is not None:
        bound = part(engine, masking.computation, found[0])
        return _at_bound(bound, side, written) if bound is not None else None
    listed = node.child_by_field_name("arguments")
    keyword = _keyword(masking, side)
    is_given = masking.computation.function.name != "clip" or side in masking.computation.roles
    if is_given or keyword is None or listed is None or not listed.named_children:
        return None
    end = listed.named_children[-1].end_byte
    return TextEdit(Span(end, end), f", {keyword}={written}")


def _at_bound(bound: Node, side: str, written: str) -> TextEdit:
    """Replace a bound, or only the epsilon of `1.0 - 1e-8`."""
    epsilon = required(bound, "right") if bound.type == "binary_operator" else None
    small = written.partition(" - ")[2]
    if side == "high" and epsilon is not None and small and text(bound.child_by_field_name("operator")) == "-":
        return replaced(epsilon, small)
    return replaced(bound, written)


def _keyword(masking: Masking, side: str) -> str | None:
    operation = masking.computation.operation
    parameters = operation.parameters if operation is not None else ()
    return next((each.name for each in parameters if each.role == side), None)
