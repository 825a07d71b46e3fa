"""One binding: a place where a name is given its value, or where what it holds is changed.

Every kind of statement that binds is known here; `bindings.py` finds them.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from tree_sitter import Node

from nanproof.names.syntax import called_name, code_in, first_child, is_a, required, text


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


# What methods call the object, or the class, that they are called of.
SELF = frozenset({"self", "cls"})
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
            case Binds.ITEM if self.statement.type == "call":
                return _filling(self.statement)[1]
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


@dataclass(frozen=True, slots=True)
class Reaching:
    """The bindings that reach a use, nearest first; `certain` where one of them always does.

    `is_local` says that no scope beyond the function of the use was asked, `owner` where the class begins in whose body
    the use stands, outside of all functions.
    """

    bindings: tuple[Binding, ...]
    certain: bool
    is_local: bool = False
    owner: int | None = None


def _assigned(assignment: Node) -> Node | None:
    """Return the right-hand side; of `a = b = v` it is v for both."""
    value = assignment.child_by_field_name("right")
    while is_a(value, "assignment"):
        value = value.child_by_field_name("right")
    return value


_PATTERNS = frozenset(
    {"pattern_list", "tuple_pattern", "list_pattern", "tuple", "list", "expression_list", "list_splat_pattern"}
)


def _through_patterns(node: Node) -> tuple[Node, tuple[int | None, ...]]:
    """Climb from a name to the whole target it is unpacked from, and say at which indices it stands in it."""
    path: list[int | None] = []
    child, parent = node, node.parent
    while is_a(parent, *_PATTERNS):
        if parent.type == "list_splat_pattern":
            path.append(None)
        elif not path or path[-1] is not None or child.type != "list_splat_pattern":
            path.append(_index_in(parent, child))
        child, parent = parent, parent.parent
    return child, tuple(reversed(path))


def _index_in(pattern: Node, child: Node) -> int | None:
    for index, each in enumerate(code_in(pattern)):
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


_DATA = "data"
# What writes its result into one more operand behind those that it has, `np.clip(x, a, b, x)`, by their number.
_OPERANDS = {"clip": 3, "maximum": 2, "minimum": 2, "fmax": 2, "fmin": 2}
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
        if required(parent, "name") != node:
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
    """Return the binding by which a use changes what a name holds: `x.clamp_()`, `x[0] = 1`, `np.exp(x, out=x)`."""
    if parent.type == "keyword_argument":
        return _result_written(node, parent)
    if parent.type == "argument_list":
        return _operand_written(node, parent)
    if parent.type == "attribute" and required(parent, "object") == node:
        method = _method_of_data(parent) or parent
        call = method.parent
        is_statement = call is not None and is_a(call.parent, "expression_statement")
        name = text(method.child_by_field_name("attribute"))
        if call is not None and is_statement and call.type == "call" and name.endswith("_") and name[0] != "_":
            return Binding(Binds.IN_PLACE, text(node), node, call)
    return _item_assigned(node)


def _result_written(node: Node, argument: Node) -> Binding | None:
    """Return the binding of `out=x` in a statement that is a call: what the call gives is written into x."""
    call = argument.parent.parent if argument.parent is not None else None
    is_out = required(argument, "value") == node and text(required(argument, "name")) == "out"
    if is_out and is_a(call, "call") and is_a(call.parent, "expression_statement"):
        return Binding(Binds.IN_PLACE, text(node), node, call)
    return None


def _operand_written(node: Node, given: Node) -> Binding | None:
    """Return the binding of x in a statement `np.clip(x, a, b, x)`: what is computed of x is written into it."""
    call, listed = given.parent, code_in(given)
    if call is None or not is_a(call.parent, "expression_statement"):
        return None
    if listed[0] == node and _filling(call)[0] is not None:
        return Binding(Binds.ITEM, text(node), node, call)
    if listed[-1] != node:
        return None
    is_behind = len(listed) == _OPERANDS.get(called_name(call), -1) + 1
    return Binding(Binds.IN_PLACE, text(node), node, call) if is_behind and text(listed[0]) == text(node) else None


def filled_where(binding: Binding) -> Node | None:
    """Return the mask through which a call fills a name: `np.place(x, x == 0, 1)`, None of other bindings."""
    return _filling(binding.statement)[0] if binding.statement.type == "call" else None


def _filling(call: Node) -> tuple[Node | None, Node | None]:
    """Return the mask through which a call fills its first operand, and with what; nothing of another call."""
    match called_name(call), code_in(call.child_by_field_name("arguments")):
        case "place" | "putmask", [_, mask, filler]:
            return mask, filler
        case "copyto", [_, filler, last] if text(last.child_by_field_name("name")) == "where":
            return required(last, "value"), filler
        case _:
            return None, None


def _method_of_data(attribute: Node) -> Node | None:
    """Return `x.data.normal_` of the `x.data` in it: what is written there is written into x."""
    method = attribute.parent
    if text(attribute.child_by_field_name("attribute")) != _DATA or not is_a(method, "attribute"):
        return None
    return method


def _item_assigned(node: Node) -> Binding | None:
    """Return the binding of `x[i] = v`, `x[i], y[j] = v`, for x."""
    subscript = node.parent
    if not is_a(subscript, "subscript") or subscript.child_by_field_name("value") != node:
        return None
    target, path = _through_patterns(subscript)
    statement = target.parent
    assigns = is_a(statement, "assignment", "augmented_assignment")
    if statement is not None and assigns and required(statement, "left") == target:
        return Binding(Binds.ITEM, text(node), node, statement, path)
    return None


def _parameter(node: Node) -> Node | None:
    """Return the node of the parameter that an identifier names: the direct child of the list of parameters."""
    child, parent = node, node.parent
    while is_a(parent, *_PARAMETERS):
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
        return parent.parent if required(parent, "alias") == node else None
    if parent.type != "dotted_name" or parent.parent is None or first_child(parent) != node:
        return None
    statement = parent.parent
    if statement.type == "import_statement":
        return statement
    if statement.type == "import_from_statement" and required(statement, "module_name") != parent:
        return statement
    return None


def attribute_binding_at(node: Node) -> Binding | None:
    """Return the binding of `self.name` that an identifier is the name of, None where it is a use."""
    attribute = node.parent
    if not is_a(attribute, "attribute") or attribute.child_by_field_name("attribute") != node:
        return None
    receiver = required(attribute, "object")
    if not is_a(receiver, "identifier"):
        return None
    binding = _targeted(attribute) or _item_assigned(attribute)
    if binding is None and is_a(attribute.parent, "keyword_argument"):
        binding = _result_written(attribute, attribute.parent)
    if binding is None and is_a(attribute.parent, "argument_list"):
        binding = _operand_written(attribute, attribute.parent)
    if binding is None:
        return None
    name = text(node)
    return Binding(binding.kind, name, attribute, binding.statement, binding.path)
