"""Which functions an entry reaches: through names, attributes, classes that are built, and what is handed on.

An approximation from above: whatever is named may be called, and a method whose receiver nobody knows is that of each
class that is built and has one of the name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tree_sitter import Node

from nanproof.names.syntax import is_a, text
from nanproof.suspects.contents import Class, Contents, Unit
from nanproof.suspects.program import Program, Target

MOST_UNITS = 5_000
# What runs without being named, where an object is built, called, indexed, or handed to what trains.
CALLED = frozenset({"forward", "call", "__call__", "__getitem__", "__iter__", "__next__"})
_BY_FRAMEWORKS = frozenset({"build", "train_step", "test_step", "compute_loss", "extra_repr", "setup"})
# Classes to inherit from whose methods are called by name, or by these alone; those of others call what they like.
_PLAIN = frozenset(
    {"ABC", "Dataset", "Enum", "Exception", "Layer", "Model", "Module", "NamedTuple", "Protocol", "Sequential", "dict",
     "list", "object", "str", "tuple"}
)  # fmt: skip
_KEEPS = frozenset({"staticmethod", "classmethod", "property", "wraps", "lru_cache", "no_grad", "setter", "dataclass"})


class Reach:
    """What is reached from some units; `callers` says which uses lead to one."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self.units: dict[int, Unit] = {}
        self.built: dict[int, Class] = {}
        self.callers: dict[int, list[tuple[Unit, Node]]] = {}
        self.named: dict[str, list[Unit]] = {}
        self.assigned: dict[str, list[tuple[Unit, Node]]] = {}
        self._asked: dict[str, list[tuple[Unit, Node]]] = {}
        self._waiting: list[Unit] = []

    def start(self, units: Iterable[Unit]) -> None:
        """Follow all that some units lead to."""
        for unit in units:
            self._add(unit)
        self._go_on()

    def build(self, classes: Iterable[Class]) -> None:
        """Follow all that objects of some classes lead to."""
        for made in classes:
            self._build(made)
        self._go_on()

    def _go_on(self) -> None:
        while self._waiting:
            self._follow(self._waiting.pop())

    @property
    def contents(self) -> list[Contents]:
        """The files that something is reached of, in the order in which they were."""
        found = {unit.document.path: self.program.contents(unit.document) for unit in self.units.values()}
        return list(found.values())

    def has(self, unit: Unit | None) -> bool:
        """Say whether a unit is reached."""
        return unit is not None and unit.node.id in self.units

    def _add(self, unit: Unit) -> None:
        if unit.node.id not in self.units and len(self.units) < MOST_UNITS:
            self.units[unit.node.id] = unit
            self._waiting.append(unit)

    def _follow(self, unit: Unit) -> None:
        contents = self.program.contents(unit.document)
        uses = contents.uses(unit)
        if unit.node != contents.module.node:
            self._add(contents.module)
        else:
            for each in self._decorated(contents):
                self._use(each, unit, each.node)
        for each in self.program.imports(unit):
            self._add(each.module)
        for attribute, value in uses.assigned:
            self.assigned.setdefault(attribute, []).append((unit, value))
        for path in uses.paths:
            for each in self.program.named_in_full(path, unit.document):
                self._use(each, unit, unit.node)
        for use in uses.names:
            for each in self.program.means(unit, text(use)):
                self._use(each, unit, use)
        for use in uses.attributes:
            for each in self.targets(unit, use):
                self._use(each, unit, use)

    def targets(self, unit: Unit, use: Node) -> tuple[Target, ...]:
        """Return what a name or an attribute may mean, as far as is reached; a method that is asked for is waited for."""
        if use.type == "identifier":
            return self.program.means(unit, text(use))
        known = self.program.attribute(unit, use)
        name = text(use.child_by_field_name("attribute"))
        if known is not None:
            overriding = self._overriding(known, name) if _is_of_self(use) else ()
            return (*known, *overriding)
        self._asked.setdefault(name, []).append((unit, use))
        return tuple(self.named.get(name, ()))

    def _overriding(self, known: Iterable[Target], name: str) -> Iterator[Unit]:
        """Yield what stands for a method in the classes that inherit it."""
        owners = {id(each.owner) for each in known if isinstance(each, Unit)}
        for made in tuple(self.built.values()):
            if name in made.methods and any(id(each) in owners for each in self.program.bases(made)):
                yield made.methods[name]

    def _use(self, target: Target, unit: Unit, use: Node) -> None:
        match target:
            case Unit():
                self.callers.setdefault(target.node.id, []).append((unit, use))
                self._add(target)
            case Class():
                self._build(target)
                maker = self.program.method(target, "__init__")
                if maker is not None:
                    self.callers.setdefault(maker.node.id, []).append((unit, use))
            case Contents():
                self._add(target.module)

    def _build(self, made: Class) -> None:
        if made.node.id in self.built:
            return
        self.built[made.node.id] = made
        self._add(self.program.contents(made.document).module)
        classes = (made, *self.program.bases(made))
        is_plain = _PLAIN.issuperset(self.program.foreign_bases(made))
        seen: set[str] = set()
        for each in classes:
            for name, method in each.methods.items():
                if name in seen:
                    continue
                seen.add(name)
                self.named.setdefault(name, []).append(method)
                is_called = name in CALLED or name in _BY_FRAMEWORKS or name.startswith("__") or not is_plain
                if is_called or name in self._asked:
                    self._add(method)
                for unit, use in self._asked.get(name, ()):
                    self.callers.setdefault(method.node.id, []).append((unit, use))

    def _decorated(self, contents: Contents) -> Iterator[Target]:
        """Yield what a decorator is given that may keep it: `@register("dice") class Dice`, `@hydra.main() def main`."""
        for each in (*contents.units, *contents.classes):
            around = each.node.parent
            if isinstance(each, Unit) and each.owner is not None:
                continue
            if is_a(around, "decorated_definition") and any(map(_keeps_it, around.named_children)):
                yield each


def _keeps_it(decorator: Node) -> bool:
    if decorator.type != "decorator":
        return False
    name = text(decorator).lstrip("@").partition("(")[0].strip().rpartition(".")[2]
    return name not in _KEEPS


def _is_of_self(attribute: Node) -> bool:
    return text(attribute.child_by_field_name("object")) in ("self", "cls")
