"""Operands that the source writes out: literal numbers, constant constructors, and what is computed from them.

Such a value is certain where nobody can have changed it in between. Whether an invalid result of it matters is another
question: `shown.py`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import reduce

from tree_sitter import Node

from nanproof.catalog.model import Operation
from nanproof.changes.stretch import Stretch, stretch
from nanproof.changes.unchanged import changed, holds_other_items
from nanproof.forms.expressions import number_at, origin
from nanproof.forms.looked_at import seen
from nanproof.forms.visited import gone_through, run_over
from nanproof.forms.written_items import item_of, key_of, returned_by
from nanproof.forms.written_ranges import RANGES, VARIABLES, adds_axes, elements_from, table_of_a_module
from nanproof.infer.call_arguments import call_arguments
from nanproof.infer.operands import Roles, bound, data
from nanproof.infer.own_attributes import bindings_of
from nanproof.infer.parameters import given_for
from nanproof.infer.registered import registering, what_is_registered
from nanproof.infer.running import passed_by
from nanproof.infer.value import UNKNOWN, Arguments, Deferred, Number, Sequence, UserClass
from nanproof.names.binding import Binds
from nanproof.names.reaching import reaching
from nanproof.names.scopes import FUNCTIONS, scope_of
from nanproof.names.syntax import bare, called_name, code_in, is_a, required, text
from nanproof.sites.callee import operation_called
from nanproof.sites.site import Site
from nanproof.source.document import Document
from nanproof.values.transfer.arithmetic import ARITHMETIC
from nanproof.values.transfer.elementwise import ELEMENTWISE

_DEEPEST = 12
_MOST_ITEMS = 4096
_CONSTANT = frozenset({"constant"})
# Of these an element of the operand is an element of the result: the shape, the dtype or the device is another.
_KEEP_ELEMENTS = frozenset(
    {"astype", "clone", "contiguous", "copy", "cpu", "cuda", "detach", "double", "expand", "flatten", "float", "half"}
    | {"numpy", "permute", "ravel", "requires_grad_", "reshape", "squeeze", "t", "tile", "to", "transpose", "type"}
    | {"unsqueeze", "view"}
)
_ELEMENTWISE = frozenset({*ELEMENTWISE, *ARITHMETIC})
_SHAPED = frozenset({"tensor", "cast"})


@dataclass(frozen=True, slots=True)
class Literal:
    """What is written out: how many parts of it have several values, and what is done with these.

    `selects`: elements may be left out or put together, so that it is not told which values are left. `is_table`: the
    values are those of a range. `is_trained`: a gradient is asked for. `is_passed`: a caller writes it.
    """

    several: int = 0
    selects: bool = False
    is_table: bool = False
    is_trained: bool = False
    is_passed: bool = False

    def beside(self, other: Literal) -> Literal:
        """Return what a computation with both is."""
        return Literal(
            self.several + other.several,
            self.selects or other.selects,
            self.is_table or other.is_table,
            self.is_trained or other.is_trained,
            self.is_passed or other.is_passed,
        )

    @property
    def is_certain(self) -> bool:
        """Say whether each value that is known of it is one of its elements."""
        return self.several == 0 or (self.several == 1 and not self.selects)


_ONE = Literal()


def is_constant(site: Site) -> bool:
    """Say whether an operand is written out and no gradient is asked of it: nothing is differentiated there."""
    if site.operand.made or site.operand.range.is_unknown:
        return False
    found = of_operand(site)
    return found is not None and not found.is_trained and not found.is_passed


def of_operand(site: Site) -> Literal | None:
    """Return how the operand of a site is written out, None where something else goes into it."""
    return site.engine.once("literal", site.operand_node, lambda: literal(site, site.operand_node))


def literal(site: Site, node: Node, depth: int = 0, keys: tuple[str, ...] = ()) -> Literal | None:
    """Return how an expression, or what it holds under some keys, is written out; None where something else goes in."""
    node = bare(node)
    if depth > _DEEPEST:
        return None
    if node.type == "identifier":
        return _of_name(site, node, depth, keys)
    returned = returned_by(site, node) if node.type == "call" else None
    if returned is not None:
        return literal(site, returned, depth + 1, keys)
    if keys and node.type not in ("attribute", "subscript"):
        item = item_of(site, node, keys[0])
        return literal(site, item, depth + 1, keys[1:]) if item is not None else None
    match node.type:
        case "integer" | "float":
            return _ONE
        case "unary_operator":
            inner = required(node, "argument")
            return literal(site, inner, depth + 1)
        case "list" | "tuple":
            return _of_items(site, node, depth)
        case "attribute":
            return _of_attribute(site, node, depth, keys)
        case "binary_operator":
            return _together(site, (required(node, "left"), required(node, "right")), depth)
        case "call":
            return _of_call(site, node, depth)
        case "subscript":
            return _of_item(site, node, depth, keys)
        case _:
            return None


def _of_items(site: Site, display: Node, depth: int) -> Literal | None:
    items = code_in(display)
    if not 0 < len(items) <= _MOST_ITEMS:
        return None
    found = [each for item in items if (each := literal(site, item, depth + 1)) is not None]
    if len(found) < len(items) or any(each.several > 1 or each.selects for each in found):
        return None
    is_one = len({text(each) for each in items}) == 1 and all(each.several == 0 for each in found)
    return replace(reduce(Literal.beside, found), several=0 if is_one else 1)


def _together(site: Site, nodes: tuple[Node, ...], depth: int) -> Literal | None:
    whole = _ONE
    for node in nodes:
        part = literal(site, node, depth + 1)
        if part is None:
            return None
        whole = whole.beside(part)
    return whole


def _of_item(site: Site, subscript: Node, depth: int, keys: tuple[str, ...]) -> Literal | None:
    table = gone_through(site, subscript) if not keys else None
    if table is not None:
        return literal(site, table, depth + 1)
    if adds_axes(subscript):
        return literal(site, required(subscript, "value"), depth + 1, keys)
    key = key_of(subscript)
    return literal(site, required(subscript, "value"), depth + 1, (key, *keys)) if key is not None else None


def _of_name(site: Site, name: Node, depth: int, keys: tuple[str, ...]) -> Literal | None:
    found = origin(site, name)
    if found.assignment is None:
        visited = run_over(site, name) if not keys else None
        table = table_of_a_module(site, name) if not keys and visited is None else None
        if table is not None:
            held = literal(site, table, depth + 1)
            return held if held is not None and held.is_table else None
        if visited is None:
            return _of_parameter(site, name, depth, keys)
        is_same = changed(name, seen(stretch(site, visited, name))) is None
        return literal(site, visited, depth + 1) if is_same else None
    between = stretch(site, found.assignment, name)
    if _is_another(name, seen(replace(between, bound=between.start)), keys):
        return None
    made = literal(site, found.node, depth + 1, keys)
    if made is None or not _is_watched(site, name, found.assignment):
        return made
    return replace(made, is_trained=True)


def _is_another(name: Node, between: Stretch, keys: tuple[str, ...]) -> bool:
    """Say whether a name may hold another value by now, or a table of it other items."""
    return changed(name, between) is not None or (bool(keys) and holds_other_items(name, between))


def _of_attribute(site: Site, attribute: Node, depth: int, keys: tuple[str, ...]) -> Literal | None:
    """Return how a field is written out, or an attribute of `self` that one place sets; one number is a state."""
    name, owner = text(attribute.child_by_field_name("attribute")), scope_of(scope_of(attribute))
    if text(attribute.child_by_field_name("object")) != "self":
        return literal(site, required(attribute, "object"), depth + 1, (name, *keys))
    if keys:
        return None
    known = bindings_of(site.engine, site.document, attribute)
    call = registering(site.engine, UserClass(site.document, owner), name) if not known else None
    if call is not None:
        made: Node | None = what_is_registered(call)
    else:
        is_one = len(known) == 1 and known[0].kind is Binds.ASSIGNMENT and not known[0].path
        made = known[0].value if is_one and scope_of(scope_of(known[0].name_node)) == owner else None
    if made is None:
        return None
    number = number_at(site, made)
    is_state = number is None or number.range.single is not None
    return None if is_state else literal(site, made, depth + 1)


def _is_watched(site: Site, name: Node, assignment: Node) -> bool:
    """Say whether a gradient is asked of what a name holds: `tape.watch(x)`."""
    uses = site.engine.modules.bindings(site.document).occurrences_in(text(name), assignment.end_byte, name.start_byte)
    given = (each.parent.parent for each in uses if is_a(each.parent, "argument_list"))
    return any(called_name(each) == "watch" for each in given)


def _of_parameter(site: Site, name: Node, depth: int, keys: tuple[str, ...]) -> Literal | None:
    """Return what all callers of a function write out for a parameter."""
    reached = reaching(name, site.engine.modules.bindings(site.document))
    function = scope_of(name)
    binding = reached.bindings[0] if len(reached.bindings) == 1 else None
    if binding is None or binding.kind is not Binds.PARAMETER or scope_of(binding.name_node) != function:
        return None
    if function.type not in FUNCTIONS:
        return None  # of a half-typed text
    parameters = required(function, "parameters")
    if _is_another(name, seen(stretch(site, parameters, name)), keys):
        return None
    calls = site.engine.call_sites(site.document, function)
    given = [_argument(site, function, document, call, text(name)) for document, call in calls]
    found = [literal(site, each, depth + 1, keys) if each is not None else None for each in given]
    known = [each for each in found if each is not None]
    if not known or len(known) < len(found):
        return None
    several = max(each.several for each in known)
    is_one = len({text(each) for each in given}) == 1
    return Literal(
        several if is_one else max(several, 1),
        any(each.selects for each in known),
        any(each.is_table for each in known),
        is_passed=True,
    )


def _argument(site: Site, function: Node, document: Document, call: Node, name: str) -> Node | None:
    """Return what a call in the same file passes for a parameter."""
    names = site.engine.parameters(document, function)
    if document is not site.document or name not in names:
        return None
    arguments = passed_by(site.engine, site.engine.around(document, call), call)
    if not arguments.is_complete:
        return None
    given = given_for(arguments, function, names, name)
    return given.node if isinstance(given, Deferred) else None


def _of_call(site: Site, call: Node, depth: int) -> Literal | None:
    found = operation_called(site, call)
    arguments = call_arguments(site.engine.around(site.document, call), call)
    if found is None or not arguments.is_complete:
        return None
    operation, receiver = found
    if receiver is not None:
        arguments = Arguments((receiver, *arguments.positional), arguments.keyword)
    roles = bound(site.engine, operation.parameters, arguments)
    given = elements_from(site, operation.function, roles)
    if given is None or _is_without_elements(site, roles):
        return None
    parts = _together(site, given, depth)
    return parts.beside(_made(call, operation)) if parts is not None and _is_known(operation, parts) else None


def _is_without_elements(site: Site, roles: Roles) -> bool:
    """Say whether a constant is made with no element at all: `zeros(0)`, `zeros((0, 3))`."""
    shape = site.engine.argument(roles["shape"]) if "shape" in roles else UNKNOWN
    sizes = shape.items if isinstance(shape, Sequence) else (shape,)
    return any(isinstance(each, Number) and each.range.single == 0 for each in (data(size) for size in sizes))


def _is_known(operation: Operation, parts: Literal) -> bool:
    """Say whether a call computes nothing but what its literal operands give."""
    function = operation.function
    if function.name in _CONSTANT | RANGES:
        return parts.several == 0
    return function.transfer in _ELEMENTWISE | _SHAPED | VARIABLES | {"same"}


def _made(call: Node, operation: Operation) -> Literal:
    """Return what a call adds to what it is given."""
    function, name = operation.function, called_name(call)
    is_range = function.name in RANGES
    keeps = (
        function.transfer in _ELEMENTWISE or function.name in _SHAPED | _CONSTANT | VARIABLES or name in _KEEP_ELEMENTS
    )
    arguments = required(call, "arguments")
    asked = any(text(each).replace(" ", "") == "requires_grad=True" for each in code_in(arguments))
    return Literal(
        several=int(is_range),
        selects=not (keeps or is_range),
        is_table=is_range,
        is_trained=asked or name == "requires_grad_",
    )
