"""Where the constructor of a class runs: where the class is called, or one that inherits it."""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from nanproof.infer.evaluator import Evaluator
from nanproof.infer.objects import is_of
from nanproof.infer.value import UserClass
from nanproof.names.syntax import is_a, parent_of, text
from nanproof.source.document import Document

CONSTRUCTOR = "__init__"
MOST_CLASSES = 8  # that inherit a constructor

Call = tuple[Document, Node]


def constructing(evaluator: Evaluator, document: Document, owner: Node) -> list[Call]:
    """Return the calls that run the constructor of a class, in its file and in those that import it.

    None of them where another constructor calls it, and may change what it made, or where there are too many classes.
    """
    calls: list[Call] = []
    waiting, seen = [(document, owner)], set[tuple[str, int]]()
    while waiting:
        home, each = waiting.pop(0)
        seen.add((home.path, each.start_byte))
        if len(seen) > MOST_CLASSES:
            return []
        name, kind = text(each.child_by_field_name("name")), UserClass(home, each)
        for other in (home, *(one for one in evaluator.modules.calling(name) if one.path != home.path)):
            calls += _calls_in(evaluator, other, name, kind)
            for heir in _heirs(evaluator, other, name, kind):
                if (other.path, heir.start_byte) in seen:
                    continue
                if evaluator.modules.bindings(other).of(CONSTRUCTOR, heir):
                    return []
                waiting.append((other, heir))
    return calls


def _calls_in(evaluator: Evaluator, document: Document, name: str, kind: UserClass) -> Iterator[Call]:
    for called, call in evaluator.modules.bindings(document).calls_of(name):
        value = evaluator.value(evaluator.around(document, called), called)
        if isinstance(value, UserClass) and is_of(evaluator, value, kind):
            yield document, call


def _heirs(evaluator: Evaluator, document: Document, name: str, kind: UserClass) -> Iterator[Node]:
    """Yield the classes of a file that inherit from a class of some name."""
    for each in evaluator.modules.bindings(document).occurrences(name):
        base = parent_of(each) if is_a(each.parent, "attribute") else each
        heir = parent_of(parent_of(base))
        # What is no class has no bases, whatever the name stands for there.
        if is_of(evaluator, UserClass(document, heir), kind):
            yield heir
