"""The classes that a class inherits from, within the project."""

from __future__ import annotations

from collections.abc import Iterator

from nanproof.infer.evaluator import Evaluator
from nanproof.infer.value import UserClass

MOST_BASES = 6


def lineage(evaluator: Evaluator, start: UserClass) -> Iterator[UserClass]:
    """Yield a class and its base classes within the project, nearest first."""
    waiting, seen = [start], 0
    while waiting and seen < MOST_BASES:
        each = waiting.pop(0)
        seen += 1
        yield each
        root = evaluator.general(each.document, each.document.tree.root_node)
        bases = each.node.child_by_field_name("superclasses")
        for base in bases.named_children if bases is not None else ():
            if base.type in ("identifier", "attribute"):
                value = evaluator.value(root, base)
                if isinstance(value, UserClass):
                    waiting.append(value)
