"""The mask where a value is made: the exponential of a log-variance, and what stands beside it, see the same number.

A likelihood is a quadratic term times `exp(-v)`, plus `v`. With a bound on the exponential alone the sum has no
minimum: v falls without end, and nothing pulls it back.
"""

from __future__ import annotations

from dataclasses import dataclass

from tree_sitter import Node

from nanproof.fixes.bound_table import Purpose, bound
from nanproof.fixes.edited import after
from nanproof.fixes.fix import Applicability, Fix
from nanproof.fixes.spelling import spelt
from nanproof.fixes.writing import around
from nanproof.forms.compositions import parts
from nanproof.forms.expressions import Call, call_of, has_comment, number_at, origin
from nanproof.infer.engine import Engine
from nanproof.names.binding import Binding, Binds
from nanproof.names.reaching import reaching
from nanproof.names.scopes import scope_of
from nanproof.names.syntax import bare, required, text
from nanproof.sites.site import Site
from nanproof.source.span import Span, TextEdit


@dataclass(frozen=True, slots=True)
class Exponent:
    """A name times a constant, of which an exponential is taken: `call` is the exponential."""

    name: Node
    factor: float
    call: Node
    binding: Binding


def shared_exponent(site: Site) -> Exponent | None:
    """Return the exponent of a site, or of its divisor, where what it is made of is used beside the exponential too."""
    call = _exponential(site)
    found = _scaled(site, call.operand) if call is not None else None
    if call is None or found is None:
        return None
    name, factor = found
    bindings = site.engine.modules.bindings(site.document)
    reached = reaching(name, bindings)
    binding = reached.bindings[0] if reached.certain and len(reached.bindings) == 1 else None
    if binding is None or binding.kind is not Binds.ASSIGNMENT or scope_of(binding.statement) != scope_of(site.node):
        return None
    start, end = binding.statement.end_byte, scope_of(site.node).end_byte
    inside = (Span(call.node.start_byte, call.node.end_byte), site.span)
    uses = bindings.occurrences_in(text(name), start, end)
    others = [each for each in uses if not any(span.contains(each.start_byte) for span in inside)]
    return Exponent(name, factor, call.node, binding) if others else None


def at_source(site: Site, engine: Engine) -> Fix | None:
    """Return the fix that bounds the name where it is assigned."""
    found = shared_exponent(site)
    sides = _bound(site, found.factor) if found is not None else None
    form = site.framework.masks.get(sides[0]) if sides is not None else None
    spelling = spelt(site.document, engine, site.callee, form.call_for(site.name)) if form is not None else None
    if found is None or sides is None or form is None or spelling is None or spelling.edits:
        return None
    opening, _, closing = form.arguments.format(x="{x}", low=sides[1], high=sides[1]).partition("{x}")
    edits = _edits(site, found, f"{spelling.expression}({opening}", f"{closing})")
    if edits is None:
        return None
    statement = found.binding.statement
    is_line = len(edits) == 1  # below the statement, which binds several names
    result = edits[0].text.strip() if is_line else after(site.document, _span(statement), edits)
    return Fix(
        title=f"Mask it where it is made: {result}",
        reason=f"right where `{text(found.name)}` means nothing beyond {sides[1]}: all its uses see the same value",
        result=result,
        applicability=Applicability.UNSAFE,
        edits=edits,
        preferred=True,
        lead="mask it",
    )


def _span(node: Node) -> Span:
    return Span(node.start_byte, node.end_byte)


def _exponential(site: Site) -> Call | None:
    """Return the exponential that a site is, or divides by."""
    if site.function.name == "exp":
        return call_of(site, site.node)
    if site.domain is None or site.domain.hole is None:
        return None
    call = call_of(site, origin(site, site.operand_node).node)
    return call if call is not None and call.function == "exp" else None


def _scaled(site: Site, node: Node, factor: float = 1.0) -> tuple[Node, float] | None:
    """Return the name that an expression is, but for a constant factor, and the factor."""
    node = bare(node)
    if node.type == "identifier":
        return node, factor
    if node.type == "unary_operator" and text(node.child_by_field_name("operator")) == "-":
        argument = required(node, "argument")
        return _scaled(site, argument, -factor)
    left, operator, right = parts(node)
    if left is None or right is None or operator not in ("*", "/"):
        return None
    one, other = number_at(site, left), number_at(site, right)
    by_right = other.range.single if other is not None else None
    by_left = one.range.single if one is not None else None
    if by_right:
        return _scaled(site, left, factor * by_right if operator == "*" else factor / by_right)
    return _scaled(site, right, factor * by_left) if by_left and operator == "*" else None


def _bound(site: Site, factor: float) -> tuple[str, str] | None:
    """Return on which side the name needs which bound, as it is written."""
    limit = float(bound(Purpose.EXPONENT, site.operand.dtype))
    if not site.function.overflows:
        limit = -limit / 2  # the derivative of a quotient has the square of its divisor
    value = limit / factor
    return ("ceiling" if (limit > 0) == (factor > 0) else "floor"), f"{value:g}" if value % 1 else f"{value:.1f}"


def _edits(site: Site, found: Exponent, opening: str, closing: str) -> tuple[TextEdit, ...] | None:
    """Return the edits that wrap what is assigned, or that bind a name of several anew below."""
    statement, binding = found.binding.statement, found.binding
    right = statement.child_by_field_name("right")
    if statement.type != "assignment" or right is None or right.type == "assignment" or has_comment(right):
        return None
    if not binding.path:
        return _added(site, right, closing) or around(right, opening, closing)
    document = site.document
    line = document.lines.line_at(statement.end_byte)
    first = document.lines.start(document.lines.line_at(statement.start_byte))
    before = document.data[first : statement.start_byte]
    if before.strip(b" \t") or document.data[statement.end_byte : document.lines.end(line)].strip(b" \t"):
        return None
    ending = site.engine.modules.bindings(document).line_end
    name, end = text(found.name), statement.end_byte
    return (TextEdit(Span(end, end), f"{ending}{before.decode()}{name} = {opening}{name}{closing}"),)


def _added(site: Site, right: Node, closing: str) -> tuple[TextEdit, ...] | None:
    """Return the edit that gives a clip of the other side this bound too: `, min=-30.0` behind `max=60.0`."""
    call = call_of(site, right)
    bound_here = closing.removesuffix(")")
    side = {", min": "low", ", max": "high"}.get(bound_here.partition("=")[0])
    if call is None or call.function != "clip" or side is None or side in call.roles:
        return None
    end = call.arguments.named_children[-1].end_byte
    return (TextEdit(Span(end, end), bound_here),)
