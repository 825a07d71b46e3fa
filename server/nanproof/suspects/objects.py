"""Which classes of the project an expression may hold an object of: so `model.loss(x)` is told from other `loss`.

Read from how objects are handed about: what is assigned, returned, given to a parameter, kept as an attribute, and what
goes through code from elsewhere, as `DataParallel(model).to(device)` is a model still.
"""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from nanproof.infer.objects import CALLED
from nanproof.names.binding import SELF, Binding, Binds
from nanproof.names.reaching import reaching
from nanproof.names.syntax import code_in, is_a, parent_of, required, text
from nanproof.suspects.contents import Class, Unit
from nanproof.suspects.program import Held, Program, Target
from nanproof.suspects.returned import item_of, picked, returned

DEEPEST = 12
MOST_CLASSES = 12
MOST_CALLERS = 24
_PARTS = frozenset(
    {"await", "boolean_operator", "conditional_expression", "dictionary", "expression_list", "generator_expression"}
    | {"list", "list_comprehension", "pair", "parenthesized_expression", "tuple", "dictionary_comprehension"}
)
Where = tuple[Unit, Node]


class Objects:
    """Questions about objects; `callers` are the uses of each unit, `assigned` the values of each attribute."""

    def __init__(self, program: Program, callers: dict[int, list[Where]], assigned: dict[str, list[Where]]) -> None:
        self._program = program
        self._callers = callers
        self._assigned = assigned
        self._known: dict[tuple[int, int], tuple[Class, ...]] = {}

    def classes(self, unit: Unit, node: Node, left: int = DEEPEST) -> tuple[Class, ...]:
        """Return the classes of what an expression may hold, none where nobody knows, or of too many."""
        key = (unit.node.id, node.id)
        if key not in self._known:
            self._known[key] = ()  # the question circles
            found = {id(each): each for each in self._classes(unit, node, left)} if left > 0 else {}
            self._known[key] = tuple(found.values()) if len(found) <= MOST_CLASSES else ()
        return self._known[key]

    def _classes(self, unit: Unit, node: Node, left: int) -> Iterator[Class]:
        match node.type:
            case "identifier":
                yield from self._of_name(unit, node, left)
            case "attribute":
                for where, value in self.kept(unit, node):
                    yield from self.classes(where, value, left - 1)
            case "call":
                yield from self._of_call(unit, node, left)
            case "subscript":
                yield from self.classes(unit, required(node, "value"), left - 1)
            case "keyword_argument":
                yield from self.classes(unit, required(node, "value"), left - 1)
            case kind if kind in _PARTS:
                for each in code_in(node):
                    yield from self.classes(unit, each, left - 1)

    def _of_name(self, unit: Unit, name: Node, left: int) -> Iterator[Class]:
        if text(name) in SELF and unit.owner is not None:
            yield unit.owner
            return
        contents = self._program.contents(unit.document)
        bindings = reaching(name, contents.bindings).bindings
        if not bindings or any(each.kind is Binds.IMPORT for each in bindings):
            for target in self._program.means(unit, text(name)):
                if isinstance(target, Held):
                    yield from self.classes(target.unit, target.node, left - 1)
        for binding in bindings:
            where = contents.unit_at(binding.name_node.start_byte)
            if where is None:
                continue
            if binding.kind is Binds.PARAMETER:
                for caller, value in self.given(where, binding):
                    yield from self.classes(caller, value, left - 1)
            elif binding.value is not None:
                yield from self.classes(where, picked(binding.value, item_of(binding)), left - 1)

    def _of_call(self, unit: Unit, call: Node, left: int) -> Iterator[Class]:
        callee = required(call, "function")
        targets = self.named(unit, callee)
        yield from (each for each in targets or () if isinstance(each, Class))
        for function in (each for each in targets or () if isinstance(each, Unit)):
            yield from self._returned(function, left)
        if targets:
            return
        if is_a(callee, "attribute"):
            if self.kept(unit, callee):
                for method in self._called(self.classes(unit, callee, left - 1)):
                    yield from self._returned(method, left)
                return
            owners = self.classes(unit, required(callee, "object"), left - 1)
            methods = self._methods(owners, text(callee.child_by_field_name("attribute")))
            for method in methods:
                yield from self._returned(method, left)
            yield from () if methods else owners
        for argument in code_in(call.child_by_field_name("arguments")):
            yield from self.classes(unit, argument, left - 1)

    def _returned(self, unit: Unit, left: int) -> Iterator[Class]:
        for value in returned(unit.node):
            yield from self.classes(unit, value, left - 1)

    def _called(self, made: tuple[Class, ...]) -> Iterator[Unit]:
        """Yield the methods that run where objects of some classes are called."""
        for each in made:
            method = next(filter(None, (self._program.method(each, name) for name in CALLED)), None)
            if method is not None:
                yield method

    def named(self, unit: Unit, use: Node) -> tuple[Target, ...] | None:
        """Return what a name or an attribute means by itself; None where its object would have to be known."""
        if use.type == "identifier":
            return self._program.means(unit, text(use))
        return self._program.attribute(unit, use) if use.type == "attribute" else ()

    def methods(self, unit: Unit, use: Node) -> tuple[Unit, ...]:
        """Return the methods that `object.name` may be, none where nothing is known of the object."""
        owners = self.classes(unit, required(use, "object"))
        return self._methods(owners, text(use.child_by_field_name("attribute")))

    def _methods(self, owners: tuple[Class, ...], name: str) -> tuple[Unit, ...]:
        found = (self._program.method(each, name) for each in owners)
        return tuple(each for each in found if each is not None)

    def kept(self, unit: Unit, attribute: Node) -> list[Where]:
        """Return what is assigned to an attribute of the object, nothing where nobody knows what that is."""
        known = self._assigned.get(text(attribute.child_by_field_name("attribute")), [])
        owner = required(attribute, "object")
        if not known:
            return []
        family = {id(one) for each in self.classes(unit, owner) for one in (each, *self._program.bases(each))}
        inside = [each for each in known if each[0].owner is not None and id(each[0].owner) in family]
        return inside or self._below(known, family)

    def _below(self, known: list[Where], family: set[int]) -> list[Where]:
        """Return what is assigned in classes that inherit from some."""
        return [
            each
            for each in known
            if each[0].owner is not None and any(id(base) in family for base in self._program.bases(each[0].owner))
        ]

    def given(self, unit: Unit, parameter: Binding) -> Iterator[Where]:
        """Yield what callers give for a parameter, where the function is called by its name; and its default."""
        default = parameter.statement.child_by_field_name("value")
        if default is not None:
            yield unit, default
        index = _index(unit, parameter)
        if index is None:
            return
        for caller, use in self._callers.get(unit.node.id, ())[:MOST_CALLERS]:
            call = parent_of(use)
            if call.child_by_field_name("function") == use:
                value = _argument(call, index, parameter.name)
                if value is not None:
                    yield caller, value


def _index(unit: Unit, parameter: Binding) -> int | None:
    """Return at which place of a call a parameter is given, without `self`; None where it is of an inner function."""
    parameters = unit.node.child_by_field_name("parameters")
    if parameters is None or parameter.statement.parent != parameters:
        return None
    listed = code_in(parameters)
    is_bound = unit.owner is not None and bool(listed) and text(listed[0]) in SELF
    return listed.index(parameter.statement) - int(is_bound)


def _argument(call: Node, index: int, name: str) -> Node | None:
    arguments = code_in(call.child_by_field_name("arguments"))
    for each in arguments:
        if each.type == "keyword_argument" and text(each.child_by_field_name("name")) == name:
            return required(each, "value")
    plain = [each for each in arguments if each.type != "keyword_argument"]
    if any(each.type in ("list_splat", "dictionary_splat") for each in plain[: index + 1]):
        return None
    return plain[index] if 0 <= index < len(plain) else None
