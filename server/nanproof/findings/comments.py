"""The comments of a text that silence findings, and what each of them does there."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches

from nanproof.findings.comment import Comment
from nanproof.findings.finding import Finding, Severity
from nanproof.findings.rule import CommentRule, Rule
from nanproof.findings.suppression import (
    BARE,
    COMMENT,
    comments_about,
    is_comment,
    is_named,
    list_of,
    names,
    words_in,
)
from nanproof.source.document import Document
from nanproof.source.span import Span

_STRENGTH = tuple(Severity)
# Of what another tool reads as well, only our own codes are ours to judge.
_OURS = re.compile(r"NAN\d+", re.IGNORECASE)


def comments(
    document: Document,
    on_file: Sequence[re.Match[bytes]],
    silenced: Iterable[Finding],
    told: Sequence[Finding],
    rules: Mapping[str, Rule],
) -> Iterator[Comment]:
    """Yield the comments of a document, where some findings are silenced and others are told.

    Those `on_file` speak of the whole document.
    """
    yield from _of_others(document, told)
    at_lines = (each for each in COMMENT.finditer(document.data) if is_comment(document, each))
    found = [*on_file, *(each for each in at_lines if not _is_of_another_tool(each))]
    if not found:
        return
    quiet, loud = (_by_comment(document, on_file, findings) for findings in (silenced, told))
    for match in sorted(found, key=re.Match.start):
        yield _comment(document, match, quiet[match.start()], loud[match.start()], rules)


def silenced_by_name(document: Document, on_file: Sequence[re.Match[bytes]], finding: Finding) -> bool:
    """Say whether a comment silences what is said of a comment: only one that names the rule does."""
    found = (*on_file, *comments_about(document, finding))
    return any(list_of(each) is not None and names(each, finding) for each in found)


def _of_others(document: Document, told: Iterable[Finding]) -> Iterator[Comment]:
    """Yield the comments for other tools beside which a finding is told; of several findings the strongest."""
    seen = set[int]()
    for finding in sorted(told, key=lambda each: _STRENGTH.index(each.severity)):
        end = document.lines.end(document.lines.line_at(finding.span.end))
        for match in BARE.finditer(document.data, finding.span.start, end):
            if match.start() not in seen and is_comment(document, match):
                seen.add(match.start())
                span = Span(*match.span())
                yield Comment(document, span, _behind(span), (), (), (), silences=True, meant="", told=finding)


def _is_of_another_tool(match: re.Match[bytes]) -> bool:
    return match.lastgroup == "noqa" and not _ours(match)


def _ours(match: re.Match[bytes]) -> list[str]:
    """Return the words of a list that are ours to judge."""
    words = [each[0] for each in words_in(list_of(match) or "")]
    return words if match.lastgroup == "codes" else [each for each in words if _OURS.fullmatch(each)]


def _by_comment(
    document: Document, on_file: Sequence[re.Match[bytes]], findings: Iterable[Finding]
) -> defaultdict[int, list[Finding]]:
    """Return the findings that each comment speaks of, by where it begins."""
    found = defaultdict[int, list[Finding]](list)
    for finding in findings:
        for match in (*on_file, *comments_about(document, finding)):
            found[match.start()].append(finding)
    return found


def _comment(
    document: Document,
    match: re.Match[bytes],
    silenced: Sequence[Finding],
    told: Sequence[Finding],
    rules: Mapping[str, Rule],
) -> Comment:
    listed = list_of(match)
    words = tuple(dict.fromkeys(each[0] for each in words_in(listed or "")))
    ours = dict.fromkeys(_ours(match))
    unknown = tuple(word for word in ours if not any(is_named(word, each.code, each.name) for each in rules.values()))
    about_comments = [each for each in rules.values() if isinstance(each, CommentRule)]
    used = {(each.code, each.name) for each in silenced} | {(each.code, each.name) for each in about_comments}
    idle = tuple(word for word in ours if word not in unknown and not any(is_named(word, *each) for each in used))
    start = match.start() + match[0].index(b"#")
    return Comment(
        document,
        Span(start, match.end()),
        Span(*match.span(match.lastgroup)) if match.lastgroup is not None else _behind(Span(*match.span())),
        words,
        idle,
        unknown,
        bool(silenced) if listed is None else len(idle) + len(unknown) < len(words),
        _meant(unknown[0], told) if len(unknown) == 1 else "",
    )


def _behind(span: Span) -> Span:
    return Span(span.end, span.end)


def _meant(word: str, told: Iterable[Finding]) -> str:
    named = [name for each in told for name in (each.code, each.name)]
    spelt = word.upper() if _OURS.fullmatch(word) else word.lower()
    return next(iter(get_close_matches(spelt, named, 1)), "")
