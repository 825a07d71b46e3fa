"""Calls: of the catalogue's operations, of the project's functions, classes and objects."""

from __future__ import annotations

from dataclasses import replace

from tree_sitter import Node

from nanproof.catalog.model import Operation
from nanproof.infer.attributes import attribute_of, member
from nanproof.infer.autocast import region_of_call
from nanproof.infer.call_arguments import call_arguments, given_through
from nanproof.infer.cast_objects import in_dtype
from nanproof.infer.constants import infinity, limits, spacing
from nanproof.infer.declared import of_function
from nanproof.infer.declared import result as declared_result
from nanproof.infer.dtypes_asked import dtype_asked
from nanproof.infer.evaluator import Evaluator, place
from nanproof.infer.functional import updated
from nanproof.infer.joining import gathered, of_each
from nanproof.infer.lineage import lineage
from nanproof.infer.lists import with_added
from nanproof.infer.models import APPLY, added_layers, listed_layers, of_model, receiver_of
from nanproof.infer.objects import CALLED
from nanproof.infer.operands import bound
from nanproof.infer.operations import applied, layered
from nanproof.infer.running import named_for
from nanproof.infer.value import (
    NONE,
    UNKNOWN,
    Arguments,
    Frame,
    Instance,
    Layer,
    Method,
    Number,
    OneOf,
    Partial,
    Reference,
    Sequence,
    Table,
    Text,
    UserClass,
    UserFunction,
    Value,
)
from nanproof.infer.whose_methods import assumed
from nanproof.names.scopes import scope_of
from nanproof.names.syntax import is_a, required, text
from nanproof.source.place import Place

_ASKED = "method"
_OWNED = "owned"
_OF_ITEMS = frozenset({"iterated", _OWNED})
_OF_FUNCTIONS = frozenset({"mapped", "folded", "running", "wrapper", "partial"})


def call(evaluator: Evaluator, frame: Frame, node: Node) -> Value:
    """Return the value of a call expression."""
    function = required(node, "function")
    context = (*frame.key, node.start_byte, *region_of_call(evaluator, frame, node))
    arguments = call_arguments(frame, node)
    held = receiver_of(evaluator, frame, function)
    if held is None:
        array = updated(evaluator, frame, function, arguments, place(frame, node), context)
        if array is not None:
            return array
        return called(evaluator, evaluator.value(frame, function), arguments, place(frame, node), context)
    name = text(function.child_by_field_name("attribute"))
    model = of_model(evaluator, held, name)
    if model is None:
        callee = attribute_of(evaluator, frame, function, held)
        return called(evaluator, callee, arguments, place(frame, node), context)
    if name == APPLY:
        model, arguments = _asked_for(evaluator, model, arguments), _without_first(arguments)
    elif name in evaluator.catalog.themselves:
        return model
    return called(evaluator, model, arguments, place(frame, node), context)


def _moved_layer(evaluator: Evaluator, layer: Layer, arguments: Arguments) -> Value:
    """Return the layer that `layer.half()` or `layer.to(device)` is: itself, perhaps of another dtype."""
    operation = evaluator.catalog.method(layer.method, layer.operation.framework.name)
    if operation is None:
        return UNKNOWN
    dtype = dtype_asked(evaluator, operation, arguments)
    return in_dtype(layer, dtype) if dtype is not None else replace(layer, method="")


def _asked_for(evaluator: Evaluator, model: Value, arguments: Arguments) -> Value:
    """Return the method of a module that is to be applied, itself where none is named."""
    named = dict(arguments.keyword).get(_ASKED)
    asked = evaluator.argument(named) if named is not None else NONE
    if asked == NONE:
        return model
    if not isinstance(model, Instance):
        return UNKNOWN
    match asked:
        case Text(name) if (method := member(evaluator, model, name, None)) is not None:
            return method
        case UserFunction() if is_a(scope_of(asked.node), "class_definition"):
            return replace(asked, receiver=model)
        case UserFunction():
            return Partial(asked, Arguments((model,), ()))
        case _:
            return UNKNOWN


