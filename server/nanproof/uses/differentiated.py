"""Whether a gradient flows through an operation: not in NumPy, under `no_grad`, in a metric, for a detached operand."""

from __future__ import annotations

import re

from tree_sitter import Node

from nanproof.forms.literal import is_constant
from nanproof.infer.parameters import decorators
from nanproof.infer.value import Holder
from nanproof.names.syntax import text
from nanproof.sites.site import Site

# torch.no_grad(), torch.inference_mode(), tape.stop_recording()
_STOPS = frozenset({"no_grad", "inference_mode", "stop_recording"})
# What measures and does not train: the files `metrics/dice.py` and `metric.py`, `compute_metrics()`, `DiceMetric`.
_METRICS_FILE = re.compile(r"(?:^|[/\\_])metrics(?=[/\\_.])|[/\\]metric\.py$")
_METRIC = re.compile(r"(?:^|_)metrics?$|Metrics?$")


def is_differentiated(site: Site) -> bool:
    """Say whether a derivative of the operation may be asked for, as far as the source shows."""
    if site.operand.holder is not Holder.TENSOR or "detached" in site.operand.traits:
        return False
    if is_constant(site):
        return False
    if site.framework.name == "numpy" or _METRICS_FILE.search(site.document.path):
        return False
    node: Node | None = site.node
    while node is not None:
        if node.type == "with_statement" and any(_stops(item) for item in _items(node)):
            return False
        if node.type in ("function_definition", "class_definition") and _METRIC.search(_name_of(node)):
            return False
        if node.type == "function_definition" and any(_named(each) in _STOPS for each in decorators(node)):
            return False
        node = node.parent
    return True


def _name_of(definition: Node) -> str:
    return text(definition.child_by_field_name("name"))


def _items(statement: Node) -> list[Node]:
    clause = next((child for child in statement.named_children if child.type == "with_clause"), None)
    return clause.named_children if clause is not None else []


def _stops(item: Node) -> bool:
    return _named(text(item)) in _STOPS


def _named(written: str) -> str:
    """Return the last name of a call or attribute as it is written: `no_grad` of `torch.no_grad()`."""
    return written.partition("(")[0].partition(" ")[0].rpartition(".")[2].strip()
