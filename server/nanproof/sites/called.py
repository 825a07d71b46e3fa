"""The site that a call is: `tf.log(p)`, `p.log()`, `torch.div(a, b)`."""

from __future__ import annotations

from dataclasses import replace

from tree_sitter import Node

from nanproof.catalog.model import Operation
from nanproof.infer.call_arguments import call_arguments, given_through
from nanproof.infer.engine import Engine
from nanproof.infer.operands import Roles, bound, data
from nanproof.infer.operators import as_number
from nanproof.infer.value import (
    UNKNOWN,
    Alternatives,
    Deferred,
    Frame,
    Holder,
    Layer,
    Method,
    Number,
    OneOf,
    Partial,
    Sequence,
    Text,
    Value,
)
from nanproof.names.binding import SELF, Binding
from nanproof.names.reaching import reaching
from nanproof.names.syntax import code_in, first_child, is_a, is_literal_data, parent_of, required, text
from nanproof.sites.powers import (
    beside_a_tensor,
    derivative_of_power,
    domain_of_power,
    exponent_of_power,
    told_of_power,
)
from nanproof.sites.site import Site
from nanproof.source.document import Document
from nanproof.values.dtype import DType
from nanproof.values.ranges import UNKNOWN_RANGE

ASSUMED = frozenset({"assumed"})  # a tensor, for all that is known of it is a method
# The rules that report an operand of which nothing is known: only for these is it worth asking what it is a method of.
_REPORTED_BARE = frozenset({"NAN101"})
_CHAINED = {"attribute": "object", "subscript": "value", "call": "function"}
_PARAMETERS = frozenset({"parameters", "lambda_parameters"})
_OF_POWERS = frozenset({"NAN103"})
# The rule of what is finite everywhere, and whose derivative is not.
_STEEP_ALONE = frozenset({"NAN301"})
_EUCLIDEAN = frozenset({"euclidean", "fro"})  # norms whose order is told by name


def site_of_call(document: Document, engine: Engine, call: Node) -> Site | None:
    """Return the site that a call is, None where it is no operation with a restricted operand.

    What is called may be one of several operations: it is the site of the first whose operand it may not be given.
    """
    callee = call.child_by_field_name("function")
    if callee is None:
        return None
    frame = engine.around(document, call)
    value = engine.value(frame, callee)
    if not isinstance(value, OneOf):
        return _site_of(document, engine, call, value)
    sites = [_site_on(document, engine, call, value, index) for index in range(len(value.values))]
    found = [each for each in sites if each is not None]
    return next((each for each in found if _is_left(each)), next(iter(found), None))


def _site_on(document: Document, engine: Engine, call: Node, several: OneOf, index: int) -> Site | None:
    """Return the site that a call is where one of several operations is called: with what it is given then."""
    site = _site_of(document, engine, call, several.values[index])
    if site is None:
        return None
    return replace(site, operand=Alternatives((), several.by).of(site.operand, index))


def _is_left(site: Site) -> bool:
    """Say whether an operand takes a value for which the operation is not finite."""
    return any(not site.holds(point.value) for point in site.operand.range.points)


def _site_of(document: Document, engine: Engine, call: Node, layer: Value) -> Site | None:
    callee, frame = required(call, "function"), engine.around(document, call)
    given = call_arguments(frame, call)
    if isinstance(layer, Partial):
        given, layer = given_through(layer, given), layer.function
    operation, receiver = _operation(engine, frame, callee, layer)
    if operation is None or operation.function.rule is None:
        return None
    if operation.kind == "layer" and not isinstance(layer, Layer):
        return None  # the constructor computes nothing
    if operation.framework.tensor is None or operation.function.operand is None:
        return None  # Python's own numbers raise an exception, and say where
    receiver_node = callee.child_by_field_name("object") if receiver is not None else None
    parameters = operation.call if operation.kind == "layer" else operation.parameters
    roles = bound(engine, parameters, given, receiver)
    argument = roles.get(operation.function.operand, UNKNOWN)
    node = argument.node if isinstance(argument, Deferred) else receiver_node
    if node is None or _is_of_somebody_else(operation, call) or _is_kept_inside(engine, roles):
        return None
    value = engine.argument(argument)
    number = as_number(engine, data(value) if is_literal_data(node) else value)
    if number is None:
        return None
    is_data = isinstance(value, Sequence) or (operation.function.overflows and is_literal_data(node))
    if number.holder is Holder.ANY or is_data:
        number = _as_tensor(engine, document, number, operation)
    function, framework = operation.function, operation.framework
    domain, gradient = function.domain, framework.gradient_of(function)
    if function.transfer == "pow":
        raised = _exponent(engine, roles)
        exponent, function = exponent_of_power(engine, raised), told_of_power(function, raised)
        domain, gradient = domain_of_power(exponent), derivative_of_power(exponent)
    elif function.rule in _STEEP_ALONE and (operation.guards or not _is_euclidean(engine, roles)):
        gradient = domain
    return Site(
        document,
        engine,
        frame,
        operation.name,
        function,
        framework,
        call,
        callee,
        node,
        number,
        node == receiver_node,
        domain,
        gradient,
        _written(roles, receiver, receiver_node),
    )


def _written(roles: Roles, receiver: Number | None, receiver_node: Node | None) -> dict[str, Node]:
    """Return the arguments of a call as they are written, by role."""
    written = {role: each.node for role, each in roles.items() if isinstance(each, Deferred)}
    if receiver is not None and receiver_node is not None:
        written |= {role: receiver_node for role, each in roles.items() if each is receiver}
    return written


