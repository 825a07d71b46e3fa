"""What the editor shows over a name that holds a value, and over a call of the catalogue that can do no harm."""

from __future__ import annotations

from tree_sitter import Node

from nanproof.catalog import Operation
from nanproof.explain.markdown import bracketed, chain, tried
from nanproof.explain.revelation import expression_at, revealed, value_of
from nanproof.findings.wording import quoted
from nanproof.infer.engine import Engine
from nanproof.infer.value import Number
from nanproof.names.binding import binding_at
from nanproof.names.syntax import is_a, is_label, required
from nanproof.source.document import Document
from nanproof.source.quoting import code
from nanproof.source.span import Span


def described_value(engine: Engine, document: Document, offset: int) -> tuple[Span, str] | None:
    """Return what is known of what stands at a byte offset, as Markdown; None where that is nothing."""
    name, here = document.tree.root_node.descendant_for_byte_range(offset, offset), expression_at(document, offset)
    node = _asked(here) if is_a(name, "identifier") and here is not None and not is_label(here) else None
    if node is None or here is None:
        return None
    operation = _operation(engine, document, node) if node is here else None
    value = value_of(engine, document, node)
    is_known = isinstance(value, Number) and not value.range.is_unknown
    if operation is None and not is_known:
        return None
    revelation = revealed(engine, document, node)
    heading = f"{code(operation.name)}: {operation.function.title}" if operation is not None else ""
    source = revelation.text if node is here else document.slice(Span(here.start_byte, here.end_byte))
    known = f"{quoted(source)}: {revelation.value}" if is_known else f"{quoted(source)}: nothing is known of its values"
    lines = tried(operation) if operation is not None else ""
    parts = (heading, known, chain(revelation.reasons), lines)
    span = Span(here.start_byte, here.end_byte)
    return span, bracketed("\n\n".join(part for part in parts if part))


def _asked(here: Node) -> Node | None:
    """Return what has the value that is asked about: of the only target of an assignment what is assigned to it."""
    if is_a(here.parent, "assignment") and required(here.parent, "left") == here:
        return here.parent.child_by_field_name("right")
    return here if binding_at(here) is None else None


def _operation(engine: Engine, document: Document, node: Node) -> Operation | None:
    if node.type != "call":
        return None
    frame = engine.around(document, node)
    return engine.operation_of(engine.value(frame, required(node, "function")))
