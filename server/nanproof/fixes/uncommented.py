"""Take what does nothing out of a comment that is to silence findings, or the whole comment away."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nanproof.findings.comment import Comment
from nanproof.fixes.fix import Applicability, Fix, Way
from nanproof.source.span import Span, TextEdit

# Where a comment turns to something else: `# nanproof: ignore[NAN101] why  # type: ignore`.
_NEXT = re.compile(rb"[ \t]#[ \t]*[A-Za-z]")
_BLANK = b" \t\f"


def without_idle(comment: Comment) -> Fix:
    """Return the fix that takes away what finds nothing to silence."""
    return _without(comment, comment.idle)


def without_unknown(comment: Comment) -> Fix:
    """Return the fix that takes away what names no rule, or writes the rule of a finding that it nearly names."""
    if not comment.meant:
        return _without(comment, comment.unknown)
    words = [comment.meant if each in comment.unknown else each for each in comment.words]
    return Fix(
        title=f"Write {comment.meant}",
        reason="it silences a finding",
        result=_shown(comment, words),
        applicability=Applicability.UNSAFE,
        edits=(TextEdit(comment.listed, ", ".join(words)),),
        preferred=True,
        lead="write",
        way=Way.OTHER,
    )


def _without(comment: Comment, words: Sequence[str]) -> Fix:
    kept = [each for each in comment.words if each not in words]
    if kept:
        title, result, loses = f"Leave {', '.join(kept)}", _shown(comment, kept), False
        edit = TextEdit(comment.listed, ", ".join(kept))
    else:
        title, result = "Remove the comment", ""
        edit, loses = _removal(comment)
    return Fix(
        title=title,
        reason="your words behind it go with it" if loses else "what does nothing is not missed",
        result=result,
        applicability=Applicability.UNSAFE if loses else Applicability.SAFE,
        edits=(edit,),
        preferred=True,
        lead="leave" if result else "remove the comment",
        way=Way.OTHER,
    )


def _shown(comment: Comment, words: Sequence[str]) -> str:
    """Return a comment as it reads with other words in its list."""
    document, listed = comment.document, comment.listed
    before, after = Span(comment.span.start, listed.start), Span(listed.end, comment.span.end)
    return document.slice(before) + ", ".join(words) + document.slice(after)


def _removal(comment: Comment) -> tuple[TextEdit, bool]:
    """Return the edit that takes a comment away, and whether words of its author's go with it.

    What stands before it on its line stays, and what another comment says behind it; a line of its own goes whole.
    """
    document = comment.document
    data, lines = document.data, document.lines
    line = lines.line_at(comment.span.start)
    start, end = comment.span.start, lines.end(line)
    further = _NEXT.search(data, comment.span.end, end)
    stop = further.start() + 1 if further is not None else end
    loses = bool(data[comment.span.end : stop].strip())
    if further is None:
        before = data[lines.start(line) : start].rstrip(_BLANK)
        start = lines.start(line) + len(before)
        if not before:
            stop = lines.start(line + 1)
    return TextEdit(Span(start, stop), ""), loses
