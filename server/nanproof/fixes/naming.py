"""A name for a value that a fix needs twice: one that the file does not use yet."""

from __future__ import annotations

import re

from nanproof.source.document import Document
from nanproof.source.span import Span, TextEdit

NAMES = ("logits", "scores", "raw_logits", "unscaled_logits")


def free_name(document: Document) -> str | None:
    """Return a name for logits that stands nowhere in a document."""
    return next((name for name in NAMES if not re.search(rf"\b{name}\b".encode(), document.data)), None)


def line_above(document: Document, offset: int, written: str) -> TextEdit | None:
    """Return the edit that writes a line above the statement at an offset, None where that does not begin its line."""
    start = document.lines.start(document.lines.line_at(offset))
    indentation = document.data[start:offset]
    if indentation.strip(b" \t"):
        return None
    ending = "\r\n" if b"\r\n" in document.data else "\n"
    return TextEdit(Span(offset, offset), f"{written}{ending}{indentation.decode()}")
