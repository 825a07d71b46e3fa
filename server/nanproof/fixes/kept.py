"""What a repair makes the backward pass keep: a change in place before that pass would break it.

PyTorch keeps the operand of a logarithm and the result of a softmax, and refuses the pass where one was changed since.
So `log(sigmoid(z))` may be followed by `z.clamp_(-1, 1)`, and `logsigmoid(z)` may not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import cache, partial

from tree_sitter import Node

from nanproof.catalog.backward import Kept
from nanproof.changes.holders import held_by
from nanproof.changes.memory import bases
from nanproof.changes.mutations import METHODS_THAT_KEEP_VALUES
from nanproof.changes.stretch import Stretch, is_changed_elsewhere
from nanproof.changes.unchanged import Doubt
from nanproof.fixes.fix import Applicability, Fix
from nanproof.fixes.keeping import Keeping
from nanproof.fixes.writing import spliced
from nanproof.names.syntax import called_name, inside, is_a, is_label, node_at, outwards, required, text
from nanproof.sites.site import Site
from nanproof.source.document import Document
from nanproof.source.span import Span, TextEdit
from nanproof.uses.differentiated import is_differentiated
from nanproof.uses.following import Later, around, changes_after

_COMPOUND = frozenset(
    {"module", "block", "if_statement", "elif_clause", "while_statement", "for_statement", "with_statement"}
)


def kept_whole(site: Site, fixes: Iterable[Fix]) -> Iterator[Fix]:
    """Yield the fixes after which the backward pass finds what it kept as it was.

    One that cannot be differentiated is not offered; where nobody knows, it is unsafe and says what must be true.
    """
    kept = site.framework.kept
    if kept is None:
        yield from fixes
        return
    changes = cache(partial(_changes, site))
    for fix in fixes:
        found = _kept_since(site, kept, fix, changes)
        doubts = [each for leaf, since in found for each in _doubts(site, leaf, changes(since))]
        if not doubts or not is_differentiated(site):
            yield fix
        elif not any(each.is_certain for each in doubts):
            yield _doubted(fix, doubts[0].assumption)


def _changes(site: Site, since: Node) -> list[Later]:
    found = changes_after(site, since)
    return [each for each in found if called_name(each.event.node) not in METHODS_THAT_KEEP_VALUES]


def _doubted(fix: Fix, assumption: str) -> Fix:
    head, colon, rest = fix.title.partition(":")
    is_safe = fix.applicability is Applicability.SAFE
    reason = f"right where {assumption}: the backward pass needs it" if is_safe else fix.reason
    title = f"{head}, if {assumption}{colon}{rest}"
    return replace(fix, title=title, reason=reason, applicability=Applicability.UNSAFE)


def _doubts(site: Site, leaf: Node, changes: list[Later]) -> Iterator[Doubt]:
    """Yield why a value may be changed before the backward pass."""
    scope, root, here = around(site.node), site.document.tree.root_node, _statement(site.node)
    whole = Stretch(site, here, here, scope.start_byte, scope.start_byte, scope.end_byte)
    own, name = held_by(whole, leaf).lies, _root(leaf)
    is_changed_by_others = name is not None and is_changed_elsewhere(site, name)
    for later in changes:
        assumption = f"`{later.event.written}` leaves `{' '.join(text(leaf).split())}` as it is"
        if later.event.target is None:
            if is_changed_by_others:
                yield Doubt(assumption, is_certain=True)
            continue
        other = bases(site, later.event.target)
        if own is None or other is None:
            yield Doubt(assumption)
        elif any(later.outlives(root, each) for each in own & other):
            yield Doubt(assumption, is_certain=True)


def _root(node: Node) -> Node | None:
    while node.type in ("attribute", "subscript"):
        node = required(node, "object" if node.type == "attribute" else "value")
    return node if node.type == "identifier" else None


def _kept_since(
    site: Site, kept: Kept, fix: Fix, changes: Callable[[Node], list[Later]]
) -> Iterator[tuple[Node, Node]]:
    """Yield the expressions of the text as it is whose values are kept since a fix, and were not; and behind what."""
    document, edits = site.document, fix.edits
    regions = _regions(site, edits)
    if not any(changes(since) for _, since in regions):
        return
    after = Document(document.path, spliced(document.data, edits)).tree.root_node
    introduced = _introduced(after, fix)
    before, now = Keeping(site, kept), Keeping(site, kept, introduced)
    there = [each for span, _ in regions for each in before.operands_in(document.tree.root_node, span)]
    certain = {each.written for each in there if each.is_certain}
    known = {(each.written, each.keeper) for each in there}
    for span, since in regions:
        leaves = [each for each in now.operands_in(after, _moved(span, edits)) if each.written not in certain]
        written = dict.fromkeys(each.written for each in leaves if (each.written, each.keeper) not in known)
        sought = [text(introduced[each]) if each in introduced else each for each in written]
        yield from ((node, since) for each in sought if (node := _original(site, each)) is not None)
    place = _replaced(site, fix, after)
    if place is not None and now.keeps_result(place) and not before.keeps_result(site.node):
        yield site.node, site.node


def _introduced(after: Node, fix: Fix) -> dict[str, Node]:
    """Return the name that a fix binds, and what it holds."""
    for each in inside(after) if fix.introduces else ():
        if each.type == "assignment" and text(each.child_by_field_name("left")) == fix.introduces:
            return {fix.introduces: each.named_children[-1]}
    return {}


def _replaced(site: Site, fix: Fix, after: Node) -> Node | None:
    """Return what stands after a fix in the place of the site."""
    span = site.span
    if any(each.span.start < end < each.span.end for each in fix.edits for end in (span.start, span.end)):
        return None
    moved = _moved(span, fix.edits)
    return after.named_descendant_for_byte_range(moved.start, moved.end)


def _original(site: Site, written: str) -> Node | None:
    """Return where an expression that a fix writes stands in the text as it is, nearest to the site's end."""
    document, scope = site.document, around(site.node)
    sought, end = written.encode("utf-8", "surrogatepass"), site.node.end_byte
    while sought and (start := document.data.rfind(sought, scope.start_byte, end)) >= 0:
        node = node_at(document.tree.root_node, start, start + len(sought))
        if node.text == sought and not _is_label_or_target(node):
            return node
        end = start + len(sought) - 1
    return None


