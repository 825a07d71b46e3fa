"""Results that somebody reckons with: where they are infinite, other values are put in their place.

`y = log(p); y = where(isinf(y), 0, y)` is 0 where p is. Once p is masked, or a stable function is called, nothing is
infinite any more and y stays -23, or -300: finite, and not what was meant. The logarithm of 1 is 0 as well.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from tree_sitter import Node

from nanproof.findings.finding import Finding
from nanproof.findings.hiding import puts_in_place
from nanproof.fixes.double_where import where_before
from nanproof.fixes.edited import after
from nanproof.fixes.fix import Applicability, Fix
from nanproof.fixes.writing import enclosed, is_left_in_operand
from nanproof.forms.expressions import has_comment, is_number, statement_of
from nanproof.names.syntax import bare, called_name, inside, parent_of, parts, required, text
from nanproof.sites.site import Site
from nanproof.source.quoting import code
from nanproof.uses.cleaning import ASKED, is_chosen_by

_OF_MASKS = frozenset({"NAN201", "NAN203"})
_LOGARITHMS = frozenset({"log", "log2", "log10"})
_AROUND = frozenset(
    {"argument_list", "keyword_argument", "parenthesized_expression", "unary_operator", "binary_operator", "attribute"}
)
_ONCE = frozenset({"call", "await", "lambda", "named_expression"})


def reckoned_with(finding: Finding, site: Site, fixes: Iterable[Fix]) -> Iterator[Fix]:
    """Yield the fixes, unsafe where what was infinite is replaced afterwards: they leave nothing to replace.

    A mask that is there and fails was to leave nothing infinite anyway.
    """
    if _is_asked_at_once(site.node):
        return  # `where(isinf(log(p)), 0, log(p))`: nothing else may be asked of it
    cover = puts_in_place(site) if finding.code not in _OF_MASKS else None
    for fix in fixes:
        if cover is None or fix.applicability is not Applicability.SAFE:
            yield fix
            continue
        reason = f"right where {code(cover.written)} is needed no more: nothing is infinite there, and nothing replaced"
        yield replace(fix, reason=reason, applicability=Applicability.UNSAFE)


def _is_asked_at_once(node: Node) -> bool:
    """Say whether an expression is only asked whether it is finite, to choose by that: `where(isinf(log(p)), 0, y)`."""
    above = parent_of(node)
    while above.type in _AROUND:
        above = parent_of(above)
    return called_name(above) in ASKED and is_chosen_by(above)


def one_for_zero(site: Site) -> Fix | None:
    """Return the fix that takes the logarithm of 1 where that of 0 is replaced by 0."""
    cover, operand = puts_in_place(site), site.operand_node
    if cover is None or cover.function != "where" or site.function.name not in _LOGARITHMS:
        return None
    other, result = cover.operand("y" if cover.role == "x" else "x"), cover.operand(cover.role)
    is_zero = is_number(other, 0.0) or (other is not None and called_name(other) == "zeros_like")
    if not is_zero or result is None or not _is_result(site, bare(result)) or is_left_in_operand(site):
        return None
    if has_comment(operand) or any(each.type in _ONCE for each in inside(operand)):
        return None
    sign = ">" if cover.role == "x" else "<="
    bound = text(bare(operand)) if parts(operand)[1] else enclosed(site.document, bare(operand))
    edits = where_before(site, cover, f"{bound} {sign} 0", "1.0")
    if not edits:
        return None
    written = after(site.document, site.span, edits)
    return Fix(
        title=f"Take the logarithm of 1 instead: {written}",
        reason="the operation sees nothing invalid, so its derivative is finite; the result is 0, as what replaces it",
        result=written,
        applicability=Applicability.SAFE,
        edits=edits,
        preferred=True,
    )


def _is_result(site: Site, node: Node) -> bool:
    """Say whether an expression is what the operation gives, or the name that it is assigned to."""
    if node == site.node:
        return True
    statement = statement_of(site.node)
    right = statement.child_by_field_name("right")
    return right is not None and bare(right) == site.node and text(required(statement, "left")) == text(node)
