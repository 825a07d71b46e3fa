"""Calls that look at a value and give nothing back: a summary, a log, an assertion, a progress bar."""

from __future__ import annotations

from tree_sitter import Node

from nanproof.infer.engine import Engine
from nanproof.infer.value import Method, Reference, Unknown, Value
from nanproof.names.syntax import code_in, parent_of, required, text
from nanproof.source.document import Document

TEXTS = frozenset({"string", "concatenated_string"})


def only_reports(engine: Engine, document: Document, call: Node, called: Value) -> bool:
    """Say whether what a call is given is looked at there, and goes nowhere from it.

    By the full name of what is called; or, where nobody knows whose method that is, by its name, if the call stands as
    a statement of its own: `writer.add_scalar("norm", norm)`, and of some methods only if a text says what is reported.
    """
    callee = required(call, "function")
    qualified = called.qualified if isinstance(called, Reference) else engine.names.qualified(document, callee)
    if qualified is not None:
        return any(f"{qualified}.".startswith(f"{each}.") for each in engine.catalog.reports)
    if not isinstance(called, Unknown | Method) or callee.type != "attribute":
        return False
    if parent_of(call).type != "expression_statement":
        return False
    name, given = text(required(callee, "attribute")), code_in(required(call, "arguments"))
    is_labelled = bool(given) and given[0].type in TEXTS
    return name in engine.catalog.reporting or (is_labelled and name in engine.catalog.reporting_labelled)
