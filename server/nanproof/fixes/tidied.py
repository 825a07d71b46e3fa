"""A stable function leaves names without a use, `e` of `e / e.sum()`: what only computes them goes as well."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tree_sitter import Node

from nanproof.changes.effects import events_in
from nanproof.fixes.fix import Fix, Way
from nanproof.fixes.naming import uses_of, whole_lines
from nanproof.forms.expressions import has_comment
from nanproof.names.binding import Binds
from nanproof.names.reaching import reaching
from nanproof.names.syntax import code_in, inside, is_label, node_at, outwards, required, text
from nanproof.sites.site import Site
from nanproof.source.span import Span, TextEdit

_DOES_MORE = frozenset({"await", "named_expression", "yield"})


def tidied(site: Site, fix: Fix) -> Fix:
    """Return a fix that also takes out the assignments whose names nobody reads any more."""
    if fix.way is not Way.STABLE:
        return fix
    standing = replace(fix, edits=_without_empty_blocks(site, fix.edits))
    needless = tuple(TextEdit(lines, "") for lines in _needless(site, standing))
    return replace(standing, edits=(*standing.edits, *needless))


def _without_empty_blocks(site: Site, edits: Sequence[TextEdit]) -> tuple[TextEdit, ...]:
    """Leave out what would empty a block: its first statement stays, which reads none of the others."""
    left, gone = set[TextEdit](), list[Span]()
    for edit in sorted(edits, reverse=True):
        if not edit.text and _empties(site, [*gone, edit.span]):
            left.add(edit)
        elif not edit.text:
            gone.append(edit.span)
    return tuple(each for each in edits if each not in left)


def _needless(site: Site, fix: Fix) -> Iterator[Span]:
    """Yield the lines of the assignments that only what the fix replaces has read."""
    written = {word for edit in fix.edits for word in re.findall(r"\w+", edit.text)}
    gone = [edit.span for edit in fix.edits]
    removed = [edit.span for edit in fix.edits if not edit.text]
    waiting = [site.node]
    while waiting:
        for name in inside(waiting.pop()):
            if name.type != "identifier" or is_label(name) or text(name) in written:
                continue
            assignment = _assignment(site, name)
            if assignment is None:
                continue
            lines = _unread(site, assignment, gone)
            if lines is None or _empties(site, [*removed, lines]):
                continue
            gone.append(lines)
            removed.append(lines)
            waiting.append(required(assignment, "right"))
            yield lines


def _assignment(site: Site, name: Node) -> Node | None:
    """Return the one assignment that gives a name its value."""
    found = reaching(name, site.engine.modules.bindings(site.document))
    if not found.certain or len(found.bindings) != 1:
        return None
    binding = found.bindings[0]
    is_plain = binding.kind is Binds.ASSIGNMENT and not binding.path
    return binding.statement if is_plain else None


def _unread(site: Site, assignment: Node, gone: list[Span]) -> Span | None:
    """Return the lines of an assignment that does nothing but name what is gone, None of another."""
    uses, right = uses_of(site, assignment), required(assignment, "right")
    if not uses or not all(any(_is_in(use, span) for span in gone) for use in uses):
        return None
    if has_comment(right) or any(each.type in _DOES_MORE for each in inside(right)):
        return None
    if right.type == "assignment" or any(True for _ in events_in(site, right)):
        return None
    lines = whole_lines(site.document, assignment)
    return lines if lines is not None and not any(_meet(lines, each) for each in gone) else None


def _empties(site: Site, gone: Sequence[Span]) -> bool:
    """Say whether nothing is left of the block that the last of some lines stand in, which would not parse."""
    lines = gone[-1]
    root, start = site.document.tree.root_node, lines.end - len(site.document.data[lines.start : lines.end].lstrip())
    around = outwards(node_at(root, start, start))
    block = next((each for each in around if each.type in ("block", "module")), root)
    return all(any(_is_in(each, span) for span in gone) for each in code_in(block))


def _is_in(node: Node, span: Span) -> bool:
    return span.start <= node.start_byte and node.end_byte <= span.end


def _meet(lines: Span, other: Span) -> bool:
    return lines.start <= other.start < lines.end or other.start < lines.start < other.end
