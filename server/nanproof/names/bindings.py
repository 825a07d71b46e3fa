"""Where a name is given its value: every kind of statement that binds one, found on demand.

Nothing is tabulated in advance: the occurrences of one name are found with a regular expression over the bytes
(C speed), and only those are looked up in the tree. The cost follows the questions, not the file's length.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum

from tree_sitter import Node

from nanproof.names.scopes import scope_of
from nanproof.names.syntax import first_child, text
from nanproof.source.document import Document


class Binds(Enum):
    """The kinds of binding."""

    ASSIGNMENT = "assignment"
    AUGMENTED = "augmented assignment"
    WALRUS = "walrus"
    LOOP = "loop target"
    WITH = "with target"
    PARAMETER = "parameter"
    IMPORT = "import"
    FUNCTION = "function"
    CLASS = "class"
    IN_PLACE = "in-place method"
    ITEM = "assignment to an item"
    OTHER = "other"


# What changes the value that a name holds, without binding the name.
CHANGES = frozenset({Binds.IN_PLACE, Binds.ITEM})


@dataclass(frozen=True, slots=True)
class Binding:
    """One place where a name (or `self.name`) is given a value.

    `name_node` is the identifier, `statement` the node that binds (the assignment, the loop, the definition),
    `path` the indices that lead to the name in an unpacked target: `a, (b, c) = v` binds c at (1, 1); None in the
    path stands for a starred target.
    """

    kind: Binds
    name: str
    name_node: Node
    statement: Node
    path: tuple[int | None, ...] = ()

    @property
    def value(self) -> Node | None:
        """The expression that is bound, None where the statement has none."""
        match self.kind:
            case Binds.ASSIGNMENT | Binds.AUGMENTED | Binds.ITEM:
                return _assigned(self.statement)
            case Binds.IN_PLACE:
                return self.statement
            case Binds.LOOP:
                return self.statement.child_by_field_name("right")
            case Binds.WALRUS:
                return self.statement.child_by_field_name("value")
            case Binds.WITH:
                return self.statement.named_children[0] if self.statement.named_children else None
            case _:
                return None


def _assigned(assignment: Node) -> Node | None:
    """Return the right-hand side; of `a = b = v` it is v for both."""
    value = assignment.child_by_field_name("right")
    while value is not None and value.type == "assignment":
        value = value.child_by_field_name("right")
    return value


# What follows a name whose value a method replaces: `x.clamp_(`, or whose item is assigned: `x[`.
_REPLACED = re.compile(rb"\.\w*[a-z]_\(")
# What stands before a name that binds although an attribute or a call seems to follow: `import a.b`, `def f(`.
_INTRODUCED = re.compile(rb"(?:\b(?:import|def|class)|,|\\)\s*\Z")


_LETTER = re.compile(rb"\w")


def words(pattern: bytes, data: bytes) -> Iterator[re.Match[bytes]]:
    """Yield the matches of a pattern that are whole words.

    What stands before is checked last: a pattern that begins with a literal is searched ten times as fast.
    """
    for match in re.finditer(pattern + rb"(?!\w)", data):
        if not match.start() or not _LETTER.match(data, match.start() - 1):
            yield match


class Bindings:
    """The bindings of one document, by name. Answers are kept: the document never changes."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._occurrences: dict[str, tuple[Node, ...]] = {}
        self._names: dict[str, tuple[tuple[Binding, Node], ...]] = {}
        self._attributes: dict[str, tuple[Binding, ...]] = {}

    def occurrences(self, name: str) -> tuple[Node, ...]:
        """Return the identifiers of the tree that are spelt `name`, in order."""
        if name not in self._occurrences:
            self._occurrences[name] = tuple(self._spelt(name))
        return self._occurrences[name]

    def _spelt(self, name: str) -> Iterator[Node]:
        return self._identifiers(words(re.escape(name.encode()), self._document.data))

    def _identifiers(self, matches: Iterable[re.Match[bytes]]) -> Iterator[Node]:
        root = self._document.tree.root_node
        for match in matches:
            node = root.descendant_for_byte_range(match.start(), match.end())
            if node is not None and node.type == "identifier" and node.start_byte == match.start():
                yield node

    def _bindable(self, name: str) -> tuple[Node, ...]:
        """Return the occurrences that may bind a name.

        Most uses of a module's alias are `alias.name` and `alias(...)`, and need not be looked up in the tree.
        """
        held = self._occurrences.get(name)
        if held is not None:
            return held
        data = self._document.data
        matches = (
            match
            for match in words(re.escape(name.encode()), data)
            if data[match.start() - 1 : match.start()] != b"."
            and (
                data[match.end() : match.end() + 1] not in (b".", b"(")
                or _REPLACED.match(data, match.end())
                or _INTRODUCED.search(data, max(0, match.start() - 32), match.start())
            )
        )
        return tuple(self._identifiers(matches))

    def of(self, name: str, scope: Node) -> tuple[Binding, ...]:
        """Return the bindings of a name in one scope, in order; none where the scope does not bind it."""
        return tuple(binding for binding, owner in self._all(name) if owner == scope)

    def bound_between(self, name: str, start: int, end: int) -> bool:
        """Say whether a name is bound anywhere in a stretch of the text."""
        return any(start <= binding.name_node.start_byte < end for binding, _ in self._all(name))

    def of_attribute(self, name: str) -> tuple[Binding, ...]:
        """Return the bindings of `self.name` (any receiver that is a plain name), anywhere in the file."""
        if name not in self._attributes:
            found = (_attribute_binding(node) for node in self.occurrences(name))
            self._attributes[name] = tuple(binding for binding in found if binding is not None)
        return self._attributes[name]

    def _all(self, name: str) -> tuple[tuple[Binding, Node], ...]:
        if name not in self._names:
            outer = self._moved_outwards(name)
            found = []
            for node in self._bindable(name):
                binding = binding_at(node)
                if binding is None:
                    continue
                scope = _binding_scope(binding)
                found.append((binding, outer.get(scope.id, scope)))
            bound = {scope.id for binding, scope in found if binding.kind not in CHANGES}
            # A change to a name of another scope is seen by nobody here: `x[0] = 1` does not make x local.
            self._names[name] = tuple(each for each in found if each[1].id in bound)
        return self._names[name]

    def _moved_outwards(self, name: str) -> dict[int, Node]:
        """Return the scopes in which `global name` or `nonlocal name` stands, with the scope it really means."""
        moved: dict[int, Node] = {}
        if b"global" not in self._document.data and b"nonlocal" not in self._document.data:
            return moved
        for node in self._bindable(name):
            statement = node.parent
            if statement is None or statement.type not in ("global_statement", "nonlocal_statement"):
                continue
            scope = scope_of(node)
            outwards = scope_of(scope) if statement.type == "nonlocal_statement" else self._document.tree.root_node
            moved[scope.id] = outwards
        return moved


