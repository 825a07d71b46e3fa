"""A stable function leaves names without a use, `e` of `e / e.sum()`: what only computes them goes as well."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from tree_sitter import Node

from nanproof.changes.effects import events_in
from nanproof.fixes.fix import Fix, Way
from nanproof.fixes.naming import uses_of, whole_lines
from nanproof.forms.expressions import has_comment
from nanproof.names.binding import Binds
from nanproof.names.reaching import reaching
from nanproof.names.syntax import inside, is_a, is_label, outwards, required, text
from nanproof.sites.site import Site
from nanproof.source.span import Span, TextEdit

_DOES_MORE = frozenset({"await", "named_expression", "yield"})


def tidied(site: Site, fix: Fix) -> Fix:
    """Return a fix that also takes out the assignments whose names nobody reads any more."""
    if fix.way is not Way.STABLE:
        return fix
    needless = tuple(TextEdit(lines, "") for lines in _needless(site, fix))
    return replace(fix, edits=(*fix.edits, *needless)) if needless else fix


def _needless(site: Site, fix: Fix) -> Iterator[Span]:
    """Yield the lines of the assignments that only what the fix replaces has read."""
    written = {word for edit in fix.edits for word in re.findall(r"\w+", edit.text)}
    gone = [edit.span for edit in fix.edits]
    waiting, left = [site.node], Counter[Node]()
    while waiting:
        for name in inside(waiting.pop()):
            if name.type != "identifier" or is_label(name) or text(name) in written:
                continue
            assignment = _assignment(site, name)
            lines = _unread(site, assignment, gone) if assignment is not None else None
            if assignment is None or lines is None:
                continue
            block = next(islice(outwards(assignment), 1, None))
            left[block] += 1
            if left[block] == block.named_child_count:
                continue
            gone.append(lines)
            waiting.append(required(assignment, "right"))
            yield lines


def _assignment(site: Site, name: Node) -> Node | None:
    """Return the one assignment that gives a name its value."""
    found = reaching(name, site.engine.modules.bindings(site.document))
    if not found.certain or len(found.bindings) != 1:
        return None
    binding = found.bindings[0]
    is_plain = binding.kind is Binds.ASSIGNMENT and not binding.path
    return binding.statement if is_plain and is_a(binding.statement, "assignment") else None


def _unread(site: Site, assignment: Node, gone: list[Span]) -> Span | None:
    """Return the lines of an assignment that does nothing but name what is gone, None of another."""
    uses, right = uses_of(site, assignment), assignment.child_by_field_name("right")
    if not uses or right is None or not all(any(_is_in(use, span) for span in gone) for use in uses):
        return None
    if has_comment(right) or any(each.type in _DOES_MORE for each in inside(right)):
        return None
    if right.type == "assignment" or any(True for _ in events_in(site, right)):
        return None
    lines = whole_lines(site.document, assignment)
    return lines if lines is not None and not any(_meet(lines, each) for each in gone) else None


def _is_in(node: Node, span: Span) -> bool:
    return span.start <= node.start_byte and node.end_byte <= span.end


def _meet(lines: Span, other: Span) -> bool:
    return lines.start <= other.start < lines.end or other.start < lines.start < other.end
