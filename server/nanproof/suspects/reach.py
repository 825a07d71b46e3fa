"""Which functions an entry reaches: through names, attributes, classes that are built, and what is handed on.

An approximation from above: whatever is named may be called, and a method whose receiver nobody knows is that of each
class that is built and has one of the name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tree_sitter import Node

from nanproof.infer.objects import CALLED
from nanproof.names.binding import SELF
from nanproof.names.syntax import code_in, is_a, required, text
from nanproof.suspects.contents import Class, Contents, Unit, Uses
from nanproof.suspects.objects import Objects
from nanproof.suspects.program import Program, Target

MOST_UNITS = 5_000
MOST_NAMESAKES = 4  # methods of a name that are followed to the loss where nothing is known of the object
# What runs without being named, where an object is built, called, indexed, or handed to what trains.
RUN = frozenset({*CALLED, "__getitem__", "__iter__", "__next__"})
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
        self.objects = Objects(program, self.callers, self.assigned)
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
            for kept in self._decorated(contents):
                self._use(kept, unit, kept.node)
        for module in self.program.imports(unit):
            self._add(module.module)
        for attribute, value in uses.assigned:
            self.assigned.setdefault(attribute, []).append((unit, value))
        for use, target in self._used(unit, uses):
            self._use(target, unit, use)

    def _used(self, unit: Unit, uses: Uses) -> Iterator[tuple[Node, Target]]:
        """Yield what a unit names, and where."""
        for path in uses.paths:
            yield from ((unit.node, each) for each in self.program.named_in_full(path, unit.document))
        for use in uses.names:
            yield from ((use, each) for each in self.program.means(unit, text(use)))
        for use in uses.attributes:
            yield from ((use, each) for each in self._attribute(unit, use))
        for call in uses.calls:
            yield from ((call, each) for each in self._got(unit, call))

    def targets(self, unit: Unit, use: Node) -> tuple[Target, ...]:
        """Return what a name or an attribute may mean, when all is reached: of an object that is known, its method."""
        known = self.objects.named(unit, use)
        if use.type != "attribute" or known:
            overriding = self._overriding(known or (), use) if use.type == "attribute" else ()
            return (*(known or ()), *overriding)
        if known is not None:
            return known
        methods = self.objects.methods(unit, use)
        name = text(use.child_by_field_name("attribute"))
        if methods or self.objects.classes(unit, required(use, "object")) or name in self.assigned:
            return methods
        others = self.named.get(name, ())
        return tuple(others) if len(others) <= MOST_NAMESAKES else ()

    def _attribute(self, unit: Unit, use: Node) -> tuple[Target, ...]:
        """Return what an attribute may mean, as far as is reached; a method that is asked for is waited for."""
        known = self.program.attribute(unit, use)
        if known is not None:
            return (*known, *self._overriding(known, use))
        name = text(use.child_by_field_name("attribute"))
        self._asked.setdefault(name, []).append((unit, use))
        return tuple(self.named.get(name, ()))

    def _got(self, unit: Unit, call: Node) -> Iterator[Target]:
        """Yield what a module of the project may give for a name that is computed: `getattr(nets, args.net)`."""
        given = code_in(call.child_by_field_name("arguments"))
        if text(call.child_by_field_name("function")) != "getattr" or not is_a(
            given[0] if given else None, "identifier"
        ):
            return
        for each in self.program.means(unit, text(given[0])):
            if isinstance(each, Contents):
                yield from each.classes
                yield from (one for one in each.units if one.owner is None)

    def _overriding(self, known: Iterable[Target], use: Node) -> Iterator[Unit]:
        """Yield what stands for `self.name` in the classes that inherit it."""
        if text(use.child_by_field_name("object")) not in SELF:
            return
        name = text(use.child_by_field_name("attribute"))
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
                is_called = name in RUN or name in _BY_FRAMEWORKS or name.startswith("__") or not is_plain
                if is_called or name in self._asked:
                    self._add(method)
                for unit, use in self._asked.get(name, ()):
                    self.callers.setdefault(method.node.id, []).append((unit, use))

    def _decorated(self, contents: Contents) -> Iterator[Unit | Class]:
        """Yield what a decorator is given that may keep it: `@register("dice") class Dice`, `@main() def run`."""
        defined: tuple[Unit | Class, ...] = (*contents.units, *contents.classes)
        for each in defined:
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
