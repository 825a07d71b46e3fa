"""The root of a norm that is chosen behind a choice: of 0 none is taken, and the norm is what it was, 0 included.

What JAX users write by hand: two `where`, one around the sum of squares and one around its root.
"""

from __future__ import annotations

from dataclasses import dataclass

from nanproof.fixes.naming import free_of, line_above
from nanproof.fixes.root import below, norms_below, root_of
from nanproof.fixes.spelling import spelt
from nanproof.forms.expressions import statement_of
from nanproof.infer.engine import Engine
from nanproof.names.scopes import scope_of
from nanproof.names.syntax import bare, is_a, text
from nanproof.sites.site import Site
from nanproof.source.span import Span, TextEdit


@dataclass(frozen=True, slots=True)
class Apart:
    """The edits that take no root of 0, and the name that they bind."""

    edits: tuple[TextEdit, ...]
    name: str


def root_apart(site: Site, engine: Engine) -> Apart | None:
    """Return how the one norm below a site is written with a choice, where a name holds it; JAX only.

    PyTorch defines its gradient at 0, and the `where` of TensorFlow 1 does not broadcast.
    """
    norms = norms_below(site)
    found = root_of(site, norms[0]) if len(norms) == 1 else None
    if found is None or found.home != "jax" or site.framework.name != "jax":
        return None
    node, statement = found.call.node, statement_of(found.call.node)
    target, right = statement.child_by_field_name("left"), statement.child_by_field_name("right")
    is_alone = is_a(statement.parent, "expression_statement")
    if statement.type != "assignment" or not is_a(target, "identifier") or not is_alone:
        return None
    if right is None or bare(right) != node or scope_of(statement).type == "class_definition":
        return None
    squares = below(site, found)
    names = tuple(f"{first}_{text(target)}" for first in ("squared", "sum_of_squares_of"))
    name = free_of(site, names)
    where, sqrt = (spelt(site.document, engine, found.call.callee, f"jax.numpy.{each}") for each in ("where", "sqrt"))
    if squares is None or name is None or where is None or sqrt is None or where.edits or sqrt.edits:
        return None
    squares = f"({squares})" if "\n" in squares or "\r" in squares else squares
    line = line_above(site, statement.start_byte, f"{name} = {squares}")
    if line is None:
        return None
    root = f"{sqrt.expression}({where.expression}({name} == 0, 1.0, {name}))"
    whole = f"{where.expression}({name} == 0, 0.0, {root})"
    return Apart((line, TextEdit(Span(right.start_byte, right.end_byte), whole)), name)
