"""The logarithm of `1 - tanh(x)**2`, as in the density of a squashed Gaussian: `2 * (log 2 - x - softplus(-2x))`.

Both are the logarithm of 1 / cosh(x)**2. Once tanh is 1, from 8 or 9 on in float32, the first is -inf.
"""

from __future__ import annotations

from dataclasses import dataclass

from tree_sitter import Node

from nanproof.fixes.fix import Fix
from nanproof.fixes.in_place import followed, standing, stays
from nanproof.fixes.moved import Moved, moved
from nanproof.fixes.spelling import at_hand, spelt
from nanproof.fixes.stable import USE, stable
from nanproof.fixes.writing import enclosed, is_primary
from nanproof.forms.compositions import squared, taken_from_one
from nanproof.forms.expressions import Call, call_of, has_comment
from nanproof.names.syntax import bare, inside, parts
from nanproof.sites.site import Site
from nanproof.source.span import Span, TextEdit

_LOG_OF_2 = "0.6931471805599453"
# NumPy has no softplus.
_SOFTPLUS_OF_NUMPY = "numpy.logaddexp"
_REASON = "it is the same on paper, finite for every finite operand, and its gradient is -2 * tanh"


@dataclass(frozen=True, slots=True)
class _Squashed:
    tanh: Call
    assignment: Node | None


def tanh_twin(site: Site) -> Fix | None:
    """Return the fix that computes the logarithm from the operand of the tanh, None where that cannot be had twice."""
    found = _squashed(site)
    if found is None or has_comment(site.node):
        return None
    operand = found.tanh.operand
    kept = Moved(site.document.slice(Span(bare(operand).start_byte, bare(operand).end_byte)))
    # It is written twice: what is called for it is called once, and has a name then.
    is_once = any(each.type in ("call", "await", "lambda") for each in inside(operand))
    if is_once or not stays(site, operand, found.assignment):
        named = moved(site, (found.tanh,), ())
        if named is None or named.assumption or not named.name:
            return None
        kept = named
    canonical = site.framework.twins.get("softplus", _SOFTPLUS_OF_NUMPY if site.framework.name == "numpy" else "")
    softplus = spelt(site.document, site.engine, found.tanh.callee, canonical)
    if softplus is None:
        return None
    x = kept.written
    if not kept.name and not is_primary(bare(operand)):
        x = enclosed(site.document, bare(operand))
    first = "0.0, " if canonical == _SOFTPLUS_OF_NUMPY else ""
    log = at_hand(site.document, site.engine, found.tanh.callee, "math.log")
    constant = f"{log}(2.0)" if log else _LOG_OF_2
    written = f"2.0 * ({constant} - {x} - {softplus.expression}({first}-2.0 * {x}))"
    edits = (*kept.edits, *softplus.edits, TextEdit(site.span, standing(site.node, written)))
    return stable(site, USE, _REASON, edits, introduces=kept.name)


def _squashed(site: Site) -> _Squashed | None:
    """Recognise `log(1 - tanh(x)**2)` and `log1p(-tanh(x)**2)`, however the square is written and held in names."""
    if site.function.name not in ("log", "log1p"):
        return None
    source = followed(site, site.operand_node)
    squared = taken_from_one(site, source.node)
    if squared is None:
        return None
    square = followed(site, squared)
    base = _base(site, square.node)
    if base is None:
        return None
    tanh = followed(site, base)
    call = call_of(site, tanh.node)
    if call is None or call.function != "tanh":
        return None
    return _Squashed(call, tanh.assignment or square.assignment or source.assignment)


def _base(site: Site, node: Node) -> Node | None:
    """Return what an expression is the square of."""
    base = squared(site, node)
    is_written_twice = parts(node)[1] == "*"
    has_call = base is not None and any(each.type == "call" for each in inside(base))
    return None if is_written_twice and has_call else base
