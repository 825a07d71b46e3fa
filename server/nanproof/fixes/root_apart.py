"""The root of a norm that is chosen behind a choice: of 0 none is taken, and the norm is what it was, 0 included.

What JAX users write by hand: two `where`, one around the sum of squares and one around its root.
"""

from __future__ import annotations

from dataclasses import dataclass

from nanproof.fixes.naming import free_of, line_above
from nanproof.fixes.root import below, norms_below, root_of
from nanproof.fixes.spelling import at_hand
from nanproof.forms.expressions import statement_of
from nanproof.infer.engine import Engine
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
    if found is None or site.framework.name != "jax":
        return None
    node, statement = found.call.node, statement_of(found.call.node)
    target, values = statement.child_by_field_name("left"), statement.children_by_field_name("right")
    if not is_a(target, "identifier") or not is_a(statement.parent, "expression_statement"):
        return None
    if [bare(each) for each in values] != [node]:
        return None
    squares = below(site, found)
    names = tuple(f"{first}_{text(target)}" for first in ("squared", "sum_of_squares_of"))
    name = free_of(site, names)
    words = [at_hand(site.document, engine, found.call.callee, f"jax.numpy.{each}") for each in ("where", "sqrt")]
    if squares is None or name is None or not all(words):
        return None
    where, sqrt = words
    squares = f"({squares})" if len(squares.splitlines()) > 1 else squares
    line = line_above(site, statement.start_byte, f"{name} = {squares}")
    if line is None:
        return None
    root = f"{sqrt}({where}({name} == 0, 1.0, {name}))"
    whole = f"{where}({name} == 0, 0.0, {root})"
    return Apart((line, TextEdit(Span(values[0].start_byte, values[0].end_byte), whole)), name)
