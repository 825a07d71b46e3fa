"""What the editor shows over a comment that silences findings: what it silences, and what is said of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from nanproof.explain.hover import smell, told
from nanproof.findings.finding import Finding
from nanproof.findings.rule import CommentRule, Rule
from nanproof.findings.suppression import BARE, COMMENT, FILE_COMMENT, is_named, list_of, words_in
from nanproof.names.syntax import is_a
from nanproof.source.document import Document
from nanproof.source.quoting import code
from nanproof.source.span import Span


def comment_at(document: Document, offset: int) -> re.Match[bytes] | None:
    """Return the comment that silences findings, or a `# noqa` without codes, at a byte offset."""
    if not is_a(document.tree.root_node.descendant_for_byte_range(offset, offset), "comment"):
        return None
    line = document.lines.line_at(offset)
    start, end = document.lines.start(line), document.lines.end(line)
    found = (each for pattern in (FILE_COMMENT, COMMENT, BARE) for each in pattern.finditer(document.data, start, end))
    return next((each for each in found if each.start() <= offset <= each.end()), None)


def described_comment(
    comment: re.Match[bytes], findings: Iterable[Finding], rules: Mapping[str, Rule]
) -> tuple[Span, str, str, str] | None:
    """Return where a comment stands, its hover as Markdown, and the code and the rest of it where a rule found it.

    `findings` are those of the document. None where there is nothing to say: a `# noqa` that nobody finds fault with.
    """
    span = Span(comment.start() + comment[0].index(b"#"), comment.end())
    finding = next((each for each in findings if _is_of(each, span, rules)), None)
    named = _named(comment, rules)
    if finding is None and not named:
        return None
    rule = rules[finding.code] if finding is not None else named[0] if len(named) == 1 else None
    before = [_silenced(comment, named)] if named else []
    after = ["---", smell(rule)] if rule is not None else []
    said = [told(finding)] if finding is not None else []
    code_of = finding.code if finding is not None else ""
    return span, "\n\n".join((*before, *said, *after)), code_of, "\n\n".join((*before, *after))


def _is_of(finding: Finding, span: Span, rules: Mapping[str, Rule]) -> bool:
    return isinstance(rules.get(finding.code), CommentRule) and finding.span.start == span.start


def _named(comment: re.Match[bytes], rules: Mapping[str, Rule]) -> list[Rule]:
    """Return the rules that a comment silences; all where it has no list, unless it is for other tools."""
    if comment.re is BARE:
        return []
    listed = list_of(comment)
    words = [each[0] for each in words_in(listed or "")]
    return [
        rule for rule in rules.values() if listed is None or any(is_named(word, rule.code, rule.name) for word in words)
    ]


def _silenced(comment: re.Match[bytes], named: list[Rule]) -> str:
    where = "in this file" if comment.re is FILE_COMMENT else "in this statement"
    if list_of(comment) is None:
        return f"{code('nanproof')} tells nothing {where}."
    lines = [f"- [{rule.code} {rule.name}]({rule.url})" for rule in named]
    return "\n".join((f"{code('nanproof')} tells nothing {where} of:", "", *lines))
