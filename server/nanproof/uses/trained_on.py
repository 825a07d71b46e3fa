"""Whether what an operation computes is trained on: it stands in a loss, not in a metric or the preparation of data.

A loss is what is differentiated for its value: what is handed to `compile(loss=...)`, `value_and_grad` or `add_loss`, a
module whose result is one number, what `backward` is called on, and what says by its name that it is one.
"""

from __future__ import annotations

import re

from tree_sitter import Node

from nanproof.infer.engine import Engine
from nanproof.infer.handed_on import handed_on
from nanproof.infer.objects import CALLED
from nanproof.names.binding import Binds
from nanproof.names.bindings import Bindings
from nanproof.names.reaching import reaching
from nanproof.names.scopes import definitions_around, functions_around, scope_of
from nanproof.names.syntax import called_name, code_in, first_child, inside, is_a, outwards, required, text
from nanproof.sites.site import Site
from nanproof.source.document import Document
from nanproof.uses.objective import REDUCTIONS, is_objective

DEEPEST_CALLER = 3
_LOSS = re.compile(
    r"(?:^|_)(?:loss|losses|cost|criterion|objective|penalty|nll|elbo|log_prob|log_likelihood)(?:$|_)",
    re.IGNORECASE,
)
_LOSS_CLASS = re.compile(r"(?:Loss|Cost|Criterion|Objective|Penalty)(?:$|[A-Z_0-9])")
_METRIC = re.compile(
    r"(?:^|_)(?:metric|score|accuracy|evaluat|report|plot|statistic|precision|recall)"
    r"|Metric|Score|Accuracy|Evaluat|Report|Statistic|Precision|Recall"
)
# What differentiates a function, or adds its value to what is trained on.
_DIFFERENTIATES = re.compile(r"(?:^|\.)(?:value_and_grad|grad|hessian|add_loss|minimize|jacfwd|jacrev|jacobian)$")
_COMPILES = re.compile(r"(?:^|\.)compile$")
_KEYWORDS = frozenset({"loss", "losses"})
_MODULE = re.compile(r"\bModule\b|\b_?Loss\b|\bLayer\b|\bModel\b")
_OPERATORS = ("binary_operator", "unary_operator", "parenthesized_expression")
# What is one number, as far as anybody can tell: `self.alpha` is a setting.
_NUMBERS = ("integer", "float", "attribute")
_DEEPEST_NAME = 4
_ARGUMENTS = frozenset({"keyword_argument", "argument_list", "list", "dictionary", "pair"})


def is_in_loss(site: Site, depth: int = 1) -> bool:
    """Say whether an operation stands in a loss, or in what one calls, `depth` calls down."""
    if is_objective(site.engine, site.document, site.node):
        return True
    return any(_is_loss(site.engine, site.document, each, depth) for each in functions_around(site.node))


def is_in_score(site: Site) -> bool:
    """Say whether an operation stands in what says by its name that it measures, and in no loss."""
    return any(_METRIC.search(called) for called in _named_around(site.node)) and not is_in_loss(site)


def _named_around(node: Node) -> list[str]:
    return [text(each.child_by_field_name("name")) for each in definitions_around(node)]


def is_trained_through(site: Site) -> bool:
    """Say whether an operation stands in a loss, or in what a module computes when it is called."""
    return any(_runs_a_module(each) for each in functions_around(site.node)) or is_in_loss(site, DEEPEST_CALLER)


def _is_loss(engine: Engine, document: Document, function: Node, depth: int) -> bool:
    return engine.once("is a loss", function, lambda: _decides(engine, document, function, depth), depth)


def _decides(engine: Engine, document: Document, function: Node, depth: int) -> bool:
    name, owner = text(function.child_by_field_name("name")), scope_of(function)
    owned_by = text(owner.child_by_field_name("name")) if owner.type == "class_definition" else ""
    if _METRIC.search(name) or _METRIC.search(owned_by):
        return False
    if _LOSS.search(name) or _LOSS_CLASS.search(owned_by) or _is_handed_over(engine, document, function, name):
        return True
    if name in CALLED and any(map(_LOSS_CLASS.search, _bases(owner))):
        return True
    if _runs_a_module(function) and _gives_one_number(engine.modules.bindings(document), function):
        return True
    if not depth:
        return False
    return any(
        _is_called_by_loss(engine, where, call, depth - 1)
        for where, call in engine.call_sites(document, function)
        if call != function
    )


