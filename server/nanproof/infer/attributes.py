"""Attributes: of objects of the project's classes, of modules, of tensors."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from tree_sitter import Node

from nanproof.infer.buffers import filled_later
from nanproof.infer.cast_objects import cast_layer
from nanproof.infer.constants import limit, named
from nanproof.infer.definitions import defined, left_alone
from nanproof.infer.dtype_limits import Limits
from nanproof.infer.evaluator import Evaluator, term_of
from nanproof.infer.fields import passed_to_field
from nanproof.infer.joining import Choice, join, of_each
from nanproof.infer.kept_counts import kept_count
from nanproof.infer.let_past import branches_of, let_past
from nanproof.infer.lineage import inherited_method, lineage
from nanproof.infer.models import APPLY, of_model
from nanproof.infer.named_conditions import replacements
from nanproof.infer.of_distributions import of_distribution
from nanproof.infer.registered import registered, registering, what_is_registered
from nanproof.infer.saved_tensors import saved_tensors
from nanproof.infer.states import before_first_written
from nanproof.infer.value import (
    OTHER,
    UNKNOWN,
    Arguments,
    Deferred,
    Frame,
    Holder,
    Instance,
    Layer,
    Method,
    Number,
    OneOf,
    Partial,
    Reference,
    Table,
    Unknown,
    UserClass,
    UserFunction,
    UserModule,
    Value,
)
from nanproof.names.binding import Binding, Binds
from nanproof.names.bindings import Bindings
from nanproof.names.functions import is_property
from nanproof.names.leaving import leaves
from nanproof.names.scopes import class_around
from nanproof.names.syntax import is_a, parent_of, required, text
from nanproof.values.dtype import DType
from nanproof.values.interval import Interval
from nanproof.values.ranges import UNKNOWN_RANGE, Range

_SAME_VALUES = frozenset({"T", "mT", "H", "data", "real", "value", "values"})
_DETACHED = frozenset({"detached"})
_COUNTS = frozenset({"ndim", "shape", "size", "nbytes", "itemsize"})
# What only arrays and tensors have: a count, whatever else the object is.
_SHAPES = frozenset({"ndim", "shape"})
_NO_NUMBERS = frozenset({"dtype", "device", "name"})

_COUNT = Number(Range(Interval(0.0, float("inf"))), DType.INTEGER, Holder.PYTHON)


def attribute(evaluator: Evaluator, frame: Frame, node: Node) -> Value:
    """Return the value of `object.name`."""
    qualified = evaluator.names.qualified(frame.document, node)
    if qualified is not None and evaluator.names.is_ours(qualified):
        return named(evaluator, qualified)
    if (saved := saved_tensors(evaluator, frame, node)) is not None:
        return saved
    return attribute_of(evaluator, frame, node, evaluator.value(frame, required(node, "object")))


def attribute_of(evaluator: Evaluator, frame: Frame, node: Node, held: Value) -> Value:
    """Return the value of `object.name` where that of the object is known."""
    name, written = text(required(node, "attribute")), Deferred(frame, required(node, "object"))
    if (kept := _kept(evaluator, held, name)) is not None:
        return kept
    match held:
        case Number():
            return _of_number(evaluator, held, name, written)
        case Method() if held.name in evaluator.catalog.trained and name in _SAME_VALUES:
            return replace(held, written=written)
        case Method():
            return Method(Unknown(evaluator.interned(("attribute", term_of(evaluator, held)))), name, written)
        case Layer():
            return _of_layer(evaluator, held, name, written)
        case Unknown():
            return _COUNT if name in _SHAPES else Method(held, name, written)
        case Instance():
            found = member(evaluator, held, name, node) or inherited_method(evaluator, held.type, name)
            path, of = held.type.document.path, held.type.node.id
            found = cast_layer(evaluator, found, held.type) if found is not None else None
            return Method(Unknown(evaluator.interned(("object", path, of))), name, written) if found is None else found
        case OneOf():
            return of_each(
                evaluator, held, ("attribute", name), lambda _, each: attribute_of(evaluator, frame, node, each)
            )
        case UserModule():
            return evaluator.exported(held.document, name)
        case UserClass():
            inherited = (_class_member(evaluator, each, name) for each in lineage(evaluator, held))
            found = next((each for each in inherited if each is not None), None)
            return found if found is not None else _of_class(evaluator, held, name)
        case Reference():
            return replace(held, qualified=f"{held.qualified}.{name}")
        case _:
            return UNKNOWN


def _kept(evaluator: Evaluator, held: Value, name: str) -> Value | None:
    """Return the `model.apply` that somebody keeps, and what was kept under a name: `state.apply_fn`, `info.eps`."""
    match held:
        case Instance() | Layer() if name == APPLY and of_model(evaluator, held, name) is not None:
            return Partial(held, Arguments(), dropped=1)
        case Table(items) if name in dict(items):
            return dict(items)[name]
        case Limits():
            return limit(held, name)
        case _:
            return None


def _of_class(evaluator: Evaluator, owner: UserClass, name: str) -> Value:
    """Return what a class has of a framework's: of one with a derivative of its own `apply` is its `forward`."""
    inherited = inherited_method(evaluator, owner, name)
    operation = evaluator.operation_of(inherited) if inherited is not None else None
    if operation is None or inherited is None:
        return UNKNOWN
    if operation.function.name != "forward_pass":
        return inherited
    forward = _class_member(evaluator, owner, "forward")
    return Partial(forward, Arguments((UNKNOWN,), ())) if isinstance(forward, UserFunction) else UNKNOWN


