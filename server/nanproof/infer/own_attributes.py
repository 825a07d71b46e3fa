"""Where an object sets an attribute: `self.s` of a class is not what an unrelated class of the file calls `self.s`."""

from __future__ import annotations

from tree_sitter import Node

from nanproof.infer.evaluator import Evaluator
from nanproof.infer.lineage import MOST_BASES, lineage
from nanproof.infer.value import UserClass
from nanproof.names.binding import Binding
from nanproof.names.scopes import class_around
from nanproof.names.syntax import is_a, parent_of, required, text
from nanproof.source.document import Document

_SELF = "self"


def bindings_of(evaluator: Evaluator, document: Document, attribute: Node) -> tuple[Binding, ...]:
    """Return the bindings of the name of an attribute in its file, but those of `self` where that is another object."""
    known = evaluator.modules.bindings(document).of_attribute(text(attribute.child_by_field_name("attribute")))
    own = class_around(attribute) if text(attribute.child_by_field_name("object")) == _SELF else None
    if own is None:
        return known
    return tuple(each for each in known if not _is_of_another(evaluator, document, each.name_node, own))


def _is_of_another(evaluator: Evaluator, document: Document, target: Node, own: Node) -> bool:
    """Say whether an attribute is that of `self` in a class that no object of another class is of as well."""
    other = class_around(target) if text(required(target, "object")) == _SELF else None
    if other is None or other == own:
        return False
    one, two = UserClass(document, own), UserClass(document, other)
    return (
        not _inherits(evaluator, one, two) and not _inherits(evaluator, two, one) and not _joined(evaluator, one, two)
    )


def _inherits(evaluator: Evaluator, owner: UserClass, base: UserClass) -> bool:
    return base in lineage(evaluator, owner)


def _joined(evaluator: Evaluator, one: UserClass, two: UserClass) -> bool:
    """Say whether a class of the file inherits both: what a mixin sets is read by the class beside it."""
    waiting = [one]
    for _ in range(MOST_BASES):
        if not waiting:
            return False
        heirs = _heirs(evaluator, waiting.pop())
        if any(_inherits(evaluator, each, two) for each in heirs):
            return True
        waiting += heirs
    return True


def _heirs(evaluator: Evaluator, owner: UserClass) -> list[UserClass]:
    """Return the classes of the file that name a class among those that they inherit."""
    name = text(owner.node.child_by_field_name("name"))
    listed = (parent_of(each) for each in evaluator.modules.bindings(owner.document).occurrences(name))
    above = (parent_of(each) for each in listed if is_a(each, "argument_list"))
    return [UserClass(owner.document, each) for each in above if each.type == "class_definition"]
