"""The ways to the loss: backwards from what is differentiated, through assignments, calls, returns and attributes.

The shortest way of each expression is kept. An approximation from above, as `reach` is: all that may have gone into
the loss is on a way, also what only chose how it is computed.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass

from tree_sitter import Node

from nanproof.names.binding import Binding, Binds
from nanproof.names.reaching import reaching
from nanproof.names.syntax import code_in, inside, is_label, parent_of, required, text
from nanproof.source.place import Place, Reason
from nanproof.source.span import Span
from nanproof.suspects.contents import Class, Unit
from nanproof.suspects.losses import Loss
from nanproof.suspects.program import Held, Target
from nanproof.suspects.reach import RUN, Reach
from nanproof.suspects.returned import item_of, picked, returned

MOST_STEPS = 20_000
MOST_OF_AN_ATTRIBUTE = 8  # assignments to attributes of a name that are followed
_OF_CLASS = RUN | {"loss"}
# What puts a value into what a name holds: `losses.append(kl)`.
_PUTS = frozenset({"add", "append", "extend", "insert", "setdefault", "update"})
_CHANGED = frozenset({Binds.AUGMENTED, Binds.ITEM, Binds.IN_PLACE})


@dataclass(frozen=True, slots=True, eq=False)
class Step:
    """An expression whose value goes on to the loss, and how it goes to the next one.

    Where it is a tuple, only the item `pick` does.
    """

    unit: Unit
    node: Node
    distance: int
    message: str
    onward: Step | None
    reported: Node | None = None
    pick: int | None = None

    @property
    def place(self) -> Place:
        """Where people are shown it."""
        node = self.node if self.reported is None else self.reported
        return Place(self.unit.document, Span(node.start_byte, node.end_byte))


class Ways:
    """The ways to some losses, found once."""

    def __init__(self, reach: Reach, losses: Iterable[Loss]) -> None:
        self._reach = reach
        self._steps: dict[str, list[Step]] = {}
        self._seen: set[tuple[str, int, int, int | None]] = set()
        self._waiting: deque[Step] = deque()
        for each in losses:
            self._enter(Step(each.unit, each.node, 0, each.message, None, each.taker))
        while self._waiting and len(self._seen) < MOST_STEPS:
            self._follow(self._waiting.popleft())

    def of(self, path: str, span: Span) -> tuple[int, tuple[Reason, ...]] | None:
        """Return how far a stretch of a file is from a loss, and the way there; None where none is known."""
        around = (each for each in self._steps.get(path, ()) if _holds(each.node, span))
        step = min(around, key=lambda each: (each.distance, each.node.end_byte - each.node.start_byte), default=None)
        if step is None:
            return None
        way: list[Reason] = []
        each: Step | None = step
        while each is not None:
            way.append(Reason(each.message, each.place))
            each = each.onward
        return step.distance, tuple(way)

    def _enter(self, step: Step) -> None:
        key = (step.unit.document.path, step.node.start_byte, step.node.end_byte, step.pick)
        if key not in self._seen:
            self._seen.add(key)
            self._steps.setdefault(step.unit.document.path, []).append(step)
            self._waiting.append(step)

    def _follow(self, step: Step) -> None:
        callee = step.node.child_by_field_name("function") if step.node.type == "call" else None
        left_out: set[int] = set()
        for each in sorted(inside(step.node), key=_order):
            pick = step.pick if each == callee else None
            if each.id in left_out:
                continue
            if each.type == "identifier" and not is_label(each):
                self._name(step, each, pick)
            elif each.type == "attribute" and self._attribute(step, each, pick):
                left_out |= {one.id for one in inside(required(each, "object"))}

    def _further(self, step: Step, unit: Unit, node: Node, message: str, pick: int | None = None) -> None:
        self._enter(Step(unit, node, step.distance + 1, message, step, pick=pick))

    def _name(self, step: Step, name: Node, pick: int | None) -> None:
        """Follow a variable to what it is assigned, given or changed by; and a function to what it returns."""
        written = text(name)
        found = reaching(name, self._reach.program.contents(step.unit.document).bindings)
        for each in found.bindings:
            self._binding(step, each, written, pick)
        bound_to_definition = any(each.kind in (Binds.FUNCTION, Binds.CLASS, Binds.IMPORT) for each in found.bindings)
        if bound_to_definition or not found.bindings:
            for target in self._reach.program.means(step.unit, written):
                self._target(step, target, pick)
        elif found.bindings:
            self._put(step, written)

    def _binding(self, step: Step, binding: Binding, name: str, pick: int | None) -> None:
        unit = self._reach.program.contents(step.unit.document).unit_at(binding.name_node.start_byte)
        if unit is None or not self._reach.has(unit):
            return
        match binding.kind:
            case Binds.PARAMETER:
                for caller, value in self._reach.objects.given(unit, binding):
                    self._further(step, caller, value, f"given to `{unit.title}` as `{name}`")
            case Binds.FUNCTION:
                if binding.statement != unit.node:
                    self._returned(step, unit, binding.statement, name, pick)
            case Binds.CLASS | Binds.IMPORT | Binds.OTHER:
                pass
            case _:
                goes_in: Node | None = binding.statement if binding.kind in _CHANGED else binding.value
                if goes_in is not None:
                    item = item_of(binding)
                    self._further(step, unit, picked(goes_in, item), f"goes into `{name}`", item)

    def _put(self, step: Step, written: str) -> None:
        """Follow what methods put into what a name holds, in the same unit."""
        bindings = self._reach.program.contents(step.unit.document).bindings
        top = step.unit.node
        for use in bindings.occurrences_in(written, top.start_byte, top.end_byte):
            attribute = parent_of(use)
            if attribute.type != "attribute" or text(attribute.child_by_field_name("attribute")) not in _PUTS:
                continue
            call = parent_of(attribute)
            if call.child_by_field_name("function") == attribute and self._reach.has(step.unit):
                for each in code_in(call.child_by_field_name("arguments")):
                    self._further(step, step.unit, each, f"put into `{written}`")

    def _attribute(self, step: Step, attribute: Node, pick: int | None) -> bool:
        """Follow an attribute; say whether it is known what it is, so that its object need not be followed."""
        targets = self._reach.targets(step.unit, attribute)
        for target in targets:
            self._target(step, target, pick)
        known = self._reach.objects.kept(step.unit, attribute)
        if len(known) <= MOST_OF_AN_ATTRIBUTE:
            for unit, value in known:
                self._further(step, unit, value, f"kept as `{text(attribute.child_by_field_name('attribute'))}`")
        return bool(targets or known)

    def _target(self, step: Step, target: Target, pick: int | None = None) -> None:
        if isinstance(target, Class):
            methods = (self._reach.program.method(target, name) for name in sorted(_OF_CLASS))
            for method in methods:
                if method is not None:
                    self._target(step, method)
        elif isinstance(target, Held):
            self._further(step, target.unit, target.node, "kept by its module")
        elif isinstance(target, Unit) and self._reach.has(target):
            self._returned(step, target, target.node, target.title, pick)

    def _returned(self, step: Step, unit: Unit, function: Node, title: str, pick: int | None) -> None:
        for each in returned(function):
            self._further(step, unit, picked(each, pick), f"returned by `{title}`")


def _order(node: Node) -> tuple[int, int]:
    return node.start_byte, -node.end_byte


def _holds(node: Node, span: Span) -> bool:
    return node.start_byte <= span.start and span.end <= node.end_byte
