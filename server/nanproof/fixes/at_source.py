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
from nanproof.forms.compositions import negated
from nanproof.forms.expressions import Call, call_of, number_at, origin
from nanproof.infer.engine import Engine
from nanproof.names.binding import Binding, Binds
from nanproof.names.reaching import reaching
from nanproof.names.scopes import scope_of
from nanproof.names.syntax import bare, operands, text
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
    if call is None:
        return None
    found = _scaled(site, call.operand)
    if found is None:
        return None
    name, factor = found
    bindings = site.engine.modules.bindings(site.document)
    reached = reaching(name, bindings).bindings
    binding = reached[0] if len(reached) == 1 else None
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
    if found is None:
        return None
    side, limit = _bound(site, found.factor)
    form = site.framework.masks[side]
    spelling = spelt(site.document, engine, site.callee, form.call_for(site.name))
    if spelling is None:
        return None
    opening, _, closing = form.arguments.format(x="{x}", low=limit, high=limit).partition("{x}")
    edits = _edits(site, found, f"{spelling.expression}({opening}", f"{closing})")
    if edits is None:
        return None
    statement = found.binding.statement
    is_line = bool(found.binding.path)  # below the statement, which binds several names
    result = edits[0].text.strip() if is_line else after(site.document, _span(statement), edits)
    return Fix(
        title=f"Mask it where it is made: {result}",
        reason=f"right where `{text(found.name)}` means nothing beyond {limit}: all its uses see the same value",
        result=result,
        applicability=Applicability.UNSAFE,
        edits=(*spelling.edits, *edits),
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
    argument = negated(node)
    if argument is not None:
        return _scaled(site, argument, -factor)
    if (product := operands(node, "*")) is not None:
        for one, other in (product, product[::-1]):
            if by := _single(site, other):
                return _scaled(site, one, factor * by)
    if (quotient := operands(node, "/")) is not None and (by := _single(site, quotient[1])):
        return _scaled(site, quotient[0], factor / by)
    return None


def _single(site: Site, node: Node) -> float | None:
    """Return the one number that an expression is, None where that is not known."""
    number = number_at(site, node)
    return number.range.single if number is not None else None


def _bound(site: Site, factor: float) -> tuple[str, str]:
    """Return on which side the name needs which bound, as it is written."""
    limit = float(bound(Purpose.EXPONENT, site.operand.dtype))
    if not site.function.overflows:
        limit = -limit / 2  # the derivative of a quotient has the square of its divisor
    value = limit / factor
    return ("ceiling" if (limit > 0) == (factor > 0) else "floor"), f"{value:g}" if value % 1 else f"{value:.1f}"


def _edits(site: Site, found: Exponent, opening: str, closing: str) -> tuple[TextEdit, ...] | None:
    """Return the edits that wrap what is assigned, or that bind a name of several anew below."""
    statement, binding = found.binding.statement, found.binding
    right = statement.named_children[-1]
    if right.type == "assignment":
        return None  # `a = b = v` binds several
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
