"""What stands in the source after some edits, and where an expression needs parentheses."""

from __future__ import annotations

from collections.abc import Iterable

from tree_sitter import Node

from nanproof.names.syntax import bare
from nanproof.source.document import Document
from nanproof.source.span import Span, TextEdit

_LOOSE = frozenset(
    {
        "conditional_expression",
        "lambda",
        "boolean_operator",
        "not_operator",
        "comparison_operator",
        "named_expression",
        "await",
    }
)


def after(document: Document, span: Span, edits: Iterable[TextEdit]) -> str:
    """Return what stands in a span after some edits, on one line; edits that begin outside of it do not show."""
    written = document.data[span.start : span.end]
    for edit in sorted(edits, reverse=True):
        if span.start <= edit.span.start <= span.end:
            start, end = edit.span.start - span.start, edit.span.end - span.start
            written = written[:start] + edit.text.encode() + written[end:]
    return " ".join(written.decode("utf-8", "replace").split())


def added(node: Node, epsilon: str, *, is_receiver: bool = False) -> tuple[TextEdit, ...]:
    """Return the edits that add an epsilon to an expression; a receiver, `p.log()`, needs parentheses then."""
    inner = bare(node)
    opening, closing = "", f" + {epsilon}"
    if inner.type in _LOOSE:
        opening, closing = "(", f") + {epsilon}"
    elif is_receiver and inner == node:
        opening, closing = "(", f" + {epsilon})"
    behind = TextEdit(Span(inner.end_byte, inner.end_byte), closing)
    return (TextEdit(Span(inner.start_byte, inner.start_byte), opening), behind) if opening else (behind,)


def replaced(node: Node, written: str) -> TextEdit:
    """Return the edit that puts something in place of an expression."""
    return TextEdit(Span(node.start_byte, node.end_byte), written)
