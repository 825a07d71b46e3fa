"""Comments that silence a finding: `# nanproof: ignore[NAN101]`, `# nanproof: ignore`, `# noqa: NAN101`."""

from __future__ import annotations

import re

from tree_sitter import Node

from nanproof.rules.finding import Finding
from nanproof.source.document import Document

COMMENT = re.compile(
    rb"#\s*(?:nanproof:\s*ignore(?:\[(?P<codes>[^\]\r\n]*)\])?|noqa:\s*(?P<noqa>[A-Z]+\d+(?:[,\s]+[A-Z]+\d+)*))",
    re.IGNORECASE,
)
_CODE = re.compile(r"[A-Z]+\d+")


def is_suppressed(document: Document, finding: Finding) -> bool:
    """Say whether a comment on a line of the finding's statement silences it."""
    first, last = lines_of(document, finding)
    start, end = document.lines.start(first), document.lines.end(last)
    return any(
        _names(match, finding.code)
        for match in COMMENT.finditer(document.data, start, end)
        if _is_comment(document, match.start())
    )


def lines_of(document: Document, finding: Finding) -> tuple[int, int]:
    """Return the lines on which a comment counts: from the finding's first to the last of its statement."""
    node: Node | None = document.tree.root_node.descendant_for_byte_range(finding.span.start, finding.span.end)
    while node is not None and node.parent is not None and node.parent.type not in ("block", "module", "ERROR"):
        if any(child.type in ("block", ":") for child in node.parent.children):
            break  # the head of a compound statement: its body is not part of it
        node = node.parent
    end = max(finding.span.end, node.end_byte if node is not None else 0)
    return document.lines.line_at(finding.span.start), document.lines.line_at(end)


def _names(match: re.Match[bytes], code: str) -> bool:
    listed = match["codes"] if match["codes"] is not None else match["noqa"]
    return listed is None or code in _CODE.findall(listed.decode("utf-8", "replace").upper())


def _is_comment(document: Document, offset: int) -> bool:
    node = document.tree.root_node.descendant_for_byte_range(offset, offset + 1)
    return node is not None and node.type == "comment"
