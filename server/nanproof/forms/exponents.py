"""What a power raises to: a number that stands there, or one that training moves, which is soon no whole number."""

from __future__ import annotations

from tree_sitter import Node

from nanproof.forms.expressions import call_of
from nanproof.infer.operators import as_number
from nanproof.infer.structure import made_by
from nanproof.infer.value import Number
from nanproof.names.syntax import is_a
from nanproof.sites.site import Site

_LEARNED = frozenset({"parameter", "parameter_from_0"})


def exponent_at(site: Site) -> Number | None:
    """Return the exponent of a power, None of other operations and of what is no number."""
    node = _written(site)
    return as_number(site.engine, site.engine.value(site.frame, node)) if node is not None else None


def is_raised_to_a_parameter(site: Site) -> bool:
    """Say whether the exponent is trained: 3.0 at first, and 3.001 after the first step.

    A parameter that begins at a number other than 0 is as any input; what an attribute holds is the model's own.
    """
    node, exponent = _written(site), exponent_at(site)
    made = made_by(site.engine, exponent.term) if exponent is not None else None
    return made in _LEARNED or (made == "input" and is_a(node, "attribute"))


def _written(site: Site) -> Node | None:
    if site.function.transfer != "pow":
        return None
    call = call_of(site, site.node)
    return call.roles.get("y") if call is not None else site.node.child_by_field_name("right")
