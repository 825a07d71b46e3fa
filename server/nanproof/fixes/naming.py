"""Names that a fix introduces, because a value is needed twice, and names that it leaves without a use."""

from __future__ import annotations

import re
from itertools import islice

from tree_sitter import Node

from nanproof.names.scopes import FUNCTIONS, scope_of
from nanproof.names.syntax import code_in, is_a, outwards, text
from nanproof.sites.site import Site
from nanproof.source.document import Document
from nanproof.source.span import Span, TextEdit

# What these read is named in a string, or not at all.
_READ_ANY_NAME = ("locals", "vars", "dir", "eval", "exec")
NAMES = ("logits", "scores", "raw_logits", "unscaled_logits")


def free_name(site: Site) -> str | None:
    """Return a name for logits that stands nowhere in the site's document."""
    return free_of(site, NAMES)


def free_of(site: Site, names: tuple[str, ...]) -> str | None:
    """Return the first of some names that stands nowhere in the site's document."""
    search = site.engine.modules.bindings(site.document).search
    return next((name for name in names if not search(re.compile(rf"\b{name}\b".encode()))), None)


def line_above(site: Site, offset: int, written: str) -> TextEdit | None:
    """Return the edit that writes a line above the statement at an offset, None where that does not begin its line."""
    document = site.document
    start = document.lines.start(document.lines.line_at(offset))
    indentation = document.data[start:offset]
    if indentation.strip(b" \t"):
        return None
    ending = site.engine.modules.bindings(document).line_end
    return TextEdit(Span(offset, offset), f"{written}{ending}{indentation.decode()}")


def is_used_once(site: Site, assignment: Node) -> bool:
    """Say whether the name that an assignment binds is used at the site and nowhere else in its function.

    What a module or a class binds may be used by others; `q = p = v` gives another name the same value.
    """
    if is_a(assignment.parent, "assignment"):
        return False
    uses = uses_of(site, assignment)
    return len(uses) == 1 and site.span.start <= uses[0].start_byte < site.span.end


def uses_of(site: Site, assignment: Node) -> list[Node]:
    """Return where a function uses the name that an assignment in it binds, nothing where that is not certain."""
    target, scope = assignment.child_by_field_name("left"), scope_of(assignment)
    if not is_a(target, "identifier") or scope.type not in FUNCTIONS:
        return []
    if any(scope.start_byte <= each.start < scope.end_byte for each in site.document.left_out):
        return []
    bindings = site.engine.modules.bindings(site.document)
    if any(bindings.occurrences_in(each, scope.start_byte, scope.end_byte) for each in _READ_ANY_NAME):
        return []
    own = bindings.occurrences_in(text(target), scope.start_byte, scope.end_byte)
    return [node for node in own if node != target]


def whole_lines(document: Document, statement: Node) -> Span | None:
    """Return the lines of a function's statement, None where more stands on them or nothing else in its block."""
    outer, block = islice(outwards(statement), 2)  # the expression statement that an assignment is
    if len(code_in(block)) < 2:
        return None
    lines = document.lines
    first, last = lines.line_at(outer.start_byte), lines.line_at(outer.end_byte)
    before = document.data[lines.start(first) : outer.start_byte]
    after = document.data[outer.end_byte : lines.end(last)]
    return None if (before + after).strip() else Span(lines.start(first), lines.start(last + 1))
