"""Expressions as they are written around a site: what a name was assigned, which operation a call is.

Rules and fixes that speak of how something is composed (`log` of a softmax) need the source, not only the values.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from tree_sitter import Node

from nanproof.catalog.model import Operation
from nanproof.changes.effects import events_in
from nanproof.changes.stretch import Stretch, stretch
from nanproof.changes.unchanged import Doubt, changed, means_the_same
from nanproof.infer.call_arguments import call_arguments
from nanproof.infer.operands import bound
from nanproof.infer.operators import as_number
from nanproof.infer.own_attributes import bindings_of
from nanproof.infer.value import Arguments, Deferred, Layer, Method, Number, OneOf, Partial, Reference
from nanproof.names.binding import Binding, Binds
from nanproof.names.reaching import reaching
from nanproof.names.scopes import is_always_before
from nanproof.names.syntax import bare, code_in, inside, is_a, outwards, required, text
from nanproof.sites.site import Site

_ONCE = frozenset({"named_expression", "await", "yield", "lambda"})
_WITHOUT_INTEGERS = frozenset({"torch", "tensorflow", "keras"})
_UNPACKED = ("list_splat", "dictionary_splat", "generator_expression")
_TUPLES = frozenset({"tuple", "expression_list", "list"})


@dataclass(frozen=True, slots=True)
class Origin:
    """The expression that a value comes from, and the assignment through which it does, None where it stands here.

    `use` is what was followed: a name, or an attribute.
    """

    node: Node
    assignment: Node | None = None
    use: Node | None = None


@dataclass(frozen=True, slots=True)
class Call:
    """A call of an operation: `callee` as it is written, its operand, and the receiver where it is a method.

    `roles` are its arguments by the role that they play. `origin` says through which name it was found.
    """

    node: Node
    operation: Operation
    callee: Node
    operand: Node
    receiver: Node | None
    roles: Mapping[str, Node] = field(default_factory=dict)
    origin: Origin | None = None

    @property
    def function(self) -> str:
        """The name of the function that is computed."""
        return self.operation.function.name

    @property
    def arguments(self) -> Node:
        """The arguments, with their parentheses."""
        return required(self.node, "arguments")


def is_number(node: Node | None, value: float) -> bool:
    """Say whether an expression is a number that is written out."""
    if not is_a(node, "integer", "float"):
        return False
    try:
        return float(text(node)) == value
    except ValueError:
        return False  # hexadecimal, complex


def call_of(site: Site, node: Node) -> Call | None:
    """Return the operation that an expression calls, None where it is something else."""
    node = bare(node)
    callee = required(node, "function") if node.type == "call" else None
    if callee is None:
        return None
    frame = site.engine.around(site.document, node)
    value = site.engine.value(frame, callee)
    operation = site.engine.operation_of(value)
    is_method = isinstance(value, Method)
    if isinstance(value, Method) and not (isinstance(value.receiver, Number) and value.receiver.framework):
        operation = site.engine.catalog.method(value.name, site.framework.name)
    if operation is None or not is_certain(site, callee):
        return None
    receiver = callee.child_by_field_name("object") if is_method else None
    arguments = call_arguments(frame, node)
    if receiver is not None:
        positional = (Deferred(frame, receiver), *arguments.positional)
        arguments = Arguments(positional, arguments.keyword, arguments.is_complete)
    given = bound(site.engine, operation.parameters, arguments)
    roles = {role: each.node for role, each in given.items() if isinstance(each, Deferred)}
    if "x" not in roles or not arguments.is_complete:
        return None
    return Call(node, operation, callee, roles["x"], receiver, roles)


def layer_call_of(site: Site, node: Node) -> Call | None:
    """Return the function that a layer calls of its one operand, with what its constructor was told of it.

    `nn.Softmax(dim=1)(z)` is the softmax of z along axis 1, wherever the layer was made.
    """
    node = bare(node)
    given = code_in(node.child_by_field_name("arguments"))
    if len(given) != 1 or given[0].type in ("keyword_argument", *_UNPACKED):
        return None
    callee = required(node, "function")
    layer = site.engine.value(site.engine.around(site.document, node), callee)
    if not isinstance(layer, Layer) or layer.method or layer.stages or not layer.arguments.is_complete:
        return None
    is_made_here = (layer.place.document, layer.place.span.start) == (site.document, callee.start_byte)
    if callee.type not in ("identifier", "attribute") and not is_made_here:
        return None  # `self.act.to(device)(z)`: what it was moved for may be done nowhere else
    operation = site.engine.catalog.operation(site.framework.twins.get(layer.operation.function.name, ""))
    told = bound(site.engine, layer.operation.parameters, layer.arguments)
    if operation is None or layer.operation.framework.name not in (site.framework.name, "keras"):
        return None
    roles = {role: each.node for role, each in told.items() if isinstance(each, Deferred)}
    # PyTorch's softmax guesses the axis that it is not told, and warns; its log-softmax need not guess the same one.
    asked = {each.role for each in operation.parameters if each.role == "axis"} - set(operation.defaults)
    if not asked <= set(told) <= {"axis"} or not all(_is_whole(roles.get(each)) for each in told):
        return None
    return Call(node, operation, callee, given[0], None, {"x": given[0], **roles})


def _is_whole(node: Node | None) -> bool:
    """Say whether an expression is a whole number that is written out: `1`, `-1`."""
    return text(node).removeprefix("-").isdigit()


def is_certain(site: Site, callee: Node) -> bool:
    """Say whether a callee is no other function on another way: nothing else computes what that one does."""
    value = site.engine.value(site.engine.around(site.document, callee), callee)
    if isinstance(value, OneOf | Partial) or (isinstance(value, Reference) and not value.is_certain):
        return False
    bindings, set_to = site.engine.modules.bindings(site.document), [callee]
    if callee.type == "attribute":
        set_to = [each.value for each in bindings_of(site.engine, site.document, callee) if each.value is not None]
    found = [one for each in set_to if each.type == "identifier" for one in reaching(each, bindings).bindings]
    if any(each.kind is Binds.PARAMETER for each in found):
        return False  # another caller may give another one
    return len(found) < 2 or all(each.kind is Binds.IMPORT for each in found)


def origin(site: Site, node: Node) -> Origin:
    """Follow a name, or an attribute, to the one expression of the same scope that it was assigned."""
    node = bare(node)
    binding = _only_binding(site, node)
    if binding is None:
        return Origin(node)
    right = _bound_to(site, binding)
    bindings = site.engine.modules.bindings(site.document)
    if right is None or bindings.scope_of(binding.statement) != bindings.scope_of(node):
        return Origin(node)
    if binding.statement.end_byte > node.start_byte:
        return Origin(node)
    if node.type == "attribute" and not is_always_before(binding.statement, node):
        return Origin(node)
    between = stretch(site, binding.statement, node)
    if between.hands_over(text(node)) or _is_of_another(node, between):
        return Origin(node)
    return Origin(bare(right), binding.statement, node)


def _is_of_another(node: Node, between: Stretch) -> bool:
    """Say whether an attribute is read of another object by now: its name is bound anew."""
    while node.type == "attribute":
        node = bare(required(node, "object"))
        if between.rebinds(text(node)):
            return True
    return False


def _bound_to(site: Site, binding: Binding) -> Node | None:
    """Return the expression that a name is bound to: by an assignment, a walrus, or its place in two tuples.

    What stands beside a walrus, or in the same tuple, must not change anything in place.
    """
    statement = binding.statement
    if binding.kind is Binds.WALRUS:
        is_alone = not any(True for _ in events_in(site, _whole(statement)))
        return binding.value if is_alone else None
    if binding.kind is not Binds.ASSIGNMENT:
        return None
    right = required(statement, "right")
    if right.type == "assignment":
        return None
    if binding.path and any(True for _ in events_in(site, right)):
        return None
    for index in binding.path:
        elements = code_in(bare(right)) if bare(right).type in _TUPLES else []
        is_starred = any(each.type == "list_splat" for each in elements)
        if index is None or is_starred or index >= len(elements):
            return None
        right = elements[index]
    return right


def _whole(expression: Node) -> Node:
    """Return the whole of the expression, or of the assignment, that an expression is a part of."""
    for above in outwards(expression, "module", "ERROR"):
        if above.type.endswith(("block", "_statement", "_clause")):
            break
        expression = above
    return expression


def call_from(site: Site, node: Node) -> Call | None:
    """Return the operation that gives a value, here or where the name that is used was assigned."""
    source = origin(site, node)
    call = call_of(site, source.node)
    return replace(call, origin=source) if call is not None else None


def since(site: Site, call: Call) -> Stretch | None:
    """Return what runs between a call and the site, None where it stands in the site itself."""
    return stretch(site, statement_of(call.node), site.node) if not site.span.contains(call.node.start_byte) else None


def is_overwritten(site: Site) -> bool:
    """Say whether something else was written, for certain, into what a name of the operand was assigned."""
    names = [each for each in inside(site.operand_node) if each.type == "identifier"]
    doubts = [held(site, origin(site, each)) for each in names]
    return any(each is not None and each.is_certain for each in doubts)


def holds_at_the_site(site: Site, expression: Node) -> bool:
    """Say whether an expression that stands behind a site gives there, evaluated once more, what it gives later."""
    between = stretch(site, statement_of(site.node), expression)
    if any(each.type in _ONCE for each in inside(expression)) or any(True for _ in events_in(site, expression)):
        return False
    if between.start >= between.end:
        return True
    return means_the_same(expression, between) and changed(expression, between) is None


def _only_binding(site: Site, node: Node) -> Binding | None:
    bindings = site.engine.modules.bindings(site.document)
    if node.type == "identifier":
        found = reaching(node, bindings)
        return found.bindings[0] if found.certain and len(found.bindings) == 1 else None
    if node.type == "attribute":
        known = bindings_of(site.engine, site.document, node)
        left = known[0].statement.child_by_field_name("left") if len(known) == 1 else None
        return known[0] if text(left) == text(node) else None
    return None


def held(site: Site, found: Origin) -> Doubt | None:
    """Return why a name may not hold any more what it was assigned, None where it must."""
    match found:
        case Origin(assignment=Node() as assignment, use=Node() as use):
            between = stretch(site, assignment, use)
            between = replace(between, bound=between.start)  # its own target is no other
            if use.type == "attribute" and not means_the_same(use, between):
                return Doubt(f"nothing else sets `{text(use)}`")
            return changed(use, between)
        case _:
            return None


def statement_of(node: Node) -> Node:
    """Return the assignment that an expression stands in, the expression itself where it stands in none."""
    above: Node | None = node
    while above is not None and above.type != "assignment":
        above = above.parent
    return above or node


def has_comment(expression: Node) -> bool:
    """Say whether a comment stands in an expression: what is written in its place would lose it."""
    return any(each.type == "comment" for each in inside(expression))


def is_integer(site: Site, node: Node) -> bool:
    """Say whether a tensor is one of integers, which an exponential takes and a softmax or a softplus does not.

    Observed in PyTorch and TensorFlow; JAX and NumPy make floating-point numbers of them.
    """
    number = number_at(site, node) if site.framework.name in _WITHOUT_INTEGERS else None
    return number is not None and (not number.dtype.is_float or _is_count(number))


def _is_count(number: Number) -> bool:
    """Say whether a number is the sum of comparisons, or of integers."""
    computation = number.computation
    summed = computation.roles.get("x") if computation is not None and computation.function.name == "sum" else None
    return summed is not None and not summed.dtype.is_float


def number_at(site: Site, node: Node) -> Number | None:
    """Return what is known of the values of an expression."""
    return as_number(site.engine, site.engine.value(site.engine.around(site.document, node), node))
