"""Comments that silence a finding: `# nanproof: ignore[NAN101]`, `# nanproof: ignore`, `# noqa: NAN101`.

A rule is named by its code, the beginning of one, or its name: `ignore[NAN101, NAN3, unmasked-root]`. On a line of its
own the comment speaks of the statement below it, and as `# nanproof: ignore-file[NAN101]` of the whole file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from nanproof.findings.finding import Finding
from nanproof.names.bindings import Bindings
from nanproof.names.syntax import is_a
from nanproof.source.document import Document

COMMENT = re.compile(
    rb"#\s*(?:nanproof:\s*ignore(?![-\w])(?:\[(?P<codes>[^\]\r\n#]*)\])?|noqa:\s*(?P<noqa>[A-Z]+\d+(?:[,\s]+[A-Z]+\d+)*))",
    re.IGNORECASE,
)
FILE_COMMENT = re.compile(
    rb"^(?:\xef\xbb\xbf)?[ \t\f]*#[ \t]*nanproof:[ \t]*ignore-file\b(?:\[(?P<codes>[^\]\r\n#]*)\])?",
    re.IGNORECASE | re.MULTILINE,
)
# For other tools it silences all; what names something behind a colon is theirs alone.
BARE = re.compile(rb"#\s*noqa\b(?!\s*:)", re.IGNORECASE)
# A comment of ours on a line of its own, as far as the statement that follows: what it silences changes with both.
_BEFORE = re.compile(rb"^[ \t]*#\s*nanproof:(?:[^\n]*\n[ \t]*#)*[^\n]*\n[^\n]*", re.IGNORECASE | re.MULTILINE)
_ALONE = re.compile(rb"[ \t]*#")
_WORD = re.compile(r"[\w-]+")
_CODE = re.compile(r"[A-Z]+\d+", re.IGNORECASE)
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


def is_suppressed(bindings: Bindings, finding: Finding) -> bool:
    """Say whether a comment silences a finding: on a line of its statement, or alone above it."""
    bindings.search_all(_BEFORE)  # noted for the next version: what stands above may be of another piece
    return any(names(each, finding) for each in comments_about(bindings.document, finding))


def comments_about(document: Document, finding: Finding) -> list[re.Match[bytes]]:
    """Return the comments that speak of a finding's statement, whichever rules they name."""
    statement = _statement(document, finding.span.start)
    first, last = _lines(document, finding, statement)
    found = [*COMMENT.finditer(document.data, document.lines.start(first), document.lines.end(last))]
    found += _above(document, document.lines.line_at(statement.start_byte))
    return [each for each in found if is_comment(document, each)]


def _above(document: Document, line: int) -> Iterator[re.Match[bytes]]:
    """Yield what our own comments say that stand alone on the lines above a line."""
    for each in range(line - 1, -1, -1):
        start, end = document.lines.start(each), document.lines.end(each)
        if _ALONE.match(document.data, start, end) is None:
            return
        match = COMMENT.search(document.data, start, end)
        if match is not None and match["noqa"] is None:
            yield match


def comments_on_file(document: Document) -> list[re.Match[bytes]]:
    """Return the comments that speak of the whole document."""
    if b"ignore-file" not in document.data.lower():
        return []
    return [match for match in FILE_COMMENT.finditer(document.data) if is_comment(document, match)]


def lines_of(document: Document, finding: Finding) -> tuple[int, int]:
    """Return the lines on which a comment counts: from the finding's first to the last of its statement."""
    return _lines(document, finding, _statement(document, finding.span.start))


def _lines(document: Document, finding: Finding, statement: Node) -> tuple[int, int]:
    end = max(finding.span.end, statement.end_byte)
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


def names(comment: re.Match[bytes], finding: Finding) -> bool:
    """Say whether what a comment lists names the rule of a finding; without a list it names them all."""
    listed = list_of(comment)
    return listed is None or any(is_named(word[0], finding.code, finding.name) for word in words_in(listed))


def list_of(comment: re.Match[bytes]) -> str | None:
    """Return what a comment lists, None where it has no list."""
    return comment[comment.lastgroup].decode("utf-8", "replace") if comment.lastgroup is not None else None


def words_in(listed: str) -> Iterator[re.Match[str]]:
    """Yield the words of a list, each of which is to name a rule."""
    return _WORD.finditer(listed)


def is_named(word: str, code: str, name: str) -> bool:
    """Say whether a word names the rule with a code and a name: by the code, the beginning of one, or the name."""
    return name == word.lower() or (_CODE.fullmatch(word) is not None and code.startswith(word.upper()))


def is_comment(document: Document, match: re.Match[bytes]) -> bool:
    """Say whether what reads like a comment is one, and no part of a string."""
    end = match.end()
    return is_a(document.tree.root_node.descendant_for_byte_range(end - 1, end), "comment")
