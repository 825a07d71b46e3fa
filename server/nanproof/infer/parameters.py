"""Parameters: their value in one call, or in any call that the file shows."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import replace

from tree_sitter import Node

from nanproof.catalog.model import Framework
from nanproof.infer.callsites import calling_frame, is_test
from nanproof.infer.compiled import outputs_given
from nanproof.infer.constructed import CONSTRUCTOR
from nanproof.infer.declared import masked, of_function
from nanproof.infer.evaluator import Evaluator, place, term_of
from nanproof.infer.guards import where_around
from nanproof.infer.joining import Choice, join, opened
from nanproof.infer.mixed import cast_input
from nanproof.infer.narrowing import chosen
from nanproof.infer.objects import CALLED
from nanproof.infer.running import passed_by
from nanproof.infer.stages import inputs_of_stages
from nanproof.infer.taken_by import is_moved, moved
from nanproof.infer.value import (
    UNKNOWN,
    Arguments,
    Deferred,
    Frame,
    Holder,
    Instance,
    Layer,
    Number,
    Other,
    Reference,
    Table,
    Text,
    Unknown,
    UserClass,
    UserFunction,
    Value,
)
from nanproof.names.binding import Binding
from nanproof.names.functions import decorators, is_method
from nanproof.names.scopes import scope_of
from nanproof.names.syntax import first_child, is_a, required, text
from nanproof.source.document import Document
from nanproof.source.quoting import code
from nanproof.values.dtype import DType
from nanproof.values.interval import EVERYTHING, Interval
from nanproof.values.ranges import UNKNOWN_RANGE, Range

_NO_CLASSES = frozenset({"str", "bool", "list", "dict", "tuple", "set", "Any", "Tensor", "Callable", "object"})
# What is annotated so is a size, a switch or a name: whatever callers pass, nothing is reported of it.
_SETTINGS = frozenset(
    form
    for kind in ("int", "bool", "str")
    for form in (kind, f"Optional[{kind}]", f"{kind}|None", f"List[{kind}]", f"list[{kind}]")
)


def parameter_value(evaluator: Evaluator, frame: Frame, binding: Binding) -> Value:
    """Return the value of a parameter in a frame."""
    function = frame.scope
    names = evaluator.parameters(frame.document, function)
    if binding.name not in names:
        return UNKNOWN
    index = names.index(binding.name)
    is_bound = evaluator.modules.bindings(frame.document).once(is_method, function)
    if index == 0 and is_bound:
        return frame.receiver or _own_instance(frame, function)
    value = _unmasked(evaluator, frame, binding, index)
    if not evaluator.declarations or index != is_bound:
        return value
    declared = of_function(evaluator, frame.document, function)
    if declared is None:
        return value
    return masked(evaluator, declared[1], value, place(frame, binding.statement), frame.key)


def _unmasked(evaluator: Evaluator, frame: Frame, binding: Binding, index: int) -> Value:
    function = frame.scope
    if frame.arguments is not None:
        given = _given_by(evaluator, frame.arguments, binding.name, index - is_method(function))
        if given is not None:
            return _passed(evaluator.argument(given), binding, given)
        return _left_out(evaluator, frame, binding, frame.arguments)
    value = evaluator.of_callers(
        lambda: _from_call_sites(evaluator, frame, function, binding, index),
        makes_objects=_is_constructor(function),
    )
    return (cast_input(evaluator, frame, function, index) or value) if isinstance(value, Unknown) else value


def _given(arguments: Arguments, name: str, index: int) -> Deferred | Value | None:
    for keyword, value in arguments.keyword:
        if keyword == name:
            return value
    return arguments.positional[index] if 0 <= index < len(arguments.positional) else None


def _given_by(evaluator: Evaluator, arguments: Arguments, name: str, index: int) -> Deferred | Value | None:
    """Return what a call gives for a parameter, also as an item of a dictionary: `loss(**outputs)`."""
    given = _given(arguments, name, index)
    for each in arguments.tables if given is None else ():
        match evaluator.argument(each):
            case Table(items) if name in dict(items):
                return dict(items)[name]
    return given


def _passed(value: Value, binding: Binding, given: Deferred | Value) -> Value:
    if isinstance(value, Number) and value.range.points and value.made and isinstance(given, Deferred):
        return value.stepped(f"passed as {code(binding.name)} here", place(given.frame, given.node))
    return value


def _is_constructor(function: Node) -> bool:
    return text(function.child_by_field_name("name")) == CONSTRUCTOR


def _own_instance(frame: Frame, function: Node) -> Value:
    if "classmethod" in decorators(function):
        return UserClass(frame.document, scope_of(function))
    return Instance(UserClass(frame.document, scope_of(function)))


def _default(evaluator: Evaluator, frame: Frame, binding: Binding) -> Value:
    parameter = binding.statement
    value = parameter.child_by_field_name("value")
    if value is None:
        return UNKNOWN
    outside = frame.outer or evaluator.around(frame.document, value)
    return evaluator.value(outside, value)


def _left_out(evaluator: Evaluator, frame: Frame, binding: Binding, arguments: Arguments) -> Value:
    """Return what a parameter is that a call does not name: its default, beside others where `**settings` may."""
    if arguments.is_complete:
        return _default(evaluator, frame, binding)
    return _usual(evaluator, frame, binding) or UNKNOWN


def _is_named_by_none(evaluator: Evaluator, calls: list[Arguments], name: str, index: int) -> bool:
    """Say whether no call names a parameter, though one may pass it all the same: `schedule(steps, **settings)`."""
    is_hidden = any(not each.is_complete for each in calls)
    return is_hidden and all(_given_by(evaluator, each, name, index) is None for each in calls)


def _from_call_sites(evaluator: Evaluator, frame: Frame, function: Node, binding: Binding, index: int) -> Value:
    """Return what the calls in this file pass; a function that nobody calls here may be given anything."""
    if text(binding.statement.child_by_field_name("type")).replace(" ", "") in _SETTINGS:
        return _usual(evaluator, frame, binding) or _annotated(evaluator, frame, binding)
    values: list[Value] = []
    at = index - is_method(function)
    shown = list(calls_shown(evaluator, frame.document, function))
    outputs = [
        *outputs_given(evaluator, frame.document, function, at),
        *inputs_of_stages(evaluator, frame.document, function, at),
    ]
    passed = [arguments for *_, arguments in shown]
    if not outputs and _is_named_by_none(evaluator, passed, binding.name, at):
        return _usual(evaluator, frame, binding) or UNKNOWN
    for caller, call, arguments in shown:
        given = _given_by(evaluator, arguments, binding.name, at)
        if given is not None:
            value = _chosen(evaluator, given)
            if isinstance(evaluator.value(caller, required(call, "function")), Layer):
                values.append(UNKNOWN)  # a derivative is asked at a start, which training leaves
            values.append(UNKNOWN if _is_example(value, call, function) else _passed(value, binding, given))
        else:
            values.append(_left_out(evaluator, frame, binding, arguments))
    values += outputs
    if not values:
        value = _usual(evaluator, frame, binding) or _annotated(evaluator, frame, binding)
        return moved(evaluator, frame.document, function, at, value)
    if _is_constructor(function):
        values = [_as_setting(each, _term(evaluator, frame, binding)) for each in values]
    chosen_by = by_call(evaluator, frame)
    joined = opened(join(evaluator, values, Choice(chosen_by, binding.name)), values)
    value = next((each for each in values if is_moved(evaluator, term_of(evaluator, each))), joined)
    return moved(evaluator, frame.document, function, at, _on_all(value, chosen_by, len(values)))


def calls_shown(evaluator: Evaluator, document: Document, function: Node) -> Iterator[tuple[Frame, Node, Arguments]]:
    """Yield the calls of a function that the project shows, with the frame they stand in and what they pass."""
    for caller, call in evaluator.call_sites(document, function):
        if is_test(evaluator, caller) and not is_test(evaluator, document):
            continue  # what a test passes are examples, and not what training passes
        frame = calling_frame(evaluator, caller, call, document, function)
        yield frame, call, passed_by(evaluator, frame, call)


def by_call(evaluator: Evaluator, frame: Frame) -> Hashable:
    """Return what stands for the choice among the callers of a function that is looked at for itself."""
    return evaluator.interned(("called", frame.key))


def _on_all(value: Value, call: Hashable, calls: int) -> Value:
    """Return what all calls pass alike, which is not chosen among several, as what is passed by them."""
    if not isinstance(value, Number) or any(call in dict(each.way) for each in value.range.points):
        return value
    return replace(value, range=value.range.on(((call, (1 << calls) - 1),)))


def passed_to(evaluator: Evaluator, called: Frame, name: str) -> Deferred | Value | None:
    """Return what a call passes as a parameter of a function, None where it leaves it at its default."""
    names = evaluator.parameters(called.document, called.scope)
    if called.arguments is None or name not in names:
        return None
    return given_for(called.arguments, called.scope, names, name)


def given_for(arguments: Arguments, function: Node, names: Sequence[str], name: str) -> Deferred | Value | None:
    """Return what a call passes for a parameter of a function, all of which are `names`; None for the default."""
    return _given(arguments, name, names.index(name) - is_method(function))


def _as_setting(value: Value, term: int) -> Value:
    """Return what a constructor is given, of which a switch, a name or a number is a setting as any other may be."""
    if isinstance(value, Number) and value.holder is Holder.PYTHON:
        return _beside_others(value, term)
    return UNKNOWN if isinstance(value, Text | Other) else value


def _is_example(value: Value, call: Node, function: Node) -> bool:
    """Say whether a model is given something made up where a module runs: `net(torch.zeros(1, 3, 8, 8))`."""
    if scope_of(call).parent is not None or text(function.child_by_field_name("name")) not in CALLED:
        return False
    if not isinstance(value, Number):
        return False
    made = value.computation
    return made is None or not any(each.holder in (Holder.TENSOR, Holder.ARRAY) for each in made.roles.values())


def _chosen(evaluator: Evaluator, given: Deferred | Value) -> Value:
    """Return an argument's value; of `where(x > 0, f(x), 0)` f is given what the condition says."""
    if not isinstance(given, Deferred):
        return given
    guard = where_around(given.node)
    if guard is None:
        return evaluator.argument(given)
    return chosen(evaluator, given, guard.condition, holds=guard.holds)