def _without_first(arguments: Arguments) -> Arguments:
    return replace(arguments, positional=arguments.positional[1:])


def _constant(evaluator: Evaluator, callee: Reference, arguments: Arguments) -> Value | None:
    """Return what is written out as a call: the limits of a dtype, `float("inf")`, `np.spacing(1)`."""
    return (
        limits(evaluator, callee, arguments)
        or infinity(evaluator, callee, arguments)
        or spacing(evaluator, callee, arguments)
    )


def called(
    evaluator: Evaluator, callee: Value, arguments: Arguments, where: Place, context: tuple[object, ...]
) -> Value:
    """Return what calling a value gives back."""
    match callee:
        case Reference() if (told := _constant(evaluator, callee, arguments)) is not None:
            return told
        case Reference(is_certain=False):
            known = called(evaluator, Reference(callee.qualified), arguments, where, context)
            return gathered((known, UNKNOWN))
        case Reference() | Method():
            return _operation(evaluator, callee, arguments, where, context)
        case Layer() if callee.method:
            return _moved_layer(evaluator, callee, arguments)
        case Layer():
            return _layer(evaluator, callee, arguments, where, context)
        case UserFunction():
            return _returned(evaluator, callee, arguments, where, context)
        case Partial():
            return called(evaluator, callee.function, given_through(callee, arguments), where, context)
        case UserClass():
            return Instance(callee, arguments, context)
        case Instance():
            return _object(evaluator, callee, arguments, where, context)
        case OneOf():
            return of_each(
                evaluator,
                callee,
                ("called", where.document.path, where.span.start, context),
                lambda index, each: called(evaluator, each, arguments, where, (*context, index)),
            )
        case _:
            return UNKNOWN


def operation_of(evaluator: Evaluator, callee: Value) -> Operation | None:
    """Return the catalogue's operation that a callee is."""
    match callee:
        case Reference():
            return evaluator.catalog.operation(callee.qualified)
        case Method(Number() as receiver, name):
            if receiver.framework is not None:
                return evaluator.catalog.method(name, receiver.framework.name)
            return assumed(evaluator, callee) or evaluator.catalog.method(name, None)
        case Method():
            return assumed(evaluator, callee)
        case _:
            return None


def _operation(
    evaluator: Evaluator, callee: Reference | Method, arguments: Arguments, where: Place, context: tuple[object, ...]
) -> Value:
    operation = operation_of(evaluator, callee)
    if operation is None:
        if not isinstance(callee, Reference):
            return UNKNOWN
        found = callee if callee.qualified in evaluator.catalog.classes else UNKNOWN
        declared = evaluator.declarations.of(callee.qualified.split("."))
        return declared_result(evaluator, declared, found, arguments, where, context) if declared else found
    if operation.function.name in _OF_FUNCTIONS:
        return _of_function(evaluator, operation, arguments, where, context)
    if operation.function.name == "dictionary":
        return Table(tuple((name, evaluator.argument(each)) for name, each in arguments.keyword))
    if operation.function.name in _OF_ITEMS:
        return with_added(evaluator, where, _iterated(evaluator, operation, arguments))
    if operation.kind == "layer":
        return Layer(operation, arguments, where, _stages(evaluator, operation, arguments, where))
    receiver = callee.written if isinstance(callee, Method) else _object_of(operation)
    return applied(evaluator, operation, arguments, where, context, receiver)


def _iterated(evaluator: Evaluator, operation: Operation, arguments: Arguments) -> Value:
    """Return the list of what something holds, which takes the values that it takes."""
    given = bound(evaluator, operation.parameters, arguments).get("x")
    value = evaluator.argument(given) if given is not None else UNKNOWN
    if isinstance(value, Number):
        return replace(value, term=0)
    is_kept = isinstance(value, Sequence) or (isinstance(value, Table) and operation.function.name == _OWNED)
    return value if is_kept else UNKNOWN


