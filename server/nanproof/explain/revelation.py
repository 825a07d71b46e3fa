"""What the engine thinks of an expression, and why: for the terminal, and for debugging the engine itself."""

from __future__ import annotations

import math
from dataclasses import dataclass

from tree_sitter import Node

from nanproof.infer.engine import Engine
from nanproof.infer.shares import without_axis
from nanproof.infer.story import steps
from nanproof.infer.value import (
    Instance,
    Layer,
    Method,
    Number,
    OneOf,
    Other,
    Reference,
    Sequence,
    Text,
    Unknown,
    UserClass,
    UserFunction,
    UserModule,
    Value,
)
from nanproof.names.syntax import is_a, text
from nanproof.sites.candidates import site_of
from nanproof.sites.site import Site
from nanproof.source.document import Document
from nanproof.source.place import Reason
from nanproof.source.quoting import code
from nanproof.source.span import Span
from nanproof.values.interval import number, shown
from nanproof.values.ranges import UNBOUNDED

_EXPRESSIONS = frozenset(
    {
        "identifier",
        "attribute",
        "call",
        "subscript",
        "binary_operator",
        "unary_operator",
        "conditional_expression",
        "parenthesized_expression",
        "integer",
        "float",
        "tuple",
        "list",
        "list_comprehension",
        "generator_expression",
        "named_expression",
        "await",
    }
)


_BINDING = frozenset({"assignment", "augmented_assignment", "for_statement", "function_definition"})


@dataclass(frozen=True, slots=True)
class Revelation:
    """An expression, what it can be, and the way of its value."""

    span: Span
    text: str
    value: str
    reasons: tuple[Reason, ...]


def revealed(engine: Engine, document: Document, node: Node) -> Revelation:
    """Return what is known of an expression."""
    value = value_of(engine, document, node)
    trace = value.trace if isinstance(value, Number) else None
    source = " ".join(text(node).split())
    return Revelation(Span(node.start_byte, node.end_byte), source, said(value), steps(trace))


def value_of(engine: Engine, document: Document, node: Node) -> Value:
    """Return the value of an expression, whoever calls the function that it stands in."""
    return engine.value(engine.around(document, node), node)


def asked_at(engine: Engine, document: Document, offset: int) -> tuple[Node, ...]:
    """Return what somebody may mean who points at a byte offset.

    Where a finding is said to be, its operation begins: its operand is meant there, and the expression that stands
    there only if it is no part of the operation's name.
    """
    sites: list[Site] = []
    node: Node | None = document.tree.root_node.descendant_for_byte_range(offset, offset + 1)
    while node is not None and node.start_byte == offset:
        site = site_of(document, engine, node)
        sites += [site] if site is not None else []
        node = node.parent
    here = expression_at(document, offset)
    is_name = any(here is not None and here.end_byte <= each.callee.end_byte for each in sites if not each.is_operator)
    nodes = [*(each.operand_node for each in sites), *([here] if here is not None and not is_name else [])]
    return tuple({(each.start_byte, each.end_byte): each for each in nodes}.values())


def expression_at(document: Document, offset: int) -> Node | None:
    """Return the smallest expression at a byte offset, with the call that a name stands before."""
    node: Node | None = document.tree.root_node.descendant_for_byte_range(offset, offset + 1)
    while node is not None and node.type not in _EXPRESSIONS:
        node = node.parent
    while node is not None and node.parent is not None and _names(node.parent, node):
        node = node.parent
    return node


def expressions_on(document: Document, line: int) -> tuple[Node, ...]:
    """Return what the statements that begin on a line (0-based) compute: what they assign, return or call."""
    start, end = document.lines.start(line), document.lines.end(line)
    found: list[Node] = []
    waiting = [document.tree.root_node]
    while waiting:
        node = waiting.pop()
        if node.end_byte <= start or node.start_byte >= end:
            continue
        if node.type in _EXPRESSIONS and start <= node.start_byte and not _is_target(node):
            found.append(node)
        else:
            waiting.extend(reversed(node.named_children))
    return tuple(found)


def _names(parent: Node, node: Node) -> bool:
    """Say whether a node is only the name of what its parent computes."""
    if parent.type == "attribute":
        return parent.child_by_field_name("attribute") == node
    return parent.type == "call" and parent.child_by_field_name("function") == node


def _is_target(node: Node) -> bool:
    parent = node.parent
    if not is_a(parent, *_BINDING):
        return False
    return node in (parent.child_by_field_name("left"), parent.child_by_field_name("name"))


def said(value: Value) -> str:
    """Say in a few words what a value is."""
    match value:
        case Number():
            return _number(value)
        case Unknown() | Method(receiver=Unknown()):
            return "nothing is known of it"
        case Sequence(items=items):
            return f"({', '.join(said(item) for item in items)})"
        case Text(text=written):
            return f"the text {written!r}"
        case Other(is_none=True):
            return "None"
        case _:
            return _thing(value)


def _thing(value: Value) -> str:
    """Say what a value is that is no number: a function, a class, an object."""
    match value:
        case Method(name=name):
            return f"the method {code(name)} of a tensor"
        case Reference(qualified=name):
            return code(name)
        case UserFunction(node=node):
            return f"the function {code(_named(node) or 'lambda')} of this project"
        case UserClass(node=node):
            return f"the class {code(_named(node))} of this project"
        case Instance(type=kind):
            return f"an object of the class {code(_named(kind.node))}"
        case Layer(operation=operation):
            return f"a layer, {code(operation.name)}"
        case OneOf(values=values):
            known = dict.fromkeys(said(each) for each in values if not isinstance(each, Unknown | Method))
            return " or ".join((*known, *(["something unknown"] if value.has(Unknown, Method) else [])))
        case UserModule(document=document):
            return f"the module {document.path}"
        case _:
            return "no number"


def _point(value: float) -> str:
    """Return a value that is taken; what stands for as large as you like is said so."""
    if abs(value) != UNBOUNDED:
        return number(value)
    return "anything large" if value > 0 else "anything far below 0"


def _named(definition: Node) -> str:
    return text(definition.child_by_field_name("name"))


def _number(value: Number) -> str:
    """Return `[0, 1] float32 tensor takes 0, 1`: bounds, dtype, what holds it, and the values really taken."""
    bounds = "any value, as far as is known," if value.range.is_unknown else shown(value.range.interval)
    nan = " or NaN" if value.range.may_be_nan and not value.range.is_unknown else ""
    holder = {"python": "Python number", "array": "array", "tensor": "tensor", "any": "number"}[value.holder.value]
    points = sorted({point.value for point in value.range.points}, key=lambda each: (math.isnan(each), each))
    is_told = points and not value.range.interval.is_single
    taken = f" takes {', '.join(map(_point, points))}" if is_told else ""
    told = sorted(without_axis(value.traits))
    traits = f" ({', '.join(told)})" if told else ""
    return f"{bounds}{nan} {value.dtype.value} {holder}{taken}{traits}"