def _usual(evaluator: Evaluator, frame: Frame, binding: Binding) -> Value | None:
    """Return what a default tells of a parameter that anybody may pass: the value is taken, others are not excluded.

    A function counts as the one that is called: who passes another knows what it is for.
    """
    default = _default(evaluator, frame, binding)
    if isinstance(default, UserFunction | Layer) or _is_an_operation(evaluator, default):
        return default
    if not isinstance(default, Number):
        return None
    return _beside_others(default, _term(evaluator, frame, binding))


def _is_an_operation(evaluator: Evaluator, value: Value) -> bool:
    return isinstance(value, Reference) and evaluator.operation_of(value) is not None


def _term(evaluator: Evaluator, frame: Frame, binding: Binding) -> int:
    """Return what stands for a parameter in formulas."""
    return evaluator.interned(("parameter", frame.key, binding.name))


def _beside_others(number: Number, term: int) -> Number:
    """Return a number as one that is taken, beside which others may be."""
    return replace(number, range=replace(number.range, interval=EVERYTHING), term=term)


def _annotated(evaluator: Evaluator, frame: Frame, binding: Binding) -> Value:
    """Return what an annotation tells: an int is a count, a float a number, a tensor a tensor."""
    annotation = binding.statement.child_by_field_name("type")
    written = text(annotation)
    tensor = _tensor_named(evaluator, frame, annotation)
    if tensor is not None:
        unknown = _unknown_tensor(tensor, evaluator.precision(frame.document).default(tensor))
        return replace(unknown, term=_term(evaluator, frame, binding))
    if written == "int":
        return Number(Range(Interval(0.0, float("inf"))), DType.INTEGER, Holder.PYTHON)
    if written == "float":
        return Number(Range(), DType.FLOAT64, Holder.PYTHON)
    return _instance_named(evaluator, frame, annotation)


