"""The logarithm of a network's raw output, as if it were a probability: the activation that is missing, put in.

A mask keeps such a logarithm finite and stops the learning: wherever the output is not positive its gradient is 0.
"""

from __future__ import annotations

from tree_sitter import Node

from nanproof.fixes.fix import Fix
from nanproof.fixes.spelling import argument_of, spelt
from nanproof.fixes.stable import stable
from nanproof.fixes.twin import negative
from nanproof.forms.compositions import complemented
from nanproof.forms.expressions import has_comment, number_at
from nanproof.forms.infinite_logits import is_factor
from nanproof.names.scopes import scope_of
from nanproof.names.syntax import bare, parent_of, text
from nanproof.sites.site import Site
from nanproof.source.span import Span, TextEdit

_RAW = frozenset({"linear", "convolution"})


def raw_output_of(site: Site) -> Node | None:
    """Return the raw output of a layer that a logarithm is taken of, or of 1 less it."""
    if site.function.name != "log":
        return None
    node = complemented(site.operand_node) or site.operand_node
    number = number_at(site, node)
    made = number.direct if number is not None else None
    return bare(node) if made is not None and made.function.name in _RAW else None


def raw_output(site: Site) -> Fix | None:
    """Return the fix that takes the output for logits: of two outcomes where `1 - p` is there too, or of classes."""
    output = raw_output_of(site)
    if output is None or has_comment(site.node) or site.name.endswith("_"):
        return None
    is_complement = complemented(site.operand_node) is not None
    is_of_two = is_complement or _has_complement(site, output)
    if not is_of_two and not is_factor(site.node):
        return None
    twin = "log_sigmoid" if is_of_two else "log_softmax"
    canonical = site.framework.twins.get(twin, "")
    spelling = spelt(site.document, site.engine, site.callee, canonical)
    if spelling is None:
        return None
    written = site.document.slice(Span(output.start_byte, output.end_byte))
    operand = negative(output, written) if is_complement else written
    axis = "" if is_of_two else f", {argument_of(site.engine, canonical, 'axis')}=-1"
    edits = (*spelling.edits, TextEdit(site.span, f"{spelling.expression}({operand}{axis})"))
    activation = "sigmoid" if is_of_two else "softmax"
    reason = f"right where a {activation} is missing; a mask stops the learning where the output is not positive"
    return stable(site, "Take the output for logits", reason, edits, is_safe=False)


def _has_complement(site: Site, output: Node) -> bool:
    """Say whether `1 - p` stands anywhere in the function."""
    if output.type != "identifier":
        return False
    scope, bindings = scope_of(site.node), site.engine.modules.bindings(site.document)
    uses = bindings.occurrences_in(text(output), scope.start_byte, scope.end_byte)
    return any(complemented(parent_of(each)) == each for each in uses)
