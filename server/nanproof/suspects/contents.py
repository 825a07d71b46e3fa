"""What a file defines: its functions and classes, and what its names mean beyond them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from tree_sitter import Node

from nanproof.names.bindings import Bindings
from nanproof.names.imports import Imported, origin, spelt
from nanproof.names.syntax import code_in, is_a, required, text, undecorated
from nanproof.source.document import Document

LONGEST_PATH = 120
_PATH = re.compile(r"[A-Za-z_]\w*(?:\.[A-Za-z_]\w*){1,8}")
_SAYS_NOTHING = frozenset({"type", "string_start", "string_end", "integer", "float", "comment"})
_MAIN = "__main__"
# What is bound by these stands in their field `left`, or `name`.
_BINDS = {"assignment": "left", "for_statement": "left", "for_in_clause": "left", "named_expression": "name"}
_PATTERNS = frozenset({"pattern_list", "tuple_pattern", "list_pattern", "list_splat_pattern"})
_PARAMETERS = frozenset({"parameters", "lambda_parameters"})
_IMPORTS = frozenset({"import_statement", "import_from_statement"})
_RUNS = frozenset({"block", "for_statement", "while_statement", "with_statement"})
_NOTED_ALONE = _IMPORTS | {"identifier", "string_content"}
_DEFINES = frozenset({"function_definition", "class_definition"})


@dataclass(frozen=True, slots=True, eq=False)
class Unit:
    """A function or method with all that stands in it, or what a module runs when it is imported (`name` is empty)."""

    document: Document
    node: Node
    name: str
    owner: Class | None = None

    @property
    def title(self) -> str:
        """What people call it: `Detr.forward`, `train`."""
        return f"{self.owner.name}.{self.name}" if self.owner is not None else self.name


@dataclass(frozen=True, slots=True, eq=False)
class Class:
    """A class of a module, with its own methods."""

    document: Document
    node: Node
    name: str
    methods: dict[str, Unit] = field(default_factory=dict)

    @property
    def bases(self) -> list[Node]:
        """The expressions that it inherits from."""
        return [each for each in code_in(self.node.child_by_field_name("superclasses")) if each.type != _KEYWORD]


_KEYWORD = "keyword_argument"


@dataclass(slots=True)
class Uses:
    """What a unit names: the variables it reads, the attributes it asks for, what it calls, binds and imports.

    `paths` are the texts that may be full names.
    """

    names: list[Node] = field(default_factory=list)
    attributes: list[Node] = field(default_factory=list)
    calls: list[Node] = field(default_factory=list)
    bound: set[str] = field(default_factory=set)
    imports: dict[str, list[Imported]] = field(default_factory=dict)
    stars: list[Imported] = field(default_factory=list)
    assigned: list[tuple[str, Node]] = field(default_factory=list)
    paths: set[str] = field(default_factory=set)


# What a name of a module means: what is defined there, what is imported, or an expression that it is assigned.
Meaning = Unit | Class | Imported | Node


class Contents:
    """The units of one document. `runs_main` says that it is started, and not only imported."""

    def __init__(self, bindings: Bindings, *, runs_main: bool) -> None:
        self.document = bindings.document
        self.bindings = bindings
        self.module = Unit(self.document, self.document.tree.root_node, "")
        self.names: dict[str, list[Meaning]] = {}
        self.classes: list[Class] = []
        self.units: list[Unit] = []
        self._runs_main = runs_main
        self._main: list[tuple[int, int]] = []
        self._uses: dict[int, Uses] = {}
        for statement in self.module.node.named_children:
            self._define(statement)
        self.units.sort(key=lambda unit: unit.node.start_byte)

    @property
    def runs(self) -> bool:
        """Whether the module does something when it is started, rather than only define what others use."""
        if self._main:
            return True
        waiting = list(self.module.node.named_children)
        while waiting:
            node = waiting.pop()
            if node.type == "expression_statement" and any(each.type == "call" for each in node.named_children):
                return True
            waiting += node.named_children if node.type in _RUNS else ()
        return False

    def unit_at(self, offset: int) -> Unit | None:
        """Return the unit in which an offset stands; None where it is what a file does that is started itself."""
        index = bisect_right(self._starts, offset) - 1
        if index >= 0 and offset < self.units[index].node.end_byte:
            return self.units[index]
        is_main = not self._runs_main and any(start <= offset < end for start, end in self._main)
        return None if is_main else self.module

    @cached_property
    def _starts(self) -> list[int]:
        return [unit.node.start_byte for unit in self.units]

    def _define(self, statement: Node) -> None:
        """Note what a statement of the module defines, or of a branch, a loop or a `try` of it."""
        statement = undecorated(statement)
        name = text(statement.child_by_field_name("name"))
        match statement.type:
            case "function_definition":
                unit = Unit(self.document, statement, name)
                self.units.append(unit)
                self.names.setdefault(name, []).append(unit)
            case "class_definition":
                self._define_class(statement, name)
            case "import_statement" | "import_from_statement":
                pass  # among the uses of the module
            case "expression_statement":
                self._assign(statement)
            case _:
                if _is_main(statement):
                    self._main.append((statement.start_byte, statement.end_byte))
                for each in statement.named_children:
                    if each.type in _BLOCKS or statement.type in _BLOCKS:
                        self._define(each)

    def _assign(self, statement: Node) -> None:
        for each in statement.named_children:
            left, right = each.child_by_field_name("left"), each.child_by_field_name("right")
            if each.type == "assignment" and is_a(left, "identifier") and right is not None:
                self.names.setdefault(text(left), []).append(right)

    def _define_class(self, statement: Node, name: str) -> None:
        made = Class(self.document, statement, name)
        self.classes.append(made)
        self.names.setdefault(name, []).append(made)
        for each in required(statement, "body").named_children:
            inner = undecorated(each)
            if inner.type == "function_definition":
                method = Unit(self.document, inner, text(inner.child_by_field_name("name")), made)
                self.units.append(method)
                made.methods[method.name] = method

    def uses(self, unit: Unit) -> Uses:
        """Return what a unit names."""
        held = self._uses.get(unit.node.id)
        if held is None:
            held = self._uses[unit.node.id] = self._used(unit)
        return held

    def _used(self, unit: Unit) -> Uses:
        found = Uses()
        is_module = unit.node == self.module.node
        others = {each.node.id for each in self.units} if is_module else set[int]()
        left_out = set() if self._runs_main or not is_module else set(self._main)
        waiting = [unit.node]
        while waiting:
            node = waiting.pop()
            if node.id in others and node != unit.node:
                _note_decorators(node, waiting)
                continue
            if (node.start_byte, node.end_byte) in left_out:
                continue
            waiting += _noted(node, unit.node, found)
        return found


_BLOCKS = frozenset({"block", "else_clause", "elif_clause", "except_clause", "finally_clause"})


def _note_decorators(function: Node, waiting: list[Node]) -> None:
    """Default values are computed where a function is defined; what decorates it is a child of what stands around."""
    parameters = function.child_by_field_name("parameters")
    for each in code_in(parameters):
        value = each.child_by_field_name("value")
        if value is not None:
            waiting.append(value)


def _is_main(statement: Node) -> bool:
    condition = statement.child_by_field_name("condition") if statement.type == "if_statement" else None
    return condition is not None and "__name__" in text(condition) and _MAIN in text(condition)


def _noted(node: Node, top: Node, found: Uses) -> Iterable[Node]:
    """Note what a node names, and return what stands in it that is to be looked at."""
    kind = node.type
    if kind in _SAYS_NOTHING:
        return ()
    if kind in _NOTED_ALONE:
        _note(node, found)
        return ()
    if kind == "attribute":
        found.attributes.append(node)
        return (required(node, "object"),)
    if kind == "keyword_argument":
        return (required(node, "value"),)
    if kind in _PARAMETERS:
        for each in node.named_children:
            _bind(each.child_by_field_name("name") or each, found)
        values = (each.child_by_field_name("value") for each in node.named_children)
        return [each for each in values if each is not None]
    if kind in _DEFINES:
        if node != top:
            found.bound.add(text(node.child_by_field_name("name")))
        skipped = [node.child_by_field_name(each) for each in ("name", "superclasses", "return_type")]
        return [each for each in node.named_children if each not in skipped]
    _note_around(node, found)
    return node.named_children


def _note(node: Node, found: Uses) -> None:
    """Note a node of which all is known by itself: a variable, a text, an import."""
    if node.type == "identifier":
        found.names.append(node)
    elif node.type in _IMPORTS:
        _note_import(node, found)
    elif len(node.text or b"") <= LONGEST_PATH and _PATH.fullmatch(text(node)):
        found.paths.add(text(node))


def _note_around(node: Node, found: Uses) -> None:
    """Note what a statement binds, and what is called."""
    if node.type in _BINDS:
        _note_bound(node, node.child_by_field_name(_BINDS[node.type]), found)
    elif node.type == "as_pattern_target":
        for each in node.named_children:
            _bind(each, found)
    elif node.type == "call":
        found.calls.append(node)


def _note_bound(node: Node, target: Node | None, found: Uses) -> None:
    if target is None:
        return
    _bind(target, found)
    value = node.child_by_field_name("right")
    if node.type == "assignment" and value is not None:
        for each in _targets(target):
            if each.type == "attribute":
                found.assigned.append((text(each.child_by_field_name("attribute")), value))


def _targets(target: Node) -> Iterator[Node]:
    if target.type in _PATTERNS:
        for each in target.named_children:
            yield from _targets(each)
    else:
        yield target


def _bind(target: Node, found: Uses) -> None:
    for each in _targets(target):
        if each.type == "identifier":
            found.bound.add(text(each))
        elif each.type in ("typed_parameter", "dictionary_splat_pattern"):
            for inner in each.named_children[:1]:
                _bind(inner, found)


def _note_import(statement: Node, found: Uses) -> None:
    """Note what an import binds; of `import a.b` the whole path, as it is written."""
    module, (bare, level) = statement.child_by_field_name("module_name"), origin(statement)
    for each in statement.named_children:
        if each == module:
            continue
        if each.type == "wildcard_import":
            found.stars.append(Imported(bare, None, level))
            continue
        source = spelt(each.child_by_field_name("name") if each.type == "aliased_import" else each)
        alias = text(each.child_by_field_name("alias")) if each.type == "aliased_import" else ""
        if statement.type == "import_from_statement":
            found.imports.setdefault(alias or source, []).append(Imported(bare, source, level))
        elif alias:
            found.imports.setdefault(alias, []).append(Imported(source))
        else:
            found.imports.setdefault(source.partition(".")[0], []).append(Imported(source))
