"""Calls that look at a value and give nothing back: a summary, a log, an assertion, a progress bar, a plot."""

from __future__ import annotations

from collections.abc import Iterable

from tree_sitter import Node

from nanproof.infer.engine import Engine
from nanproof.infer.value import Method, Reference, Unknown, Value
from nanproof.names.syntax import called_name, first_child, is_a, parent_of, required, text
from nanproof.source.document import Document

TEXTS = frozenset({"string", "concatenated_string"})


def only_reports(engine: Engine, document: Document, call: Node, called: Value) -> bool:
    """Say whether what a call is given is looked at there, and goes nowhere from it.

    By the full name of what is called; or, where nobody knows whose method that is, by its name, if the call stands as
    a statement of its own: `writer.add_scalar("norm", norm)`, and of some methods only if a text says what is reported.
    """
    callee = required(call, "function")
    if draws(engine, document, call):
        return True
    qualified = called.qualified if isinstance(called, Reference) else engine.names.qualified(document, callee)
    if qualified is not None:
        return _is_of(qualified, engine.catalog.backward.reports)
    if not isinstance(called, Unknown | Method) or callee.type != "attribute":
        return False
    if parent_of(call).type != "expression_statement":
        return False
    name = text(required(callee, "attribute"))
    is_labelled = is_a(first_child(required(call, "arguments")), *TEXTS)
    told = engine.catalog.backward
    return name in told.reporting or (is_labelled and name in told.reporting_labelled)


def may_report(engine: Engine, document: Document, call: Node) -> bool:
    """Say whether a call could draw or report by the words that stand there: of no other the value need be asked."""
    if not document.words.isdisjoint(engine.catalog.reporting_words):
        return True
    names = engine.catalog.backward.reporting | engine.catalog.backward.reporting_labelled
    return parent_of(call).type == "expression_statement" and called_name(call) in names


def draws(engine: Engine, document: Document, call: Node) -> bool:
    """Say whether a call draws what it is given: a function of a library for that, or a method of its figures.

    The methods are known by their names alone, in a file that speaks of such a library.
    """
    if document.words.isdisjoint(engine.catalog.drawing_roots):
        return False
    callee = required(call, "function")
    qualified = engine.names.qualified(document, callee)
    if qualified is not None:
        return _is_of(qualified, engine.catalog.backward.draws)
    name = text(required(callee, "attribute")) if callee.type == "attribute" else ""
    if name not in engine.catalog.backward.drawing:
        return False
    if engine.catalog.method(name, None) is not None and parent_of(call).type != "expression_statement":
        return False  # a tensor's, as `scatter` is, gives something back
    return isinstance(engine.value(engine.around(document, call), callee), Unknown | Method)


def _is_of(qualified: str, names: Iterable[str]) -> bool:
    return any(f"{qualified}.".startswith(f"{each}.") for each in names)
