"""Comments that silence a finding: `# nanproof: ignore[NAN101]`, `# nanproof: ignore`, `# noqa: NAN101`.

On a line of its own, `# nanproof: ignore-file[NAN101]` and `# nanproof: ignore-file` silence a whole file.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from tree_sitter import Node

from nanproof.findings.finding import Finding
from nanproof.names.syntax import is_a
from nanproof.source.document import Document

COMMENT = re.compile(
    rb"#\s*(?:nanproof:\s*ignore(?!-file)(?:\[(?P<codes>[^\]\r\n#]*)\])?|noqa:\s*(?P<noqa>[A-Z]+\d+(?:[,\s]+[A-Z]+\d+)*))",
    re.IGNORECASE,
)
FILE_COMMENT = re.compile(
    rb"^(?:\xef\xbb\xbf)?[ \t\f]*#[ \t]*nanproof:[ \t]*ignore-file\b(?:\[(?P<codes>[^\]\r\n#]*)\])?",
    re.IGNORECASE | re.MULTILINE,
)
_CODE = re.compile(r"(?<![A-Z])[A-Z]+\d+")
_HOLD_STATEMENTS = frozenset(
    {
        "module",
        "ERROR",
        "block",
        "if_statement",
        "elif_clause",
        "else_clause",
        "for_statement",
        "while_statement",
        "try_statement",
        "except_clause",
        "finally_clause",
        "with_statement",
        "match_statement",
        "case_clause",
        "function_definition",
        "class_definition",
        "decorated_definition",
    }
)


def is_suppressed(document: Document, finding: Finding) -> bool:
    """Say whether a comment on a line of the finding's statement silences it."""
    first, last = lines_of(document, finding)
    start, end = document.lines.start(first), document.lines.end(last)
    return any(
        _names(match, finding.code)
        for match in COMMENT.finditer(document.data, start, end)
        if _is_comment(document, match.start())
    )


def silent_in_file(document: Document) -> Callable[[str], bool]:
    """Return what says of a code whether a comment silences it in a whole document."""
    found = [match for match in FILE_COMMENT.finditer(document.data) if _is_comment(document, match.end() - 1)]
    return lambda code: any(_names(match, code) for match in found)


def lines_of(document: Document, finding: Finding) -> tuple[int, int]:
    """Return the lines on which a comment counts: from the finding's first to the last of its statement."""
    end = max(finding.span.end, _statement(document, finding.span.start).end_byte)
    return document.lines.line_at(finding.span.start), document.lines.line_at(end)


def _statement(document: Document, offset: int) -> Node:
    """Return the simple statement at an offset, or the head of a compound one, whose body is not part of it.

    Found from the root downwards: the way up costs the square of the depth.
    """
    node = document.tree.root_node
    while node.type in _HOLD_STATEMENTS:
        child = node.first_child_for_byte(offset)
        if child is None:
            break
        node = child
    return node


def _names(match: re.Match[bytes], code: str) -> bool:
    groups = match.groupdict()
    listed = groups["codes"] if groups["codes"] is not None else groups.get("noqa")
    return listed is None or code in _CODE.findall(listed.decode("utf-8", "replace").upper())


def _is_comment(document: Document, offset: int) -> bool:
    node = document.tree.root_node.descendant_for_byte_range(offset, offset + 1)
    return is_a(node, "comment")
