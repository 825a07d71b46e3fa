"""The value that a binding gives to its name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from tree_sitter import Node

from nanproof.infer.branches import apart
from nanproof.infer.columns import put
from nanproof.infer.coming import of_those_that_come
from nanproof.infer.comparisons import Comparison
from nanproof.infer.conditions import runs
from nanproof.infer.constants import named
from nanproof.infer.entered import without_bypassed
from nanproof.infer.evaluator import Evaluator, place
from nanproof.infer.iterables import item as item_of
from nanproof.infer.iterables import unpacked, values_beside_places
from nanproof.infer.joining import Choice, join
from nanproof.infer.let_past import branches_of, let_past
from nanproof.infer.meeting import met, said_of_assigned
from nanproof.infer.named_conditions import replacements
from nanproof.infer.narrowing import narrowed
from nanproof.infer.operators import as_number, augmented
from nanproof.infer.other_columns import touching
from nanproof.infer.own_elements import is_put_elsewhere, written_over
from nanproof.infer.parameters import parameter_value
from nanproof.infer.tables import as_entries, is_settled, item_key, with_item, without
from nanproof.infer.value import (
    UNKNOWN,
    Frame,
    Number,
    Reference,
    Sequence,
    Unknown,
    UserClass,
    UserFunction,
    UserModule,
    Value,
)
from nanproof.names.binding import Binding, Binds
from nanproof.names.bindings import Bindings
from nanproof.names.imports import Imported, imported
from nanproof.names.reaching import reaching
from nanproof.names.scopes import COMPREHENSIONS, scope_of
from nanproof.names.syntax import code_in, is_a, text
from nanproof.source.document import Document
from nanproof.source.quoting import code
from nanproof.values.ranges import Way

MOST_REPLACEMENTS = 8  # of the elements of one name: so many say what is left of it


def identifier(evaluator: Evaluator, frame: Frame, node: Node) -> Value:
    """Return the value of a name where it is used."""
    qualified = evaluator.names.qualified(frame.document, node)
    if qualified is not None and evaluator.names.is_ours(qualified):
        return named(evaluator, qualified)
    found = reaching(node, evaluator.modules.bindings(frame.document))
    if not found.bindings:
        return _starred(evaluator, frame.document, text(node))
    running = [binding for binding in found.bindings if runs(evaluator, frame, binding.statement)]
    starts = tuple(binding.name_node.start_byte for binding in found.bindings)
    # A name is the same in the function that binds it and in those inside: `lambda: x - largest`.
    owner = _home(evaluator, frame, found.bindings[0])
    named_here = evaluator.interned(("name", owner.key, text(node), starts))
    not_bypassed = without_bypassed(evaluator, frame, node, running or found.bindings)
    left = _nearest(evaluator.modules.bindings(frame.document), touching(node, not_bypassed))
    value = of_those_that_come(evaluator, owner, node, _joined(evaluator, frame, node, left, Choice(named_here)))
    return Unknown(named_here) if isinstance(value, Unknown) and not value.term else value


def _nearest(document: Bindings, bindings: list[Binding]) -> list[Binding]:
    """Return the bindings without the replacements of elements, `x[x == 0] = eps`, that stand before many others."""
    replacing = [each for each in bindings if any(replacements(document, each))]
    forgotten = {each.name_node.start_byte for each in replacing[MOST_REPLACEMENTS:]}
    return [each for each in bindings if each.name_node.start_byte not in forgotten]


def _joined(evaluator: Evaluator, frame: Frame, use: Node, bindings: list[Binding], choice: Choice) -> Value:
    """Return what a name holds at a use that several bindings reach: none of a branch that the use cannot come from."""
    left = as_entries(list(_left(evaluator, frame, use, bindings)), bindings)
    if len(left) == 1:
        return left[0]
    owner = _home(evaluator, frame, bindings[0])
    reaching_here = apart(evaluator, owner, use, bindings)
    values = [_on_way(value, way) for value, way in zip(left, reaching_here, strict=True) if way is not None]
    return join(evaluator, values, choice)


def _on_way(value: Value, way: Way) -> Value:
    if not way:
        return value
    if isinstance(value, Sequence):
        return Sequence(tuple(_on_way(item, way) for item in value.items))
    if not isinstance(value, Number):
        return value
    return replace(value, range=value.range.on(way))


def _left(evaluator: Evaluator, frame: Frame, use: Node, bindings: list[Binding]) -> Iterator[Value]:
    """Yield what the bindings that reach a use leave there; `x[x == 0] = eps` leaves of an earlier x what is not 0."""
    replaced: list[Comparison] = []
    settled: set[str] = set()
    is_written = False
    branches = branches_of(evaluator, frame.document, bindings)
    for binding in bindings:
        value = let_past(evaluator, frame, use, binding, branches, _met(evaluator, frame, use, binding))
        value = left_alone(evaluator, frame, value, replaced)
        value = without(written_over(value) if is_written else value, settled)
        is_written = is_written or is_put_elsewhere(binding)
        if (key := item_key(binding)) is not None and is_settled(binding, use):
            settled.add(key)
        found = list(replacements(evaluator.modules.bindings(frame.document), binding))
        replaced += found
        yield _chosen(evaluator, value) if found else value


def left_alone(evaluator: Evaluator, frame: Frame, value: Value, replaced: Iterable[Comparison]) -> Value:
    """Return what is left of a value where its elements are replaced: `self.std[self.std == 0] = 1`."""
    for comparison in replaced:
        value = _chosen(evaluator, narrowed(evaluator, frame, value, comparison))
    return value


def _met(evaluator: Evaluator, frame: Frame, use: Node, binding: Binding) -> Value:
    """Return the value of a binding as far as a use can meet it: `b` of `a if c else b` where `c` does not hold."""
    match binding:
        case Binding(kind=Binds.ASSIGNMENT, value=Node() as written, path=()):
            branch = met(evaluator, frame, use, written)
            if branch != written:
                return evaluator.value(_home(evaluator, frame, binding), branch)
            value = defined(evaluator, frame, binding)
            for comparison in said_of_assigned(evaluator, frame, use, written):
                value = narrowed(evaluator, frame, value, comparison)
            return value
        case _:
            return defined(evaluator, frame, binding)


def _chosen(evaluator: Evaluator, value: Value) -> Value:
    """Return a value of which nothing is known but that somebody replaced what is invalid in it."""
    number = as_number(evaluator, value)
    if number is None or not number.range.is_unknown:
        return value
    return replace(number, traits=number.traits | {"chosen"})


def defined(evaluator: Evaluator, frame: Frame, binding: Binding) -> Value:
    """Return the value of a binding, evaluated in the frame that owns its scope."""
    owner = _home(evaluator, frame, binding)
    value = _bound(evaluator, owner, binding)
    if isinstance(value, Number) and binding.kind in (Binds.ASSIGNMENT, Binds.AUGMENTED) and value.range.points:
        made_here = value.trace is not None and value.trace.place.span.start >= binding.statement.start_byte
        if value.made and not made_here:
            return value.stepped(f"goes into {code(text(binding.name_node))} here", place(owner, binding.statement))
    return value


def owning_frame(evaluator: Evaluator, frame: Frame, scope: Node) -> Frame:
    """Return the frame that runs a scope: this one, one it was defined in, or the general one."""
    each: Frame | None = frame
    while each is not None:
        if each.scope == scope:
            return each
        each = each.outer
    return evaluator.general(frame.document, scope)


def _home(evaluator: Evaluator, frame: Frame, binding: Binding) -> Frame:
    """Return the frame that runs the scope in which a name is bound."""
    scope = evaluator.modules.bindings(frame.document).once(_activation, binding.name_node)
    return owning_frame(evaluator, frame, scope)


def _activation(node: Node) -> Node:
    """Return the scope with a frame of its own that a name is bound in; comprehensions run in their function's."""
    scope = scope_of(node)
    while scope.type in COMPREHENSIONS or scope.type == "class_definition":
        scope = scope_of(scope)
    return scope


