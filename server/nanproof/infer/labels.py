"""Labels that Keras gives to a loss beside the shares that a model puts out: their product picks a share of each row.

So the share of the true class is `sum(y_true * y_pred, -1)`, which takes whatever a share takes: 0 and 1 as well.
"""

from __future__ import annotations

import re
from dataclasses import replace

from tree_sitter import Node

from nanproof.infer.compiled import outputs_given
from nanproof.infer.evaluator import Evaluator
from nanproof.infer.one_hot import PICKING_ROWS
from nanproof.infer.running import passed_by
from nanproof.infer.structure import Origin, Roles
from nanproof.infer.value import Deferred, Number
from nanproof.names.binding import Binding, Binds
from nanproof.names.reaching import reaching
from nanproof.names.scopes import scope_of
from nanproof.names.syntax import code_in, is_a, node_at, passed, required
from nanproof.source.document import Document
from nanproof.source.place import Place

_LABELS, _OUTPUT = 0, 1
_DEEPEST = 4
_SIMPLEX = "simplex"
# What is called so has the shape of the shares, or could not be multiplied with them.
_ONE_HOT = re.compile(r"^(?:targets?|labels?|y_true|gt)$|one_?hot", re.ASCII)


def picked_by_labels(evaluator: Evaluator, result: Number, roles: Roles, origin: Origin) -> Number | None:
    """Return the product of labels with the shares of a softmax: the share of the true class, and 0 beside it."""
    shares, labels = ("x", "y") if _SIMPLEX in roles["x"].traits else ("y", "x")
    given = roles[shares]
    if _SIMPLEX not in given.traits or not given.made or not _is_free(roles[labels]):
        return None
    written = _factor(origin.where, labels)
    if not _are_labels(evaluator, origin.where.document, written, _DEEPEST):
        return None
    picked = replace(result.range, points=given.range.points)
    return replace(result, range=picked, made=given.made, trace=given.trace, traits=result.traits | PICKING_ROWS)


def _factor(where: Place, role: str) -> Node | None:
    """Return a factor as it is written, of `a * b` or `multiply(a, b)`."""
    node = node_at(where.document.tree.root_node, where.span.start, where.span.end)
    if is_a(node, "binary_operator"):
        return required(node, "left" if role == "x" else "right")
    return dict(zip("xy", map(passed, code_in(node.child_by_field_name("arguments"))), strict=False)).get(role)


def _is_free(number: Number) -> bool:
    return number.range.is_unknown


def _are_labels(evaluator: Evaluator, document: Document, node: Node | None, depth: int) -> bool:
    """Say whether an expression is what a compiled loss has as its labels, cast or handed on."""
    if not depth:
        return False
    if is_a(node, "call"):
        given = next(map(passed, code_in(required(node, "arguments"))), None)
        operation = evaluator.operation_of(
            evaluator.value(evaluator.around(document, node), required(node, "function"))
        )
        is_kept = operation is not None and operation.function.name in ("cast", "same")
        return is_kept and _are_labels(evaluator, document, given, depth - 1)
    if not is_a(node, "identifier"):
        return False
    bindings = reaching(node, evaluator.modules.bindings(document)).bindings
    return bool(bindings) and all(_binds_labels(evaluator, document, each, depth - 1) for each in bindings)


def _binds_labels(evaluator: Evaluator, document: Document, binding: Binding, depth: int) -> bool:
    match binding:
        case Binding(Binds.ASSIGNMENT, value=value, path=()):
            return _are_labels(evaluator, document, value, depth)
        case Binding(Binds.PARAMETER):
            return _takes_labels(evaluator, document, binding, depth)
        case _:
            return False


def _takes_labels(evaluator: Evaluator, document: Document, parameter: Binding, depth: int) -> bool:
    """Say whether a parameter is given the labels: by its name, by Keras, or by a call in a function that has them."""
    if _ONE_HOT.search(parameter.name) is not None:
        return True
    function = scope_of(parameter.name_node)
    names = evaluator.parameters(document, function)
    index = {name: at for at, name in enumerate(names)}.get(parameter.name, -1) - (names[:1] == ["self"])
    if index == _LABELS and next(outputs_given(evaluator, document, function, _OUTPUT), None) is not None:
        return True
    return any(
        _passes_labels(evaluator, each, parameter.name, index, depth)
        for each in evaluator.call_sites(document, function)
    )


def _passes_labels(evaluator: Evaluator, call: tuple[Document, Node], name: str, index: int, depth: int) -> bool:
    document, node = call
    arguments = passed_by(evaluator, evaluator.around(document, node), node)
    match dict(arguments.keyword).get(name, dict(enumerate(arguments.positional)).get(index)):
        case Deferred(node=given):
            return _are_labels(evaluator, document, given, depth)
        case _:
            return False
