"""Where the value of an expression goes next, as far as a gradient would come back that way.

Nowhere, where each use lets none through (`argmax(p)`, `p > 0.5`, `p.detach()`); what a function returns goes to its
calls, what is passed to a function of the project to its parameter.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from tree_sitter import Node

from nanproof.catalog.model import Operation
from nanproof.infer.call_arguments import call_arguments
from nanproof.infer.engine import Engine
from nanproof.infer.operands import bound
from nanproof.infer.value import Arguments, Deferred, Frame, Layer, Number, UserFunction
from nanproof.names.binding import Binding, Binds, binding_at
from nanproof.names.bindings import Bindings
from nanproof.names.reaching import reaching
from nanproof.names.scopes import scope_of
from nanproof.names.syntax import code_in, parent_of, required, text
from nanproof.source.document import Document
from nanproof.uses.called_from import calls_of
from nanproof.uses.contexts import is_unrecorded
from nanproof.uses.reported import TEXTS, only_reports

_CARRIES = frozenset(
    {"await", "binary_operator", "dictionary", "expression_list", "generator_expression", "list", "list_comprehension"}
    | {"pair", "parenthesized_expression", "set", "tuple", "unary_operator", "boolean_operator", "keyword_argument"}
)
# What makes a truth, a text or nothing of a value.
_DROPS = frozenset(
    {"assert_statement", "comparison_operator", "elif_clause", "expression_statement", "if_statement", "interpolation"}
    | {"not_operator", "while_statement"}
)
# Of an operand in such a role nothing but its shape counts, or that it is true.
_LOOKED_AT = frozenset({"axis", "condition", "depth", "dtype", "keepdims", "like", "shape", "where"})
_DERIVATIVE = "derivative"
_MAPS = frozenset({"folded", "mapped", "partial", "running", "wrapper"})
_CHANGED = frozenset({Binds.AUGMENTED, Binds.IN_PLACE})


@dataclass(frozen=True, slots=True)
class Expression:
    """An expression of a file; it `is_distribution` where it is one that the value is a parameter of."""

    document: Document
    node: Node
    is_distribution: bool = False


def onward(engine: Engine, value: Expression) -> tuple[Expression, ...] | None:
    """Return the expressions that a value goes into next, none where no gradient comes back; None: nobody knows."""
    node, parent = value.node, parent_of(value.node)
    match parent.type:
        case kind if kind in _DROPS:
            return ()
        case kind if kind in _CARRIES:
            return (replace(value, node=parent),)
        case "conditional_expression":
            is_asked = code_in(parent)[1:2] == [node]
            return () if is_asked else (replace(value, node=parent),)
        case "subscript":
            is_index = required(parent, "value") != node
            return () if is_index or only_places(engine, value) else (replace(value, node=parent),)
        case "attribute":
            return _through_attribute(engine, value, parent)
        case "argument_list":
            return _through_call(engine, value, parent_of(parent))
        case "assignment" | "named_expression":
            return _through_names(engine, value, parent)
        case "augmented_assignment":
            target = required(parent, "left")
            return _uses_of(engine, value, target) if target != node else None
        case "return_statement":
            return _through_return(engine, value, parent)
        case _:
            return None


def _through_return(engine: Engine, value: Expression, statement: Node) -> tuple[Expression, ...] | None:
    function = scope_of(statement)
    calls = calls_of(engine, value.document, function) if function.type == "function_definition" else None
    if not calls:
        return None
    return tuple(replace(value, document=document, node=call) for document, call in calls)


def _through_attribute(engine: Engine, value: Expression, attribute: Node) -> tuple[Expression, ...] | None:
    name, call = text(attribute.child_by_field_name("attribute")), parent_of(attribute)
    if name in engine.catalog.backward.attributes:
        known = engine.value(engine.around(value.document, attribute), value.node)
        framework = known.framework if isinstance(known, Number) else None
        if framework is not None and name in framework.backward.attributes:
            return ()
    if call.child_by_field_name("function") == attribute:
        return _through_call(engine, value, call)
    return () if only_places(engine, value) else (replace(value, node=attribute),)


def _through_call(engine: Engine, value: Expression, call: Node) -> tuple[Expression, ...] | None:
    callee = call.child_by_field_name("function")
    if callee is None or _may_be_another(engine, value, callee):
        return None
    frame = engine.around(value.document, call)
    called = engine.value(frame, callee)
    is_receiver = callee.child_by_field_name("object") == value.node
    if is_receiver and value.is_distribution:
        is_drawn = text(callee.child_by_field_name("attribute")) in engine.catalog.backward.samples
        return () if is_drawn else (Expression(value.document, call),)
    if isinstance(called, UserFunction):
        return _through_parameter(engine, value, frame, call, called)
    if not is_receiver and only_reports(engine, value.document, call, called):
        return ()
    if isinstance(called, Layer):
        return (Expression(value.document, call),) if not called.stages else None
    operation = engine.operation_of(called)
    if operation is None:
        return () if _only_shows(engine, value, callee) else None
    if operation.function.name == _DERIVATIVE:
        return None  # here the gradient is asked for
    if operation.function.name == "distribution":
        return (Expression(value.document, call, is_distribution=True),)
    if operation.kind == "layer" or operation.inplace or operation.function.name in _MAPS:
        return None
    if _lets_none_through(engine, operation, frame, call, value.node):
        return ()
    return (Expression(value.document, call),)


def _may_be_another(engine: Engine, value: Expression, callee: Node) -> bool:
    """Say whether what is called is chosen elsewhere: a parameter, of which a default is only the usual value."""
    if callee.type == "attribute":
        return False
    found = reaching(callee, engine.modules.bindings(value.document)).bindings if callee.type == "identifier" else ()
    return callee.type not in ("identifier", "call") or any(each.kind is Binds.PARAMETER for each in found)


def _only_shows(engine: Engine, value: Expression, callee: Node) -> bool:
    """Say whether what Python itself has makes a text or an integer of what it is given: `print`, `"{}".format`."""
    if callee.type == "attribute":
        return required(callee, "object").type in TEXTS
    if callee.type != "identifier":
        return False
    bindings = engine.modules.bindings(value.document)
    return text(callee) in engine.catalog.backward.shows and not reaching(callee, bindings).bindings


def _lets_none_through(engine: Engine, operation: Operation, frame: Frame, call: Node, operand: Node) -> bool:
    """Say whether no derivative comes back through a call to one of its operands: by the function, or by its role."""
    framework, function = operation.framework, operation.function
    if framework.name == "numpy" or function.name in framework.backward.stops:
        return True  # what NumPy is given leaves what records
    result = engine.value(frame, call)
    if isinstance(result, Number) and not result.dtype.is_float:
        return True
    callee = required(call, "function")
    owner = callee.child_by_field_name("object") if operation.kind == "method" else None
    arguments = call_arguments(frame, call)
    if owner is not None:
        arguments = Arguments((Deferred(frame, owner), *arguments.positional), arguments.keyword)
    roles = bound(engine, operation.parameters, arguments)
    found = {role for role, each in roles.items() if isinstance(each, Deferred) and _is_at(each.node, operand)}
    return bool(found) and found <= _LOOKED_AT


def _is_at(argument: Node, operand: Node) -> bool:
    return argument in (operand, operand.child_by_field_name("value"))


def _through_parameter(
    engine: Engine, value: Expression, frame: Frame, call: Node, called: UserFunction
) -> tuple[Expression, ...] | None:
    """Return the uses of the parameter that a function of the project is given a value as."""
    arguments = call_arguments(frame, call)
    names = engine.parameters(called.document, called.node)
    is_method = names[:1] in (["self"], ["cls"])
    given = zip(arguments.positional, names[int(is_method) :], strict=False)
    name = next((name for each, name in given if each == Deferred(frame, value.node)), "")
    if value.node.type == "keyword_argument":
        name = text(value.node.child_by_field_name("name"))
    found = engine.modules.bindings(called.document).of(name, called.node)
    parameter = next((each for each in found if each.kind is Binds.PARAMETER), None)
    if parameter is None or not arguments.is_complete:
        return None
    return _uses(engine, replace(value, document=called.document), parameter.name_node)


def _through_names(engine: Engine, value: Expression, statement: Node) -> tuple[Expression, ...] | None:
    """Return the uses of all names that an assignment gives a value."""
    found: list[Expression] = [replace(value, node=statement)] if statement.type == "named_expression" else []
    target = required(statement, "left" if statement.type == "assignment" else "name")
    outer = parent_of(statement)
    if outer.type == "assignment":
        above = _through_names(engine, replace(value, node=statement), outer)
        if above is None:
            return None
        found += above
    if target.type in ("pattern_list", "tuple_pattern"):
        targets = code_in(target)
        if len(targets) == 2 and _places_of(engine, value):
            targets = targets[:1]
        uses = [_uses_of(engine, value, each, may_be_unused=True) for each in targets]
    else:
        uses = [_uses_of(engine, value, target)]
    if any(each is None for each in uses):
        return None
    return (*found, *(use for each in uses if each is not None for use in each))


def _uses_of(
    engine: Engine, value: Expression, target: Node, *, may_be_unused: bool = False
) -> tuple[Expression, ...] | None:
    if target.type != "identifier":
        return None
    found = _uses(engine, value, target)
    return found if found or may_be_unused or found is None else None


def _uses(engine: Engine, value: Expression, bound_at: Node) -> tuple[Expression, ...] | None:
    """Return the uses of a name that see one of its bindings, and those of what they make of it in place."""
    bindings = engine.modules.bindings(value.document)
    nodes = engine.once("uses", bound_at, lambda: _seeing(bindings, bound_at))
    return tuple(replace(value, node=each) for each in nodes) if nodes is not None else None


def _seeing(bindings: Bindings, bound_at: Node) -> tuple[Node, ...] | None:
    scope, name = scope_of(bound_at), text(bound_at)
    if scope.type == "class_definition":
        return None
    if not any(each.name_node == bound_at for each in bindings.of(name, scope)):
        return None  # a name of another scope: `global`
    seen = {bound_at.start_byte}
    found: dict[int, Node] = {}
    occurrences = bindings.occurrences_in(name, scope.start_byte, scope.end_byte)
    for _ in range(2):  # what stands further up in a loop comes after what stands further down
        for each in occurrences:
            if any(one.name_node.start_byte in seen for one in reaching(each, bindings).bindings):
                again = binding_at(each)
                if again is not None and again.kind in _CHANGED:
                    seen.add(each.start_byte)
                if not _is_only_bound(again):
                    found[each.start_byte] = each
    return tuple(found.values())


def _is_only_bound(binding: Binding | None) -> bool:
    """Say whether a name is bound without being read; `x.clamp_()` reads what it changes, and goes on as `x`."""
    return binding is not None and binding.kind is not Binds.IN_PLACE


def only_places(engine: Engine, value: Expression) -> bool:
    """Say whether only where the elements stood is taken of what gives that too: `x.topk(k).indices`."""
    parent = parent_of(value.node)
    match parent.type:
        case "attribute" if text(parent.child_by_field_name("attribute")) == "indices":
            return _places_of(engine, value)
        case "subscript" if [text(each) for each in parent.children_by_field_name("subscript")] == ["1"]:
            return _places_of(engine, value)
        case "assignment" if _places_of(engine, value):
            targets = code_in(required(parent, "left"))
            return len(targets) == 2 and _uses_of(engine, value, targets[0], may_be_unused=True) == ()
        case _:
            return False


def _places_of(engine: Engine, value: Expression) -> bool:
    """Say whether an expression calls what gives values and where they stood: `x.sort()`, `torch.topk(x, k)`."""
    callee = value.node.child_by_field_name("function")
    if callee is None:
        return False
    operation = engine.operation_of(engine.value(engine.around(value.document, value.node), callee))
    if operation is None:
        return False
    return operation.name.rpartition(".")[2] in operation.framework.backward.places


def ways(engine: Engine, first: Expression, most: int) -> Iterator[Expression | None]:
    """Yield all that a value goes into, as far as it is recorded; None where nobody knows, or too many are."""
    waiting, seen = [(first, True)], set[tuple[str, int, int]]()
    while waiting:
        each, is_elsewhere = waiting.pop()
        key = (each.document.path, each.node.id, each.is_distribution)
        if key in seen:
            continue
        seen.add(key)
        if len(seen) > most:
            yield None
            return
        yield each
        is_left_out = is_elsewhere and is_unrecorded(engine, each.document, each.node)
        further = onward(engine, each) if not is_left_out else ()
        if further is None:
            yield None
            return
        # What an expression stands in, all that it is a part of stands in: no context begins between the two.
        waiting += ((other, not _is_part_of(each, other)) for other in further)


def _is_part_of(value: Expression, other: Expression) -> bool:
    inner, outer = value.node, other.node
    return (
        value.document is other.document and outer.start_byte <= inner.start_byte and inner.end_byte <= outer.end_byte
    )
