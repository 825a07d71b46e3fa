"""The repair of a mask that does nothing: its epsilon replaced or moved, its bound replaced, its result used.

Each candidate is computed again with the engine, and offered only where it leaves no invalid value.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from tree_sitter import Node

from nanproof.findings.evidence import clearest, evident
from nanproof.findings.finding import Finding
from nanproof.fixes.constants import above_zero, beside, from_one
from nanproof.fixes.edited import added, after, replaced
from nanproof.fixes.fix import Applicability, Fix
from nanproof.fixes.moved_bound import bounded_by, new_bound, with_replacement
from nanproof.fixes.spelling import spelt
from nanproof.fixes.steep import steep
from nanproof.infer.engine import Engine
from nanproof.infer.numbers import computed
from nanproof.infer.parts import node_of, part
from nanproof.infer.value import Number, python_number
from nanproof.masks.before import Masking, value_at
from nanproof.masks.unused import UnusedMask, names_in, unused_mask
from nanproof.names.scopes import scope_of
from nanproof.names.syntax import bare, is_a, node_at, outwards, required, text
from nanproof.rules.compiler_removed_mask import removed_mask
from nanproof.rules.ineffective_mask import failing_mask
from nanproof.sites.site import Site
from nanproof.source.quoting import code
from nanproof.source.span import Span, TextEdit
from nanproof.values.ranges import Point

# Compilers of these take an epsilon that is added to a difference into its constant (FACTS, T5).
_COMPILED = frozenset({"tensorflow", "jax", "keras"})


@dataclass(frozen=True, slots=True)
class _Candidate:
    edits: tuple[TextEdit, ...]
    operand: Number
    reason: str
    is_safe: bool = True


def repair(finding: Finding, site: Site, engine: Engine) -> Fix | None:
    """Return the fix that makes a mask work, None where it cannot be mended where it stands.

    A mask that keeps the value finite and not the derivative, `sqrt(clamp(x, min=0))`, needs another bound too.
    """
    domain = {"NAN201": site.domain, "NAN301": site.gradient}.get(finding.code)
    if domain is None:
        return None
    invalid = evident(site, domain)
    if not invalid:
        return None  # it is possible, and there is no mask that fails
    point = clearest(invalid)
    found = failing_mask(site, point)
    unused = unused_mask(site) if found is None and finding.code == "NAN201" else None
    candidates = _repairs(site, engine, found[0], point) if found is not None else _uses(site, unused)
    for candidate in candidates:
        if is_valid(site, candidate.operand) and not _is_removed(site, candidate.operand):
            return _fix(site, candidate)
    return None


def is_valid(site: Site, operand: Number) -> bool:
    """Say whether an operand takes no invalid value any more."""
    domains = [domain for domain in (site.domain, site.gradient) if domain is not None]
    return all(domain.holds(point.value) for domain in domains for point in operand.range.points)


def _is_removed(site: Site, operand: Number) -> bool:
    """Say whether a compiler takes the mask of an operand away again: `1 - p + 1e-10`."""
    return site.framework.name in _COMPILED and removed_mask(replace(site, operand=operand)) is not None


def _fix(site: Site, candidate: _Candidate) -> Fix:
    inside = [edit for edit in candidate.edits if site.span.start <= edit.span.start <= site.span.end]
    span = site.span
    if not inside:
        place = candidate.edits[-1].span
        node = node_at(site.document.tree.root_node, place.start, place.end)
        around = (each for each in (node, *outwards(node)) if each.type in ("expression_statement", "assignment"))
        whole = next(around, node)
        span = Span(whole.start_byte, whole.end_byte)
    result = after(site.document, span, candidate.edits)
    return Fix(
        title=f"Repair the mask: {result}",
        reason=candidate.reason,
        result=result,
        applicability=Applicability.SAFE if candidate.is_safe else Applicability.UNSAFE,
        edits=candidate.edits,
        preferred=True,
    )


def _repairs(site: Site, engine: Engine, masking: Masking, point: Point) -> Iterator[_Candidate]:
    node = node_of(masking.computation)
    if scope_of(node) != scope_of(site.node):
        return
    if masking.is_offset:
        yield from _other_epsilon(site, engine, masking, node)
        yield from _moved(site, engine, masking, node)
        return
    yield from _other_bound(site, engine, masking, node, point)


def _other_epsilon(site: Site, engine: Engine, masking: Masking, node: Node) -> Iterator[_Candidate]:
    """Replace an epsilon that is 0 in the dtype, or subtracted; in its place it may still be too small."""
    if masking.inner is None:
        return
    role = masking.epsilon_role
    epsilon = part(engine, masking.computation, role)
    if epsilon is None:
        return
    if masking.computation.function.name == "subtract":
        roles = dict(masking.computation.roles)
        function = engine.catalog.functions["add"]
        where, context = masking.computation.where, masking.computation.context
        result = computed(engine, function, roles, where, context)
        if node.type == "binary_operator" and site.framework.name not in _COMPILED:
            reason = "right where the number is a mask, and was not meant to be subtracted: every value changes by it"
            yield _Candidate(
                (replaced(required(node, "operator"), "+"),),
                with_replacement(site, masking, result),
                reason,
                is_safe=False,
            )
        return
    for written in (above_zero(site), from_one(site)):
        reason = f"{written} is a number in {site.operand.dtype.value}, at which value and gradient are finite"
        yield _Candidate(
            (replaced(epsilon, written),),
            with_replacement(site, masking, bounded_by(engine, masking, {role: float(written)})),
            reason,
        )


def _moved(site: Site, engine: Engine, masking: Masking, node: Node) -> Iterator[_Candidate]:
    """Take the epsilon out of the constant or the operand that swallows it, and mask the whole operand with it."""
    operand = bare(site.operand_node)
    role = masking.epsilon_role
    epsilon = part(engine, masking.computation, role)
    rest = part(engine, masking.computation, "y" if role == "x" else "x")
    is_inside = operand.start_byte <= node.start_byte <= node.end_byte <= operand.end_byte
    if epsilon is None or rest is None or not is_inside:
        return
    roles = masking.computation.roles
    unmasked = masking.inner or roles["y" if role == "x" else "x"]
    without = with_replacement(site, masking, unmasked)
    taken_out = _taken_out(node, rest)
    if site.framework.name not in _COMPILED and node != operand:
        added_last = {"x": without, "y": roles[role]}
        total = computed(engine, engine.catalog.functions["add"], added_last, site.place, site.frame.key)
        reason = "added last, the epsilon is not swallowed by the 1"
        yield _Candidate((*taken_out, *added(operand, text(epsilon))), total, reason)
    form, low = site.framework.masks["floor"], from_one(site)
    spelling = spelt(site.document, engine, site.callee, form.call_for(site.name))
    if spelling is None or node == operand:
        return
    before, _, behind = form.arguments.partition("{x}")
    start, end = operand.start_byte, operand.end_byte
    wrapped = (
        TextEdit(Span(start, start), f"{spelling.expression}({before}"),
        TextEdit(Span(end, end), f"{behind.format(low=low)})"),
    )
    floor = engine.catalog.functions["maximum"]
    result = computed(
        engine, floor, {"x": without, "y": python_number(float(low), is_integer=False)}, site.place, site.frame.key
    )
    reason = "no compiler moves a maximum into the difference, as it does with an epsilon that is added"
    yield _Candidate((*spelling.edits, *_merged(wrapped, taken_out)), result, reason)


def _merged(wrapped: tuple[TextEdit, ...], taken_out: tuple[TextEdit, ...]) -> tuple[TextEdit, ...]:
    """Join the edits that begin at one place: an insertion in front of a deletion."""
    opening, closing = wrapped
    rest = [edit for edit in taken_out if edit.span.start != opening.span.start]
    first = next((edit for edit in taken_out if edit.span.start == opening.span.start), None)
    if first is not None:
        opening = TextEdit(first.span, opening.text + first.text)
    return (opening, *rest, closing)


def _taken_out(node: Node, rest: Node) -> tuple[TextEdit, ...]:
    """Return the edits that leave only one operand of a sum, and not its parentheses where they held the sum."""
    outer = node.parent if is_a(node.parent, "parenthesized_expression") else node
    if outer != node and rest.type in ("binary_operator", "unary_operator", "conditional_expression"):
        outer = node
    edits = (
        TextEdit(Span(outer.start_byte, rest.start_byte), ""),
        TextEdit(Span(rest.end_byte, outer.end_byte), ""),
    )
    return tuple(edit for edit in edits if edit.span.start < edit.span.end)


def _other_bound(site: Site, engine: Engine, masking: Masking, node: Node, point: Point) -> Iterator[_Candidate]:
    """Move the bound that lets the invalid value through away from it, or add the one that is missing."""
    passed = value_at(masking.result, point)
    for side in ("low", "high"):
        if passed is not None:
            yield from _moved_bounds(site, engine, masking, node, {side: passed})
    low, high = masking.bound("low"), masking.bound("high")
    if low is not None and high is not None and (low[1], high[1]) == (-1.0, 1.0):
        yield from _moved_bounds(site, engine, masking, node, {"low": -1.0, "high": 1.0})


def _moved_bounds(
    site: Site, engine: Engine, masking: Masking, node: Node, edges: Mapping[str, float]
) -> Iterator[_Candidate]:
    """Put the bounds of some sides beside the edges that they let through, all at once."""
    edits: list[TextEdit] = []
    bounds: dict[str, float] = {}
    for side, edge in edges.items():
        chosen, found = beside(site, edge, above=side == "low"), masking.bound(side)
        if chosen is None:
            return
        edit = new_bound(engine, masking, node, side, chosen[0])
        if edit is None:
            return
        edits.append(edit)
        bounds[found[0] if found is not None else side] = chosen[1]
    reason = steep(site) or f"at the new bound value and gradient are finite in {site.operand.dtype.value}"
    left = with_replacement(site, masking, bounded_by(engine, masking, bounds))
    yield _Candidate(tuple(edits), left, reason, is_safe=not steep(site))


def _uses(site: Site, unused: UnusedMask | None) -> Iterator[_Candidate]:
    """Use the result of a mask that is thrown away, or kept in a name that nobody reads."""
    if unused is None:
        return
    name = text(unused.name)
    if unused.kept_in is None:
        start = unused.call.start_byte
        edits: tuple[TextEdit, ...] = (TextEdit(Span(start, start), f"{name} = "),)
        yield _Candidate(
            edits, unused.operand, f"a clip changes nothing in place: {code(name)} must be bound to its result"
        )
        return
    uses = [each for each in names_in(site.operand_node) if text(each) == name]
    edits = tuple(replaced(each, text(unused.kept_in)) for each in uses)
    yield _Candidate(edits, unused.operand, f"{code(text(unused.kept_in))} is what was masked")