def _bases(owner: Node) -> list[str]:
    """Return the last names of the classes that a class inherits from: `Loss` of `tf.keras.losses.Loss`."""
    return [text(each).rpartition(".")[2] for each in code_in(owner.child_by_field_name("superclasses"))]


def _runs_a_module(function: Node) -> bool:
    owner = scope_of(function)
    if text(function.child_by_field_name("name")) not in CALLED:
        return False
    return _MODULE.search(text(owner.child_by_field_name("superclasses"))) is not None


def _is_called_by_loss(engine: Engine, document: Document, call: Node, depth: int) -> bool:
    if is_objective(engine, document, call):
        return True
    around = outwards(call, "function_definition", "lambda", "block", "module")
    if any(_LOSS.search(called_name(each)) for each in around):
        return True
    return any(_is_loss(engine, document, each, depth) for each in functions_around(call))


def _is_handed_over(engine: Engine, document: Document, function: Node, name: str) -> bool:
    """Say whether a function is an argument of what trains on its value: `compile(loss=f)`, `jax.grad(f)`."""
    if name and any(map(_is_trained_on, engine.modules.bindings(document).occurrences(name))):
        return True
    return any(_is_trained_on(each) for _, each in handed_on(engine, document, function))


def _is_trained_on(function: Node) -> bool:
    """Say whether an expression that is a function stands where its value is trained on."""
    child, parent, keyword = function, function.parent, ""
    while is_a(parent, *_ARGUMENTS):
        if parent.type == "keyword_argument":
            keyword = text(parent.child_by_field_name("name"))
        child, parent = parent, parent.parent
    if not is_a(parent, "call") or parent.child_by_field_name("function") == child:
        return False
    called = text(parent.child_by_field_name("function"))
    given = code_in(parent.child_by_field_name("arguments"))
    if _DIFFERENTIATES.search(called) is not None:
        return True
    is_second = len(given) > 1 and given[1].start_byte <= function.start_byte < given[1].end_byte
    return (keyword in _KEYWORDS or (not keyword and is_second)) and _COMPILES.search(called) is not None


def _gives_one_number(bindings: Bindings, function: Node) -> bool:
    """Say whether all that a function returns is reduced to one number: `return 1 - dice.mean()`."""
    returned = [each for each in inside(required(function, "body")) if each.type == "return_statement"]
    values = [first_child(each) for each in returned]
    return bool(values) and all(each is not None and _is_one_number(bindings, each) for each in values)


def _is_one_number(bindings: Bindings, expression: Node) -> bool:
    return _has_reduction(expression) or (_is_of_numbers(bindings, expression) and not is_a(expression, *_NUMBERS))


def _has_reduction(expression: Node) -> bool:
    if expression.type in _OPERATORS:
        return any(map(_has_reduction, expression.named_children))
    if expression.type != "call":
        return False
    callee = required(expression, "function")
    given = code_in(expression.child_by_field_name("arguments"))
    name = text(callee.child_by_field_name("attribute"))
    is_reduction = (name or text(callee)) in REDUCTIONS
    return is_reduction and (not given or (len(given) == 1 and text(given[0]).rpartition("=")[0] == ""))


def _is_of_numbers(bindings: Bindings, expression: Node, depth: int = _DEEPEST_NAME) -> bool:
    """Say whether names that hold reductions are computed with: of `hits = (p * t).sum()` `hits / (hits + missed)`."""
    if expression.type in _OPERATORS:
        return all(_is_of_numbers(bindings, each, depth) for each in code_in(expression))
    if expression.type != "identifier":
        return expression.type in _NUMBERS or _has_reduction(expression)
    bound = reaching(expression, bindings).bindings
    value = bound[0].value if len(bound) == 1 and bound[0].kind is Binds.ASSIGNMENT and not bound[0].path else None
    return depth > 0 and value is not None and _is_of_numbers(bindings, value, depth - 1)