def _binding_scope(binding: Binding) -> Node:
    if binding.kind in (Binds.FUNCTION, Binds.CLASS):
        return scope_of(binding.statement)
    scope = scope_of(binding.name_node)
    while binding.kind is Binds.WALRUS and scope.type.endswith(("comprehension", "generator_expression")):
        scope = scope_of(scope)  # PEP 572: a walrus binds outside comprehensions
    return scope


_PATTERNS = frozenset(
    {"pattern_list", "tuple_pattern", "list_pattern", "tuple", "list", "expression_list", "list_splat_pattern"}
)


def _through_patterns(node: Node) -> tuple[Node, tuple[int | None, ...]]:
    """Climb from a name to the whole target it is unpacked from, and say at which indices it stands in it."""
    path: list[int | None] = []
    child, parent = node, node.parent
    while parent is not None and parent.type in _PATTERNS:
        if parent.type == "list_splat_pattern":
            path.append(None)
        elif not path or path[-1] is not None or child.type != "list_splat_pattern":
            path.append(_index_in(parent, child))
        child, parent = parent, parent.parent
    return child, tuple(reversed(path))


def _index_in(pattern: Node, child: Node) -> int | None:
    for index, each in enumerate(pattern.named_children):
        if each == child:
            return index
        if each.type == "list_splat_pattern":
            return None
    return None


