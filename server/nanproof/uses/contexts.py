"""Whether the code around an expression asks for no gradient, whatever becomes of the result: `no_grad`, a metric."""

from __future__ import annotations

import re

from tree_sitter import Node

from nanproof.infer.engine import Engine
from nanproof.infer.parameters import decorators
from nanproof.names.syntax import code_in, text
from nanproof.source.document import Document

# What measures and does not train: the files `metrics/dice.py` and `metric.py`, `compute_metrics()`, `DiceMetric`.
_METRICS_FILE = re.compile(r"(?:^|[/\\_])metrics(?=[/\\_.])|[/\\]metric\.py$")
_METRIC = re.compile(r"(?:^|_)metrics?$|Metrics?$")


def is_unrecorded(engine: Engine, document: Document, expression: Node) -> bool:
    """Say whether an expression stands where nothing is recorded for a backward pass, or in what only measures."""
    if _METRICS_FILE.search(document.path):
        return True
    catalog = engine.catalog
    node: Node | None = expression
    is_recorded = False
    while node is not None:
        written = _contexts_at(node)
        if any(_is_among(each, catalog.unrecorded) for each in written) and not is_recorded:
            return True
        is_recorded = is_recorded or any(_is_among(each, catalog.recorded) for each in written)
        if node.type == "class_definition" and not catalog.optimizers.isdisjoint(_bases(node)):
            return True  # an optimizer steps when the backward pass is over
        if node.type in ("function_definition", "class_definition") and _METRIC.search(_name_of(node)):
            return True
        node = node.parent
    return False


def _contexts_at(node: Node) -> list[str]:
    """Return the contexts that a statement enters, or that a function is decorated with, as they are written."""
    if node.type == "with_statement":
        return [text(item) for item in _items(node)]
    return decorators(node) if node.type == "function_definition" else []


def _bases(definition: Node) -> set[str]:
    given = code_in(definition.child_by_field_name("superclasses"))
    return {text(each).rpartition(".")[2] for each in given}


def _name_of(definition: Node) -> str:
    return text(definition.child_by_field_name("name"))


def _items(statement: Node) -> list[Node]:
    clause = next((child for child in statement.named_children if child.type == "with_clause"), None)
    return clause.named_children if clause is not None else []


def _is_among(written: str, contexts: frozenset[str]) -> bool:
    """Say whether a call or an attribute is a context by its last name, `torch.no_grad()`, or with what it is given."""
    called = written.partition(" as ")[0].replace(" ", "")
    last = called.partition("(")[0].rpartition(".")[2]
    return last in contexts or f"{last}({called.partition('(')[2]}" in contexts