def _object_of(operation: Operation) -> Value | None:
    """Return the object that a method of a framework's class is called on: `tape.gradient(y, x)`."""
    is_method = operation.kind == "function" and [each.name for each in operation.parameters[:1]] == ["self"]
    return UNKNOWN if is_method else None


def _of_function(
    evaluator: Evaluator, operation: Operation, arguments: Arguments, where: Place, context: tuple[object, ...]
) -> Value:
    """Return what a function of functions gives: `jit(f)` is f, `map(f, xs)` is f of any element of xs."""
    roles = bound(evaluator, operation.parameters, arguments)
    given = roles.get("function")
    function = evaluator.argument(given) if given is not None else UNKNOWN
    if operation.function.name == "wrapper":
        return function
    if operation.function.name == "partial":
        return Partial(function, _without_first(arguments))
    if operation.function.name == "running":
        return UNKNOWN
    operands = arguments.positional[1:]
    if operation.function.name == "mapped":
        return called(
            evaluator, function, Arguments(operands, named_for(operation, arguments)), where, (*context, "mapped")
        )
    folding = operation_of(evaluator, function)
    if folding is None or folding.function.name != "add":
        return UNKNOWN
    return called(evaluator, Reference("builtins.sum"), Arguments(operands[:1]), where, context)


def _stages(evaluator: Evaluator, operation: Operation, arguments: Arguments, where: Place) -> tuple[Value, ...]:
    """Return the layers of `Sequential(a, b)` or `Sequential([a, b])`, in order; the outputs of a model of such."""
    if operation.function.name == "graph":
        outputs = bound(evaluator, operation.parameters, arguments).get("outputs")
        return (evaluator.argument(outputs),) if outputs is not None else ()
    if operation.function.name != "sequential":
        return ()
    if (listed := listed_layers(evaluator, where)) is not None:
        return listed
    given = [*arguments.positional, *(value for name, value in arguments.keyword if name == "layers")]
    if not given:
        return added_layers(evaluator, where)
    match [evaluator.argument(each) for each in given]:
        case [Sequence(items)]:
            return items
        case values:
            return tuple(values)


def _layer(
    evaluator: Evaluator, layer: Layer, arguments: Arguments, where: Place, context: tuple[object, ...]
) -> Value:
    if not layer.stages:
        return layered(evaluator, layer, arguments, where, context)
    if layer.operation.function.name == "graph":
        return _told(layer.stages[0], where)
    value: Value = UNKNOWN
    for index, stage in enumerate(layer.stages):
        made_at = stage.place if isinstance(stage, Layer) else where
        value = called(evaluator, stage, arguments, made_at, (*context, index))
        arguments = Arguments((value,))
    return _told(value, where)


def _object(
    evaluator: Evaluator, instance: Instance, arguments: Arguments, where: Place, context: tuple[object, ...]
) -> Value:
    """Return what calling an object gives: its `forward`, `call` or `__call__`."""
    for name in CALLED:
        for each in lineage(evaluator, instance.type):
            if evaluator.modules.bindings(each.document).of(name, each.node):
                function = member(evaluator, Instance(each, instance.arguments, instance.context), name, None)
                if isinstance(function, UserFunction):
                    bound = UserFunction(function.document, function.node, function.frame, instance)
                    return _returned(evaluator, bound, arguments, where, context)
    return UNKNOWN


def _returned(
    evaluator: Evaluator, function: UserFunction, arguments: Arguments, where: Place, context: tuple[object, ...]
) -> Value:
    """Return what a call of a function of the project gives, by its body and by what is declared of it."""
    found = _told(evaluator.returned(function, arguments, context), where)
    declared = of_function(evaluator, function.document, function.node)
    return declared_result(evaluator, declared, found, arguments, where, context) if declared else found


def _told(value: Value, where: Place) -> Value:
    if isinstance(value, Number) and value.made:
        return value.stepped("returned by this call", where)
    return value