def _instance_named(evaluator: Evaluator, frame: Frame, annotation: Node | None) -> Value:
    """Return an object of the project's class that an annotation names: `config: Config`."""
    name = first_child(annotation)
    if not is_a(name, "identifier", "attribute") or text(name) in _NO_CLASSES:
        return UNKNOWN
    kind = evaluator.value(evaluator.general(frame.document, frame.document.tree.root_node), name)
    return Instance(kind) if isinstance(kind, UserClass) else UNKNOWN


def _tensor_named(evaluator: Evaluator, frame: Frame, annotation: Node | None) -> Framework | None:
    """Return the framework whose tensor an annotation names: `torch.Tensor`, `Optional[Tensor]`, `Tensor | None`."""
    waiting = [annotation] if annotation is not None else []
    while waiting:
        node = waiting.pop()
        if node.type in ("identifier", "attribute"):
            qualified = evaluator.names.qualified(frame.document, node)
            for framework in evaluator.catalog.frameworks.values():
                if qualified is not None and framework.tensor == qualified:
                    return framework
        if node.type in ("type", "generic_type", "type_parameter", "subscript", "binary_operator", "union_type"):
            waiting.extend(node.named_children)
    return None


def _unknown_tensor(framework: Framework, dtype: DType) -> Number:
    """Return a tensor, or an array of NumPy, of which nothing is known."""
    holder = Holder.ARRAY if framework.name == "numpy" else Holder.TENSOR
    return Number(UNKNOWN_RANGE, dtype, holder, framework)
