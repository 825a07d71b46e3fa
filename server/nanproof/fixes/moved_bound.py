"""A mask that stands in the source with another bound: how it is written, and what it leaves then."""

from __future__ import annotations

from collections.abc import Mapping

from tree_sitter import Node

from nanproof.fixes.edited import replaced
from nanproof.forms.expressions import is_number
from nanproof.infer.again import computed_with, recomputed
from nanproof.infer.engine import Engine
from nanproof.infer.parts import part
from nanproof.infer.value import Holder, Number, python_number
from nanproof.masks.before import Masking
from nanproof.names.syntax import code_in, required, sides
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
        # Of PyTorch's functions those that take tensors take no numbers, and none takes a number beside a tensor.
        is_python = masking.computation.roles[found[0]].holder is Holder.PYTHON
        return _at_bound(bound, written) if is_python and bound is not None else None
    keyword = _keyword(masking, side)
    if side in masking.computation.roles or keyword is None:
        return None
    end = code_in(required(node, "arguments"))[-1].end_byte
    return TextEdit(Span(end, end), f", {keyword}={written}")


def _at_bound(bound: Node, written: str) -> TextEdit:
    """Replace a bound, or only the epsilon of `1.0 - 1e-8`."""
    small = written.partition(" - ")[2]
    match sides(bound):
        case left, "-", epsilon if small and is_number(left, 1.0):
            return replaced(epsilon, small)
        case _:
            return replaced(bound, written)


def _keyword(masking: Masking, side: str) -> str | None:
    operation = masking.computation.operation
    parameters = operation.parameters if operation is not None else ()
    return next((each.name for each in parameters if each.role == side), None)
