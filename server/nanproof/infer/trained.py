"""Whether a variable is trained as a weight is, and whether a derivative is differentiated again."""

from __future__ import annotations

import re
from collections.abc import Mapping

from tree_sitter import Node

from nanproof.infer.evaluator import Evaluator
from nanproof.infer.parted import TABLES
from nanproof.infer.structure import uncast
from nanproof.infer.value import NONE, UNKNOWN, Deferred, Holder, Number, Sequence, Text, Unknown, Value, python_number
from nanproof.names.bindings import Bindings
from nanproof.names.scopes import scope_of
from nanproof.names.syntax import code_in, is_a, node_at, passed, required, text
from nanproof.source.place import Place

_SETS_WEIGHTS = re.compile(
    rb"\binit\.|\b_?(?:init|initiali[sz]e|reset)_(?:weights?|params?|parameters)\b|\.data\b"
    rb"|\.(?:uniform|normal|fill|copy|add|sub|mul|lerp)_\("
    rb"|\b\w+_\(\s*self\.|\bassign(?:_add|_sub)?\("
)
# What draws the weights of a whole module, or of all that it holds.
_SETS_ALL = re.compile(rb"\bfor\b[^\n]*\b(?:named_)?(?:parameters|modules)\(|\.apply\(")
# What gives 0 to all of a variable: `zeros_(w)`, `constant_(w, 0.0)`, `w.data.zero_()`, `w.data.fill_(0)`.
_TO_0 = re.compile(rb"^zeros_\(|^constant_\([^,]*,\s*(?:val=)?0(?:\.0*)?\)$|\.zero_\(\)$|\.fill_\(0(?:\.0*)?\)$")
# Of a variable, as it is made: its first value is 0, and stays so until somebody writes there.
FROM_0 = "from 0"
# What says around which number an initializer draws, and what those are called that give each element the same value.
_MIDDLES = frozenset({"mean", "minval", "value"})
_CONSTANTS = {"zeros": 0.0, "zero": 0.0, "ones": 1.0, "one": 1.0}


def is_differentiated_again(evaluator: Evaluator, roles: Mapping[str, Deferred | Value]) -> bool:
    """Say whether a derivative is part of a loss: a graph of it is asked for, or it is by what was computed.

    One by trained variables is a step of training, and nobody differentiates its norm. A second derivative is not 0
    where the first one is.
    """
    if _is_derivative(evaluator, roles.get("target")):
        return False
    if "function" in roles:
        return _is_of_an_input(evaluator, roles)
    asked = roles.get("create_graph")
    if asked is not None:
        told = evaluator.argument(asked)
        return isinstance(told, Number) and told.range.single == 1
    given = roles.get("sources")
    value = evaluator.argument(given) if given is not None else UNKNOWN
    sources = value.items if isinstance(value, Sequence) else (value,)
    if isinstance(given, Deferred) and _is_watched(evaluator, given):
        return True
    return all(isinstance(each, Number) and each.computation is not None for each in sources)


def _is_of_an_input(evaluator: Evaluator, roles: Mapping[str, Deferred | Value]) -> bool:
    """Say whether `jax.grad(f)(x)` is by one tensor, as far as is known, and not by all parameters of a model.

    Where a model's stand under a name too, it is a step of training, in which nothing is differentiated again.
    """
    if "has_aux" in roles:
        return False
    by, given = roles.get("argnums"), roles.get("sources")
    chosen, others = evaluator.argument(by) if by is not None else None, roles.get("others")
    if chosen is not None:
        place = chosen.range.single if isinstance(chosen, Number) else None
        if place is None or not isinstance(others, Sequence) or not 0 <= place <= len(others.items):
            return False
        given = others.items[int(place) - 1] if place else given
    value = evaluator.argument(given) if given is not None else NONE
    if isinstance(value, Number) and value.holder is Holder.PYTHON:
        return False  # the slope of a line, asked for at one place
    return isinstance(value, Number | Unknown) and not _is_derivative(evaluator, value)


def _is_watched(evaluator: Evaluator, given: Deferred) -> bool:
    """Say whether a tape was told to watch what the derivative is taken by: it is no variable that is trained."""
    calls = evaluator.modules.bindings(given.frame.document).calls_of("watch")
    told = (call for _, call in calls if scope_of(call) == scope_of(given.node))
    watched = {name for call in told for each in code_in(required(call, "arguments")) for name in _listed(each)}
    return not watched.isdisjoint(_listed(given.node))


def _listed(node: Node) -> list[str]:
    """Return what a list or a tuple holds, as it is written, or an expression that is none."""
    return [text(each) for each in (code_in(node) if node.type in ("list", "tuple") else [node])]


def _is_derivative(evaluator: Evaluator, given: Deferred | Value | None) -> bool:
    value = evaluator.argument(given) if given is not None else UNKNOWN
    return isinstance(value, Number) and any(each.function.name == "derivative" for each in value.made)


def is_trained_weight(evaluator: Evaluator, roles: Mapping[str, Deferred | Value]) -> bool:
    """Say whether a variable may become as large as a weight does, of either sign.

    One that is not trained, or that starts from a positive number (a scale, a temperature, a learning rate), stays
    near it.
    """
    if is_untrained(evaluator, roles):
        return False
    constraint = roles.get("constraint")
    if constraint is not None and evaluator.argument(constraint) != NONE:
        return False
    start = _start(evaluator, roles)
    return not _is_positive(start) if isinstance(start, Number) else not _is_drawn_around_a_number(evaluator, roles)