def _is_label_or_target(node: Node) -> bool:
    return is_label(node) or (is_a(node.parent, "assignment") and required(node.parent, "left") == node)


def _regions(site: Site, edits: Iterable[TextEdit]) -> list[tuple[Span, Node]]:
    """Return the statements that edits stand in, or what they replace where that is more; and behind what they run."""
    found: dict[Span, Node] = {}
    for edit in edits:
        start, end = _touched(site.document.data, edit.span)
        node = node_at(site.document.tree.root_node, start, end)
        if node.type in _COMPOUND:
            found[edit.span] = _statement(node_at(site.document.tree.root_node, end, end + 1))
            continue
        node = _statement(node)
        span = Span(node.start_byte, node.end_byte)
        found[span] = site.node if span.contains(site.node.start_byte) else node
    return list(found.items())


def _touched(data: bytes, span: Span) -> tuple[int, int]:
    """Return what an edit replaces; what is only inserted belongs to what it stands behind, or else in front of."""
    if span.start < span.end:
        return span.start, span.end
    is_behind = bool(data[span.start - 1 : span.start].strip())
    return (span.start - 1, span.start) if is_behind else (span.start, span.start + 1)


def _statement(node: Node) -> Node:
    *_, outermost = (node, *outwards(node, *_COMPOUND))
    return outermost


def _moved(span: Span, edits: Iterable[TextEdit]) -> Span:
    """Return where a span lies after some edits; what is inserted at its ends belongs to it."""
    before = sum(_growth(each) for each in edits if each.span.end <= span.start > each.span.start)
    until = sum(_growth(each) for each in edits if each.span.start <= span.end)
    return Span(span.start + before, span.end + until)


def _growth(edit: TextEdit) -> int:
    return len(edit.text.encode("utf-8", "surrogatepass")) - (edit.span.end - edit.span.start)
