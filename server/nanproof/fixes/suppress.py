"""Silence a finding on its line, or its rule in the file, with a comment."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from tree_sitter import Node

from nanproof.findings.finding import Finding
from nanproof.findings.suppression import COMMENT, is_comment, lines_of
from nanproof.fixes.fix import Applicability, Fix
from nanproof.source.document import Document
from nanproof.source.span import Span, TextEdit

# What must stand first: a mark of the encoding, the interpreter's name, the encoding's.
_HEAD = re.compile(
    rb"\A(?:\xef\xbb\xbf)?(?:#![^\r\n]*(?:\r\n|[\r\n]))?(?:[ \t\f]*#[^\r\n]*coding[:=][^\r\n]*(?:\r\n|[\r\n]))?"
)


def suppress(document: Document, finding: Finding) -> Fix | None:
    """Return the fix that adds `# nanproof: ignore[CODE]`, None where no line of the statement can end in a comment."""
    first, last = lines_of(document, finding)
    line = next((each for each in range(first, last + 1) if _takes_comment(document, each)), None)
    if line is None:
        return None
    edit = _extended(document, line, finding.code) or _added(document, line, finding.code)
    reason = "the finding stays silent as long as the comment stands on one of the statement's lines"
    return _silencing(f"Suppress {finding.code} on this line", reason, edit)


def suppressing_in_file(document: Document, on_file: Sequence[re.Match[bytes]]) -> Callable[[Finding], Fix]:
    """Return what makes the fix that silences the rule of a finding in the whole file, of which some comments speak.

    Its comment stands above all but the file's head, wherever the finding is: it is looked for once for a document, and
    not remembered with a finding, which may move.
    """
    listed = next((each.end("codes") for each in on_file if each["codes"]), None)
    start = next(_HEAD.finditer(document.data)).end()
    end = "\r\n" if b"\r\n" in document.data[: document.lines.end(0) + 2] else "\n"

    def suppress_in_file(finding: Finding) -> Fix:
        code = finding.code
        at = listed if listed is not None else start
        edit = TextEdit(Span(at, at), f", {code}" if listed is not None else f"# nanproof: ignore-file[{code}]{end}")
        reason = "the rule stays silent in the file as long as the comment stands there"
        return _silencing(f"Suppress {code} in this file", reason, edit)

    return suppress_in_file


def _silencing(title: str, reason: str, edit: TextEdit) -> Fix:
    return Fix(
        title=title,
        reason=reason,
        result=edit.text.strip(),
        applicability=Applicability.SAFE,
        edits=(edit,),
        suppresses=True,
    )


def _added(document: Document, line: int, code: str) -> TextEdit:
    end = document.lines.end(line)
    written = document.data[document.lines.start(line) : end]
    gap = "" if written.endswith((b"  ", b"\t")) else " " if written.endswith(b" ") else "  "
    return TextEdit(Span(end, end), f"{gap}# nanproof: ignore[{code}]")


def _extended(document: Document, line: int, code: str) -> TextEdit | None:
    """Return the edit that adds a code to a comment that already silences other rules."""
    found = COMMENT.finditer(document.data, document.lines.start(line), document.lines.end(line))
    match = next((each for each in found if each["codes"] and is_comment(document, each)), None)
    if match is None:
        return None
    return TextEdit(Span(match.end("codes"), match.end("codes")), f", {code}")


def _takes_comment(document: Document, line: int) -> bool:
    """Say whether a comment may end a line: not after a backslash, not inside a string."""
    end = document.lines.end(line)
    if document.data[document.lines.start(line) : end].rstrip().endswith(b"\\"):
        return False
    node: Node | None = document.tree.root_node.descendant_for_byte_range(end, end)
    while node is not None and node.type != "string":
        node = node.parent
    return node is None