def _bound(evaluator: Evaluator, frame: Frame, binding: Binding) -> Value:
    match binding.kind:
        case Binds.FUNCTION:
            return UserFunction(frame.document, binding.statement, frame)
        case Binds.CLASS:
            return UserClass(frame.document, binding.statement)
        case Binds.PARAMETER:
            return parameter_value(evaluator, frame, binding)
        case Binds.IMPORT:
            return _imported(evaluator, frame.document, imported(binding))
        case Binds.AUGMENTED:
            return augmented(evaluator, frame, binding.statement, evaluator.value(frame, binding.name_node))
        case Binds.OTHER:
            return UNKNOWN
        case Binds.ITEM if binding.statement.type == "augmented_assignment":
            return with_item(binding, UNKNOWN)
    value = binding.value
    if value is None:
        return UNKNOWN
    if binding.kind is Binds.WITH:
        entered = evaluator.value(frame, value)
        return entered if isinstance(entered, Reference) else UNKNOWN
    if binding.kind is Binds.LOOP:
        return item_of(evaluator, frame, value, binding.path)
    if binding.path:
        first = values_beside_places(evaluator, frame, value) if binding.path == (0,) else None
        found = unpacked(evaluator, evaluator.value(frame, value), binding.path, _targets(binding))
        return with_item(binding, first or found)
    return with_item(binding, put(evaluator.value(frame, value), binding))


def _targets(binding: Binding) -> int:
    """Return how many targets an assignment unpacks its value for; 0 where one of them may take any number."""
    targets = code_in(binding.statement.child_by_field_name("left")) if len(binding.path) == 1 else []
    return 0 if any(is_a(each, "list_splat_pattern") for each in targets) else len(targets)


def _imported(evaluator: Evaluator, document: Document, item: Imported) -> Value:
    if item.name is None:
        source = evaluator.modules.find(item, document.path)
        return UserModule(source) if source is not None else Reference(item.module)
    inner = Imported(f"{item.module}.{item.name}" if item.module else item.name, None, item.level)
    source = evaluator.modules.find(item, document.path)
    if source is not None:
        found = evaluator.exported(source, item.name)
        if not isinstance(found, Unknown):
            return found
    submodule = evaluator.modules.find(inner, document.path)
    if submodule is not None:
        return UserModule(submodule)
    return Reference(item.qualified) if item.level == 0 and source is None else UNKNOWN


def exported(evaluator: Evaluator, document: Document, name: str) -> Value:
    """Return what a project module holds under a name when its top level has run."""
    root = document.tree.root_node
    bindings = evaluator.modules.bindings(document).of(name, root)
    if not bindings:
        return _starred(evaluator, document, name)
    return defined(evaluator, evaluator.general(document, root), bindings[-1])


def _starred(evaluator: Evaluator, document: Document, name: str) -> Value:
    for item in evaluator.modules.bindings(document).star_imports:
        source = evaluator.modules.find(item, document.path)
        found = evaluator.exported(source, name) if source is not None else UNKNOWN
        if not isinstance(found, Unknown):
            return found
    return UNKNOWN


def returns(body: Node) -> Iterator[Node]:
    """Yield the return statements (and yields) of a function's body, not those of functions defined inside."""
    waiting = [body]
    while waiting:
        node = waiting.pop()
        if node.type in ("return_statement", "yield"):
            yield node
        elif node.type not in ("function_definition", "class_definition", "lambda"):
            waiting.extend(reversed(node.named_children))
