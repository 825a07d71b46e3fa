"""The classes that a class inherits from, within the project, and what it has of a framework's."""

from __future__ import annotations

from collections.abc import Iterator

from nanproof.infer.evaluator import Evaluator
from nanproof.infer.value import Reference, UserClass, Value

MOST_BASES = 6


def lineage(evaluator: Evaluator, start: UserClass) -> Iterator[UserClass]:
    """Yield a class and its base classes within the project, nearest first."""
    waiting, seen = [start], 0
    while waiting and seen < MOST_BASES:
        each = waiting.pop(0)
        seen += 1
        yield each
        waiting += (base for base in _bases(evaluator, each) if isinstance(base, UserClass))


def inherited_method(evaluator: Evaluator, start: UserClass, name: str) -> Reference | None:
    """Return the method that a class has of a framework's class, where the catalogue knows it: `self.add_weight`."""
    for each in lineage(evaluator, start):
        for base in _bases(evaluator, each):
            if isinstance(base, Reference) and evaluator.catalog.operation(f"{base.qualified}.{name}") is not None:
                return Reference(f"{base.qualified}.{name}")
    return None


def _bases(evaluator: Evaluator, owner: UserClass) -> Iterator[Value]:
    root = evaluator.general(owner.document, owner.document.tree.root_node)
    bases = owner.node.child_by_field_name("superclasses")
    for base in bases.named_children if bases is not None else ():
        yield evaluator.value(root, base)
