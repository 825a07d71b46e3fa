"""An operand written where its activation was not: the value that it had there, under a name of its own if need be."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from tree_sitter import Node

from nanproof.changes.stretch import Stretch
from nanproof.changes.unchanged import Doubt, changed, is_reference, is_unchanged, means_the_same, overwritten
from nanproof.fixes.naming import free_name, is_used_once, line_above, whole_lines
from nanproof.forms.expressions import Call, Origin, has_comment, held, since
from nanproof.names.scopes import scope_of
from nanproof.names.syntax import bare, is_a, required, text
from nanproof.sites.site import Site
from nanproof.source.span import Span, TextEdit


@dataclass(frozen=True, slots=True)
class Moved:
    """An operand as it is written at the site, and the edits elsewhere that make it mean the same there.

    `assumption` says under which condition it does, where that is not certain; `name` is one that the edits introduce.
    `shown` is what says more than what is written: the line that computes it.
    """

    written: str
    edits: tuple[TextEdit, ...] = ()
    assumption: str = ""
    name: str = ""
    shown: str = ""

    def under(self, assumption: str) -> Moved:
        """Return it under one more condition."""
        return replace(self, assumption=" and ".join(filter(None, (self.assumption, assumption))))


def moved(site: Site, calls: tuple[Call, ...], steps: Iterable[Origin]) -> Moved | None:
    """Return how the operand of some calls is written at the site, None where its value cannot be had there.

    It stands in the first of them and, spelt alike, in others; of the rest of their arguments the site needs all.
    """
    doubt = _worst(held(site, step) for step in steps)
    if doubt is not None and doubt.is_certain:
        return None
    first = calls[0]
    written = site.document.slice(Span(first.operand.start_byte, first.operand.end_byte))
    elsewhere = [(call, between) for call in calls if (between := since(site, call)) is not None]
    if not elsewhere:
        return Moved(written, assumption=_assumption(doubt))
    if not all(_arguments_hold(call, between) for call, between in elsewhere):
        return None
    names_hold = all(means_the_same(first.operand, between) for _, between in elsewhere)
    asked = changed if names_hold else overwritten
    doubt = _worst([doubt, *(asked(bare(first.operand), between) for _, between in elsewhere)])
    if doubt is not None and doubt.is_certain:
        return None
    if names_hold:
        return Moved(written, needless(site, elsewhere[0][1].since), _assumption(doubt))
    if len(calls) > 1:
        return None  # two of them: the name could hold only one
    return _named(site, first, elsewhere[0][1], _assumption(doubt))


def as_it_stands(site: Site, call: Call) -> Moved:
    """Return the operand of a call as it is written there."""
    return Moved(site.document.slice(Span(call.operand.start_byte, call.operand.end_byte)))


def _arguments_hold(call: Call, between: Stretch) -> bool:
    """Say whether the other arguments of a call, but for the operand, can be written again at the site."""
    others = [each for each in call.arguments.named_children if each != call.operand and each != call.operand.parent]
    return all(is_unchanged(each, between) for each in others)


def _worst(doubts: Iterable[Doubt | None]) -> Doubt | None:
    found = [each for each in doubts if each is not None]
    return next((each for each in found if each.is_certain), next(iter(found), None))


def _assumption(doubt: Doubt | None) -> str:
    return doubt.assumption if doubt is not None else ""


def needless(site: Site, assignment: Node) -> tuple[TextEdit, ...]:
    """Return the edit that takes out an assignment whose name nobody reads any more."""
    lines = whole_lines(site.document, assignment) if is_used_once(site, assignment) else None
    return (TextEdit(lines, ""),) if lines is not None else ()


def _named(site: Site, call: Call, between: Stretch, assumption: str) -> Moved | None:
    """Give the operand a name above the activation: what it was there it stays, and it is computed once."""
    assignment, operand = between.since, bare(call.operand)
    name = free_name(site)
    if name is None or has_comment(operand) or scope_of(assignment).type == "class_definition":
        return None
    expression = site.document.slice(Span(operand.start_byte, operand.end_byte))
    if len(expression.splitlines()) > 1 or operand.type in ("named_expression", "yield"):
        expression = f"({expression})"
    if is_used_once(site, assignment):
        edit = TextEdit(Span(assignment.start_byte, assignment.end_byte), f"{name} = {expression}")
        return Moved(name, (edit,), assumption, name)
    line = line_above(site, assignment.start_byte, f"{name} = {expression}")
    if line is None or not is_a(assignment.parent, "expression_statement"):
        return None
    if is_reference(operand) and not between.asks_a_property(operand):
        return Moved(name, (line,), assumption, name)
    is_alone = call.receiver is None and len(call.arguments.named_children) == 1
    replaced = Span(call.operand.start_byte, call.operand.end_byte)
    if is_alone:
        replaced = Span(call.arguments.start_byte + 1, call.arguments.end_byte - 1)
    edit = TextEdit(replaced, f"{keyword(call)}{name}" if is_alone else name)
    return Moved(name, (line, edit), assumption, name)


def keyword(call: Call) -> str:
    """Return `logits=` of `softmax(logits=...)`, nothing of an argument without a name."""
    parent = call.operand.parent
    name = required(parent, "name") if is_a(parent, "keyword_argument") else None
    return f"{text(name)}=" if name is not None else ""
