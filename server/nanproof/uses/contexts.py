"""Whether the code around an expression asks for no gradient, whatever becomes of the result: `no_grad`, a metric."""

from __future__ import annotations

import re

from tree_sitter import Node

from nanproof.infer.engine import Engine
from nanproof.names.functions import decorators
from nanproof.names.scopes import definitions_around, functions_around
from nanproof.names.syntax import assigned_name, code_in, inside, outwards, required, text, with_items
from nanproof.source.document import Document

# What measures and does not train: the files `metrics/dice.py` and `metric.py`, `compute_metrics()`, `DiceMetric`.
_METRICS_FILE = re.compile(r"(?:^|[/\\_])metrics(?=[/\\_.])|[/\\]metric\.py$")
_WORD = re.compile(r"\w+")
_METRIC = re.compile(r"(?:^|_)metrics?$|Metrics?$|(?:^|_|2)psnr$")
# What looks at what was trained: `eval.py`, `evaluate_shapes.py`, `cont_metrics.py`, `visualize.py`, a folder of them.
_LOOKING_FILE = re.compile(
    r"[/\\]metrics[/\\]|[/\\]evaluation[/\\][^/\\]+$"
    r"|[/\\](?:eval|evaluate|evaluation|visuali[sz]e|plot)(?:_\w+)?\.py$"
    r"|[/\\](?:\w+_)?(?:metrics?|eval|plots?)\.py$"
)


def is_unrecorded(engine: Engine, document: Document, expression: Node) -> bool:
    """Say whether an expression stands where nothing is recorded for a backward pass, or in what only measures."""
    if _METRICS_FILE.search(document.path) or is_in_unrecorded_context(engine, document, expression):
        return True
    told = engine.catalog.backward
    for node in (expression, *outwards(expression)):
        if not told.optimizers.isdisjoint(_bases(node)):
            return True  # an optimizer steps when the backward pass is over
        if _brings_its_derivative(node, told.derives):
            return True
        if node.type == "function_definition" and not told.hooked.isdisjoint(engine.parameters(document, node)):
            return True  # who is given the gradient of an output runs behind it
    return any(_METRIC.search(_name_of(each)) for each in definitions_around(expression))


def is_in_unrecorded_context(engine: Engine, _: Document, expression: Node) -> bool:
    """Say whether a context around an expression records nothing: `with torch.no_grad():`, a decorator."""
    told = engine.catalog.backward
    for node in (expression, *outwards(expression)):
        written = _contexts_at(node)
        if any(_is_among(each, told.contexts | told.records) for each in written):
            return any(_is_among(each, told.contexts) for each in written)
    return False


def runs_unrecorded(engine: Engine, expression: Node) -> bool:
    """Say whether the function around an expression lets a model run unrecorded, whose results it looks at."""
    return any(_enters_unrecorded(engine, each) for each in functions_around(expression))


def _enters_unrecorded(engine: Engine, function: Node) -> bool:
    def enters() -> bool:
        entered = (item for each in inside(function) if each.type == "with_statement" for item in _contexts_at(each))
        return any(_is_among(each, engine.catalog.backward.contexts) for each in entered)

    return engine.once("enters what records nothing", function, enters)


def only_measures(document: Document, expression: Node) -> bool:
    """Say whether an expression stands in what looks at a trained model: NaN there is not trained on."""
    if _LOOKING_FILE.search(document.path):
        return True
    named = (assigned_name(each) for each in functions_around(expression) if each.type == "lambda")
    if any(name is not None and _METRIC.search(name) for name in named):
        return True
    return any(_METRIC.search(_name_of(each)) for each in definitions_around(expression))


def _contexts_at(node: Node) -> list[str]:
    """Return the contexts that a statement enters, or that a function is decorated with, as they are written."""
    if node.type == "with_statement":
        return [text(item) for item in with_items(node)]
    return decorators(node) if node.type == "function_definition" else []


def _brings_its_derivative(node: Node, derives: frozenset[str]) -> bool:
    """Say whether a derivative is given beside what a function computes: `@partial(jax.custom_vjp, ...)`."""
    if node.type == "class_definition":
        return not derives.isdisjoint(_bases(node))
    written = decorators(node) if node.type == "function_definition" else []
    return any(not derives.isdisjoint(_WORD.findall(each)) for each in written)


def _bases(definition: Node) -> set[str]:
    given = code_in(definition.child_by_field_name("superclasses"))
    return {text(each).rpartition(".")[2] for each in given}


def _name_of(definition: Node) -> str:
    return text(required(definition, "name"))


def _is_among(written: str, contexts: frozenset[str]) -> bool:
    """Say whether a call or an attribute is a context by its last name, `torch.no_grad()`, or with what it is given."""
    called = written.partition(" as ")[0].replace(" ", "")
    last = called.partition("(")[0].rpartition(".")[2]
    return last in contexts or f"{last}({called.partition('(')[2]}" in contexts