def _is_of_somebody_else(operation: Operation, call: Node) -> bool:
    """Say whether a method is given more than a tensor's logarithm takes: `critic.log(logger, step)` is a logger's."""
    if operation.kind != "method" or operation.function.rule not in _REPORTED_BARE:
        return False
    given = code_in(call.child_by_field_name("arguments"))
    return any(text(each.child_by_field_name("name")) != "out" for each in given)


def _is_kept_inside(engine: Engine, roles: Roles) -> bool:
    """Say whether an operation clips its operand itself, as it was told to: `torch.logit(p, eps=1e-6)`."""
    argument = roles.get("inset")
    inset = engine.argument(argument) if argument is not None else None
    return isinstance(inset, Number) and inset.range.interval.low > 0


def _is_euclidean(engine: Engine, roles: Roles) -> bool:
    """Say whether a norm, if it is one, is the root of a sum of squares: only this one has no derivative at 0."""
    argument = roles.get("order")
    order = engine.argument(argument) if argument is not None else None
    if isinstance(order, Text):
        return order.text in _EUCLIDEAN
    return not isinstance(order, Number) or order.range.single in (None, 2.0)


def _exponent(engine: Engine, roles: Roles) -> Number | None:
    argument = roles.get("y")
    return as_number(engine, engine.argument(argument)) if argument is not None else None


def _as_tensor(engine: Engine, document: Document, number: Number, operation: Operation) -> Number:
    holder = Holder.ARRAY if operation.framework.name == "numpy" else Holder.TENSOR
    dtype = engine.precision(document).default(operation.framework)
    return replace(number, dtype=dtype, holder=holder, framework=operation.framework)


def _operation(engine: Engine, frame: Frame, callee: Node, value: Value) -> tuple[Operation | None, Number | None]:
    """Return the operation that a callee is, and its receiver where it is a method of a tensor."""
    if isinstance(value, Layer):
        return (value.operation if not value.stages and not value.method else None), None
    if not isinstance(value, Method):
        return engine.operation_of(value), None
    if isinstance(value.receiver, Number):
        return engine.operation_of(value), value.receiver
    if value.name in engine.catalog.names_of_rules(_REPORTED_BARE):
        found = _by_name(engine, frame, callee)
        if found[0] is not None or not _is_of_a_number(callee):
            return found
        known = Number(UNKNOWN_RANGE, DType.FLOAT64, Holder.ANY, traits=ASSUMED, term=value.receiver.term)
        return engine.operation_of(value), known
    if value.name in engine.catalog.names_of_rules(_OF_POWERS):
        base = beside_a_tensor(_first_given(engine, frame, callee))
        if base is not None:
            return engine.operation_of(replace(value, receiver=base)), base
    return engine.operation_of(value), as_number(engine, value.receiver)


def _first_given(engine: Engine, frame: Frame, callee: Node) -> Value:
    given = first_child(parent_of(callee).child_by_field_name("arguments"))
    return engine.value(frame, given) if given is not None else UNKNOWN


def _is_of_a_number(callee: Node) -> bool:
    """Say whether a method is given nothing and computed with, `y * p.log()`: a logger is told what to write."""
    call = parent_of(callee)
    is_computed_with = not is_a(call.parent, "expression_statement", "await")
    return is_computed_with and not code_in(call.child_by_field_name("arguments"))


def _by_name(engine: Engine, frame: Frame, callee: Node) -> tuple[Operation | None, Number | None]:
    """Ask the name resolver of last resort what a callee is whose receiver the engine does not know."""
    name = callee.child_by_field_name("attribute")
    if name is None or not _may_be_operation(engine, frame, callee):
        return None, None
    qualified = engine.asked(frame.document, name)
    operation = engine.catalog.operation(qualified) if qualified is not None else None
    if operation is None or operation.kind != "method":
        return operation, None
    dtype = engine.precision(frame.document).default(operation.framework)
    receiver = Number(UNKNOWN_RANGE, dtype, Holder.TENSOR, operation.framework)
    return operation, receiver


def _may_be_operation(engine: Engine, frame: Frame, callee: Node) -> bool:
    """Say whether a question to jedi is worth its price.

    It is in a file that names a framework, of a callee that is not given a text first, and that begins with a name that
    is bound to something: of a parameter without a default or an annotation it knows nothing either.
    """
    first = first_child(parent_of(callee).child_by_field_name("arguments"))
    if is_a(first, "string", "concatenated_string", "dictionary"):
        return False
    bindings = engine.modules.bindings(frame.document)
    root = _root(callee)
    found = reaching(root, bindings).bindings if root.type == "identifier" else ()
    if root.type == "identifier" and not (found or bindings.star_imports):
        return False
    if found and all(map(_is_bare_parameter, found)):
        return False
    return bindings.search(engine.catalog.tensor_root) is not None


def _root(callee: Node) -> Node:
    """Return what a chain of attributes, items and calls begins with."""
    while callee.type in _CHAINED:
        callee = required(callee, _CHAINED[callee.type])
    return callee


def _is_bare_parameter(binding: Binding) -> bool:
    """Say whether a name is bound to what callers pass, and nothing is said of that; an object knows its own class."""
    return is_a(binding.name_node.parent, *_PARAMETERS) and binding.name not in SELF
