"""Where the constructor of a class runs: where the class is called, or one that inherits it."""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from nanproof.infer.evaluator import Evaluator
from nanproof.infer.objects import is_of
from nanproof.infer.value import UserClass
from nanproof.names.syntax import (
    bare,
    called_name,
    code_in,
    first_child,
    is_a,
    outwards,
    parent_of,
    passed,
    required,
    text,
)
from nanproof.source.document import Document

CONSTRUCTOR = "__init__"
MOST_CLASSES = 8  # that inherit a constructor

# Where elements are only put elsewhere.
_MOVES = frozenset(
    {"broadcast_to", "clone", "copy", "detach", "expand", "reshape", "squeeze", "to", "unsqueeze", "view"}
)
_LITERALS = frozenset({"false", "float", "integer", "none", "string", "true"})

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
        if isinstance(value, UserClass) and is_of(evaluator, value, kind) and not _is_copy(call, kind):
            yield document, call


def _is_copy(call: Node, kind: UserClass) -> bool:
    """Say whether a class is called with what an object of its own holds: `Bernoulli(probs=self.probs[index])`.

    A copy holds nothing new. What a property would compute, were the object made otherwise, it is not made of.
    """
    given = [each for each in code_in(required(call, "arguments")) if bare(passed(each)).type not in _LITERALS]
    if not given or not all(map(_is_of_itself, given)):
        return False
    return any(each == kind.node for each in outwards(call))


def _is_of_itself(argument: Node) -> bool:
    """Say whether an argument is an attribute of `self`, or part of one, or one whose elements are only moved."""
    node = bare(passed(argument))
    if node.type == "call" and called_name(node) in _MOVES:
        function = required(node, "function")
        receiver = function.child_by_field_name("object")
        is_method = is_a(receiver, "attribute", "subscript", "call")
        inner = receiver if is_method else first_child(node.child_by_field_name("arguments"))
        return inner is not None and _is_of_itself(inner)
    if node.type == "subscript":
        return _is_of_itself(required(node, "value"))
    return node.type == "attribute" and text(node.child_by_field_name("object")) == "self"


def _heirs(evaluator: Evaluator, document: Document, name: str, kind: UserClass) -> Iterator[Node]:
    """Yield the classes of a file that inherit from a class of some name."""
    for each in evaluator.modules.bindings(document).occurrences(name):
        base = parent_of(each) if is_a(each.parent, "attribute") else each
        heir = parent_of(parent_of(base))
        # What is no class has no bases, whatever the name stands for there.
        if is_of(evaluator, UserClass(document, heir), kind):
            yield heir