def _of_layer(evaluator: Evaluator, layer: Layer, name: str, written: Deferred) -> Value:
    if name in evaluator.catalog.trained:
        return Method(Unknown(evaluator.interned(("layer", layer.place))), name, written)
    if layer.operation.function.name == "distribution":
        if (made := of_distribution(evaluator, layer, name)) is not None:
            return made
        # Each has the methods of the base class, which stands beside it.
        return Reference(f"{layer.operation.name.rpartition('.')[0]}.Distribution.{name}")
    return replace(layer, method=name)


def _of_number(evaluator: Evaluator, number: Number, name: str, written: Deferred) -> Value:
    if number.holder in (Holder.TENSOR, Holder.ARRAY, Holder.ANY):
        if name in _SAME_VALUES:
            is_detached = number.framework is not None and name in number.framework.backward.attributes
            traits = number.traits | (_DETACHED if is_detached else frozenset())
            term = evaluator.interned(("same", (("x", number.term),))) if number.term else 0
            return replace(number, traits=traits, term=term)
        if name == "imag":  # of a tensor that is real it is 0
            term = evaluator.interned(("imaginary_part", (("x", number.term),))) if number.term else 0
            return Number(UNKNOWN_RANGE, number.dtype, number.holder, number.framework, term=term)
        if name in _COUNTS:
            return _COUNT
        if name in _NO_NUMBERS:
            return OTHER
    return Method(number, name, written)


def member(evaluator: Evaluator, instance: Instance, name: str, node: Node | None) -> Value | None:
    """Return `self.name`: what the class's methods assign to it, or a method; None where the class says nothing."""
    given = passed_to_field(evaluator, instance, name)
    if given is not None:
        return given
    for each in lineage(evaluator, instance.type):
        values = list(_assigned(evaluator, instance, each, name, node))
        if (state := _state(evaluator, instance, each, name, node)) is not None:
            return state
        call = registering(evaluator, each, name)
        if values and call is not None:
            begins = partial(evaluator.value, _method_frame(evaluator, instance, each, call), what_is_registered(call))
            if (count := kept_count(evaluator, each, name, call, begins)) is not None:
                return count
        if values:
            owner = (each.document.path, each.node.start_byte, *instance.context)
            return join(evaluator, values, Choice(evaluator.interned(("attribute", owner, name))))
        if call is not None:
            return registered(evaluator, _method_frame(evaluator, instance, each, call), each, name, call, node)
        found = _class_member(evaluator, each, name)
        if isinstance(found, UserFunction):
            bound = UserFunction(found.document, found.node, found.frame, instance)
            return evaluator.returned(bound, None, instance.context) if is_property(found.node) else bound
        if found is not None:
            return found
    return None


