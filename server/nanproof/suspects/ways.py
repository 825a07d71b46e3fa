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
from nanproof.names.syntax import code_in, inside, is_a, is_label, parent_of, required, text
from nanproof.source.place import Place, Reason
from nanproof.source.span import Span
from nanproof.suspects.contents import Class, Unit
from nanproof.suspects.losses import Loss
from nanproof.suspects.program import Target
from nanproof.suspects.reach import CALLED, Reach
from nanproof.suspects.returned import returned

MOST_STEPS = 20_000
MOST_OF_AN_ATTRIBUTE = 24  # assignments to attributes of a name that are followed
_OF_CLASS = CALLED | {"loss"}
# What puts a value into what a name holds: `losses.append(kl)`.
_PUTS = frozenset({"add", "append", "extend", "insert", "setdefault", "update"})
_CHANGED = frozenset({Binds.AUGMENTED, Binds.ITEM, Binds.IN_PLACE})


@dataclass(frozen=True, slots=True, eq=False)
class Step:
    """An expression whose value goes on to the loss, and how it goes to the next one."""

    unit: Unit
    node: Node
    distance: int
    message: str
    onward: Step | None
    reported: Node | None = None

    @property
    def place(self) -> Place:
        """Where people are shown it."""
        node = self.reported or self.node
        return Place(self.unit.document, Span(node.start_byte, node.end_byte))


class Ways:
    """The ways to some losses, found once."""

    def __init__(self, reach: Reach, losses: Iterable[Loss]) -> None:
        self._reach = reach
        self._steps: dict[str, list[Step]] = {}
        self._seen: set[tuple[str, int, int]] = set()
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
        key = (step.unit.document.path, step.node.start_byte, step.node.end_byte)
        if key not in self._seen:
            self._seen.add(key)
            self._steps.setdefault(step.unit.document.path, []).append(step)
            self._waiting.append(step)

    def _follow(self, step: Step) -> None:
        for each in inside(step.node):
            if each.type == "identifier" and not is_label(each):
                self._name(step, each)
            elif each.type == "attribute":
                self._attribute(step, each)

    def _further(self, step: Step, unit: Unit, node: Node, message: str) -> None:
        self._enter(Step(unit, node, step.distance + 1, message, step))

    def _name(self, step: Step, name: Node) -> None:
        """Follow a variable to what it is assigned, given or changed by; and a function to what it returns."""
        written = text(name)
        found = reaching(name, self._reach.program.contents(step.unit.document).bindings)
        for each in found.bindings:
            self._binding(step, each, written)
        bound_to_definition = any(each.kind in (Binds.FUNCTION, Binds.CLASS, Binds.IMPORT) for each in found.bindings)
        if bound_to_definition or not found.bindings:
            for target in self._reach.program.means(step.unit, written):
                self._target(step, target)
        elif found.bindings:
            self._put(step, name, written)

    def _binding(self, step: Step, binding: Binding, name: str) -> None:
        unit = self._reach.program.contents(step.unit.document).unit_at(binding.name_node.start_byte)
        if unit is None or not self._reach.has(unit):
            return
        match binding.kind:
            case Binds.PARAMETER:
                self._parameter(step, unit, binding, name)
            case Binds.FUNCTION:
                for each in returned(binding.statement):
                    self._further(step, unit, each, f"returned by `{name}`")
            case Binds.CLASS | Binds.IMPORT | Binds.OTHER:
                pass
            case _:
                changed = binding.statement if binding.kind in _CHANGED else None
                value = changed or binding.value
                if value is not None:
                    self._further(step, unit, value, f"goes into `{name}`")

    def _put(self, step: Step, name: Node, written: str) -> None:
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

    def _parameter(self, step: Step, unit: Unit, binding: Binding, name: str) -> None:
        """Follow a parameter to what callers give for it, where the function is called by its name."""
        default = binding.statement.child_by_field_name("value")
        if default is not None:
            self._further(step, unit, default, f"the default of `{name}`")
        index = _index(unit, binding)
        if index is None:
            return
        for caller, use in self._reach.callers.get(unit.node.id, ()):
            call = parent_of(use)
            if call.child_by_field_name("function") != use:
                continue
            given = _given(call, index, name)
            if given is not None:
                self._further(step, caller, given, f"given to `{unit.title}` as `{name}`")

    def _attribute(self, step: Step, attribute: Node) -> None:
        name = text(attribute.child_by_field_name("attribute"))
        for target in self._reach.targets(step.unit, attribute):
            self._target(step, target)
        known = self._reach.assigned.get(name, ())
        if is_a(required(attribute, "object"), "identifier") and text(attribute).startswith("self."):
            family = self._family(step.unit)
            known = [each for each in known if each[0].owner is not None and id(each[0].owner) in family]
        if len(known) > MOST_OF_AN_ATTRIBUTE:
            return
        for unit, value in known:
            self._further(step, unit, value, f"kept as `{name}`")

    def _family(self, unit: Unit) -> set[int]:
        """Return the class of a method, those that it inherits from, and those that inherit it."""
        if unit.owner is None:
            return set()
        owner, program = unit.owner, self._reach.program
        below = (each for each in self._reach.built.values() if any(one is owner for one in program.bases(each)))
        return {id(owner), *map(id, program.bases(owner)), *map(id, below)}

    def _target(self, step: Step, target: Target) -> None:
        if isinstance(target, Class):
            methods = (self._reach.program.method(target, name) for name in sorted(_OF_CLASS))
            for method in methods:
                if method is not None:
                    self._target(step, method)
        elif isinstance(target, Unit) and self._reach.has(target):
            for each in returned(target.node):
                self._further(step, target, each, f"returned by `{target.title}`")


def _index(unit: Unit, binding: Binding) -> int | None:
    """Return at which place of a call a parameter is given, without `self`; None where it is of an inner function."""
    parameters = unit.node.child_by_field_name("parameters")
    if parameters is None or binding.statement.parent != parameters:
        return None
    names = code_in(parameters)
    bound = unit.owner is not None and bool(names) and text(names[0]) in ("self", "cls")
    return names.index(binding.statement) - int(bound) if binding.statement in names else None


def _given(call: Node, index: int, name: str) -> Node | None:
    arguments = code_in(call.child_by_field_name("arguments"))
    for each in arguments:
        if each.type == "keyword_argument" and text(each.child_by_field_name("name")) == name:
            return required(each, "value")
    plain = [each for each in arguments if each.type != "keyword_argument"]
    if any(each.type in ("list_splat", "dictionary_splat") for each in plain[: index + 1]):
        return plain[0]
    return plain[index] if 0 <= index < len(plain) else None


def _holds(node: Node, span: Span) -> bool:
    return node.start_byte <= span.start and span.end <= node.end_byte