def is_untrained(evaluator: Evaluator, roles: Mapping[str, Deferred | Value]) -> bool:
    """Say whether a variable is told that it is not trained: `requires_grad=False`."""
    given = roles.get("trainable")
    told = evaluator.argument(given) if given is not None else UNKNOWN
    return isinstance(told, Number) and told.range.single == 0


def untrained_table(evaluator: Evaluator, roles: Mapping[str, Deferred | Value]) -> Number | None:
    """Return the evenly spaced numbers that a variable holds which is not trained, None of another variable."""
    initial = _start(evaluator, roles) if is_untrained(evaluator, roles) else UNKNOWN
    made = uncast(initial).computation if isinstance(initial, Number) else None
    return initial if isinstance(initial, Number) and made is not None and made.function.name in TABLES else None


def begins_at_0(evaluator: Evaluator, roles: Mapping[str, Deferred | Value]) -> bool:
    """Say whether the first value of a variable is 0, whatever is written there before it is used."""
    start = _start(evaluator, roles)
    if not isinstance(start, Number):
        return False
    # Also by the default of a parameter that nobody passes.
    return bool(start.range.points) and all(each.value == 0 and not each.under for each in start.range.points)


def starts_at_0(evaluator: Evaluator, roles: Mapping[str, Deferred | Value], where: Place) -> bool:
    """Say whether a trained variable is 0 before the first step: nothing in its file gives weights other values."""
    bindings = evaluator.modules.bindings(where.document)
    if _is_set_to_0(bindings, where):
        return True
    return begins_at_0(evaluator, roles) and bindings.search(_SETS_WEIGHTS) is None


def _is_set_to_0(bindings: Bindings, where: Place) -> bool:
    """Say whether an initializer gives 0 to the attribute that a variable is made into, `nn.init.zeros_(self.v)`."""
    assignment = node_at(bindings.document.tree.root_node, where.span.start, where.span.end).parent
    target = assignment.child_by_field_name("left") if is_a(assignment, "assignment") else None
    if not is_a(target, "attribute") or bindings.search(_SETS_ALL) is not None:
        return False
    written = re.escape(text(target).encode())
    given = rb"(?:[^()\n]*\))?"  # what else it is told, where that is no call
    by_function, by_method = rb"\b\w+_\(\s*" + written + rb"\b" + given, written + rb"(?:\.data)?\.\w+_\(" + given
    sets = bindings.search_all(re.compile(by_function + rb"|" + by_method))
    return bool(sets) and all(_TO_0.search(each) is not None for each in sets)


def _start(evaluator: Evaluator, roles: Mapping[str, Deferred | Value]) -> Value:
    """Return what a variable starts from: a tensor, or what an initializer gives to all of its elements."""
    if (initial := roles.get("initial")) is not None:
        return evaluator.argument(initial)
    given = roles.get("initializer") or roles.get("init_fn")
    if not isinstance(given, Deferred):
        return UNKNOWN
    constant = _constant_of(evaluator, given)
    return python_number(constant, is_integer=False) if constant is not None else UNKNOWN


def _is_drawn_around_a_number(evaluator: Evaluator, roles: Mapping[str, Deferred | Value]) -> bool:
    """Say whether an initializer is told around which number it draws, `RandomUniform(0.1, 1.0)`, and not below 0.

    Those of Flax are told how far from 0 they draw, on both sides or above it: training leads them to either sign.
    """
    given = roles.get("initializer")
    if not isinstance(given, Deferred):
        return False
    arguments = code_in(given.node.child_by_field_name("arguments"))
    told = [passed(each) for each in arguments if text(each.child_by_field_name("name")) in ("", *_MIDDLES)]
    return bool(told) and not _is_at_most_0(evaluator.value(given.frame, told[0]))


def _is_at_most_0(value: Value) -> bool:
    return isinstance(value, Number) and value.range.interval.high <= 0


def _constant_of(evaluator: Evaluator, given: Deferred) -> float | None:
    """Return the one value that an initializer gives: `"zeros"`, `nn.initializers.ones`, `Constant(0.5)`."""
    node, frame = given.node, given.frame
    if node.type == "string":
        value = evaluator.value(frame, node)
        return _CONSTANTS.get(value.text.lower()) if isinstance(value, Text) else None
    named = required(node, "function") if node.type == "call" else node
    qualified = evaluator.names.qualified(frame.document, named) if named.type in ("identifier", "attribute") else None
    if qualified is None or not evaluator.names.is_ours(qualified):
        return None
    name = qualified.rpartition(".")[2].lower().removesuffix("_initializer").removesuffix("_init")
    if name != "constant":
        return _CONSTANTS.get(name)
    arguments = code_in(node.child_by_field_name("arguments"))
    if not arguments:
        return 0.0
    given_value = evaluator.value(frame, passed(arguments[0]))
    return given_value.range.single if isinstance(given_value, Number) else None


def is_weight(evaluator: Evaluator, roles: Mapping[str, Deferred | Value], numbers: dict[str, Number]) -> bool:
    """Say whether a tensor of known numbers is a weight: a gradient is asked for, and it starts not above 0."""
    asked = roles.get("requires_grad")
    told = evaluator.argument(asked) if asked is not None else UNKNOWN
    if not isinstance(told, Number) or told.range.single != 1:
        return False
    return any(each.range.points and not _is_positive(each) for each in numbers.values())


def _is_positive(number: Number) -> bool:
    """Say whether a number is positive, as far as is known: in the source, or by the default of a parameter."""
    return bool(number.range.points) and all(point.value > 0 and not point.under for point in number.range.points)