def _assigned(
    evaluator: Evaluator, instance: Instance, owner: UserClass, name: str, node: Node | None
) -> Iterator[Value]:
    """Yield the values that the methods of a class give to an attribute."""
    text_of = evaluator.modules.bindings(owner.document)
    bindings = _set_in(text_of, owner, name)
    written = [binding for binding in bindings if binding.kind is Binds.ITEM]
    here = _nearest_before(text_of, [each for each in bindings if each.kind is not Binds.ITEM], node)
    replaced = [each for binding in written for each in replacements(text_of, binding)]
    branches = branches_of(evaluator, owner.document, bindings)
    for binding in here or _left_standing(text_of, bindings):
        method = _method_frame(evaluator, instance, owner, binding.name_node)
        value = let_past(evaluator, method, None, binding, branches, defined(evaluator, method, binding))
        value = left_alone(evaluator, method, value, replaced)
        yield filled_later(evaluator, owner.document, value, binding, written)


def _state(evaluator: Evaluator, instance: Instance, owner: UserClass, name: str, node: Node | None) -> Value | None:
    """Return the zeros that an attribute is made as, where nothing can have been written there before a use."""
    match _set_in(evaluator.modules.bindings(owner.document), owner, name):
        case [Binding(Binds.ASSIGNMENT, value=Node() as written, path=()) as first, *_]:
            frame = _method_frame(evaluator, instance, owner, first.name_node)
            made = partial(evaluator.value, frame, written)
            early = before_first_written(evaluator, owner, name, first.statement, node, made)
            return early if early is not None else kept_count(evaluator, owner, name, first.statement, made)
        case _:
            return None


def _set_in(text_of: Bindings, owner: UserClass, name: str) -> list[Binding]:
    """Return where the methods of a class set an attribute."""
    return [each for each in text_of.of_attribute(name) if text_of.once(class_around, each.name_node) == owner.node]


def _left_standing(text_of: Bindings, bindings: list[Binding]) -> list[Binding]:
    """Return the bindings that the next statement does not assign again: `self.var = maximum(0, self.var)`."""
    again = {each.statement.parent for each in bindings if each.kind is Binds.ASSIGNMENT}
    return [each for each in bindings if text_of.once(_following, each.statement) not in again]


def _following(statement: Node) -> Node | None:
    """Return the statement that comes next in the block."""
    following = parent_of(statement).next_named_sibling
    while is_a(following, "comment"):
        following = following.next_named_sibling
    return following


def _nearest_before(text_of: Bindings, bindings: list[Binding], node: Node | None) -> list[Binding]:
    """Return the assignments that a use sees: the last that certainly ran, after those in branches between.

    None where the use does not follow such an assignment in the same run of statements.
    """
    if node is None:
        return []
    between: list[Binding] = []
    for binding in reversed(bindings):
        statement = parent_of(binding.statement)
        block = parent_of(statement)
        if binding.name_node.start_byte >= node.start_byte:
            continue
        if block.start_byte <= node.start_byte < block.end_byte and statement.end_byte <= node.start_byte:
            return [*between, binding] if text_of.scope_of(binding.name_node) == text_of.scope_of(node) else []
        if text_of.scope_of(binding.name_node) == text_of.scope_of(node) and not leaves(block):
            between.append(binding)
    return []


def _method_frame(evaluator: Evaluator, instance: Instance, owner: UserClass, node: Node) -> Frame:
    general = evaluator.around(owner.document, node)
    if not instance.context:
        return general
    is_constructor = text(general.scope.child_by_field_name("name")) == "__init__"
    arguments = instance.arguments if is_constructor else None
    key = (owner.document.path, general.scope.id, *instance.context)
    return Frame(owner.document, general.scope, key, arguments, instance)


def _class_member(evaluator: Evaluator, owner: UserClass, name: str) -> Value | None:
    """Return what the body of a class binds to a name."""
    bindings = evaluator.modules.bindings(owner.document).of(name, owner.node)
    if not bindings:
        return None
    root = evaluator.general(owner.document, owner.document.tree.root_node)
    return defined(evaluator, root, bindings[-1])