def _targeted(node: Node) -> Binding | None:
    """Return the binding of a target: a name or an attribute that something is assigned to."""
    target, path = _through_patterns(node)
    statement = target.parent
    if statement is None:
        return None
    name = text(node)
    kinds = {
        "assignment": ("left", Binds.ASSIGNMENT),
        "augmented_assignment": ("left", Binds.AUGMENTED),
        "for_statement": ("left", Binds.LOOP),
        "for_in_clause": ("left", Binds.LOOP),
        "named_expression": ("name", Binds.WALRUS),
    }
    if statement.type in kinds:
        field, kind = kinds[statement.type]
        if statement.child_by_field_name(field) != target:
            return None
        if kind is Binds.ASSIGNMENT and statement.child_by_field_name("right") is None:
            return None  # a bare annotation, `x: Tensor`, binds nothing
        return Binding(kind, name, node, statement, path)
    if statement.type == "as_pattern_target" and statement.parent is not None:
        return Binding(Binds.WITH, name, node, statement.parent, path)
    return None


_PARAMETERS = frozenset(
    {
        "parameters",
        "lambda_parameters",
        "default_parameter",
        "typed_parameter",
        "typed_default_parameter",
        "list_splat_pattern",
        "dictionary_splat_pattern",
    }
)


# Where most identifiers stand, and none of them binds.
_USES = frozenset({"argument_list", "attribute", "binary_operator", "call", "keyword_argument", "subscript", "slice"})


def binding_at(node: Node) -> Binding | None:
    """Return the binding that an identifier is the name of, None where it is a use."""
    parent = node.parent
    if parent is None:
        return None
    if parent.type in _USES:
        return _changed(node, parent)
    name = text(node)
    if parent.type in ("function_definition", "class_definition"):
        if parent.child_by_field_name("name") != node:
            return None
        kind = Binds.FUNCTION if parent.type == "function_definition" else Binds.CLASS
        return Binding(kind, name, node, parent)
    if parent.type in _PARAMETERS:
        parameter = _parameter(node)
        if parameter is not None:
            return Binding(Binds.PARAMETER, name, node, parameter)
    imported = _import(node)
    if imported is not None:
        return Binding(Binds.IMPORT, name, node, imported)
    return _targeted(node)


def _changed(node: Node, parent: Node) -> Binding | None:
    """Return the binding by which a use changes what a name holds: `x.clamp_(min=0)`, `x[0] = 1`."""
    if parent.type == "attribute" and parent.child_by_field_name("object") == node:
        call = parent.parent
        is_statement = call is not None and call.parent is not None and call.parent.type == "expression_statement"
        name = text(parent.child_by_field_name("attribute"))
        if call is not None and is_statement and call.type == "call" and name.endswith("_") and name[0] != "_":
            return Binding(Binds.IN_PLACE, text(node), node, call)
    if parent.type == "subscript" and parent.child_by_field_name("value") == node:
        statement = parent.parent
        assigns = statement is not None and statement.type in ("assignment", "augmented_assignment")
        if statement is not None and assigns and statement.child_by_field_name("left") == parent:
            return Binding(Binds.ITEM, text(node), node, statement)
    return None


def _parameter(node: Node) -> Node | None:
    """Return the node of the parameter that an identifier names: the direct child of the list of parameters."""
    child, parent = node, node.parent
    while parent is not None and parent.type in _PARAMETERS:
        if parent.type in ("parameters", "lambda_parameters"):
            return child
        name = parent.child_by_field_name("name") or first_child(parent)
        if name != child:
            return None
        child, parent = parent, parent.parent
    return None


def _import(node: Node) -> Node | None:
    """Return the import statement in which an identifier is the bound name."""
    parent = node.parent
    if parent is None:
        return None
    if parent.type == "aliased_import":
        return parent.parent if parent.child_by_field_name("alias") == node else None
    if parent.type != "dotted_name" or parent.parent is None or first_child(parent) != node:
        return None
    statement = parent.parent
    if statement.type == "import_statement":
        return statement
    if statement.type == "import_from_statement" and statement.child_by_field_name("module_name") != parent:
        return statement
    return None


def _attribute_binding(node: Node) -> Binding | None:
    attribute = node.parent
    if attribute is None or attribute.type != "attribute" or attribute.child_by_field_name("attribute") != node:
        return None
    receiver = attribute.child_by_field_name("object")
    if receiver is None or receiver.type != "identifier":
        return None
    binding = _targeted(attribute)
    if binding is None:
        return None
    name = text(node)
    return Binding(binding.kind, name, attribute, binding.statement, binding.path)
