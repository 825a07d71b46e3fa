"""What a function of autograd saved in its forward pass, read in its backward pass: `x, = ctx.saved_tensors`."""

from __future__ import annotations

from tree_sitter import Node

from nanproof.infer.evaluator import Evaluator
from nanproof.infer.value import UNKNOWN, Frame, Sequence, Value
from nanproof.names.binding import Binds
from nanproof.names.functions import parameter_names
from nanproof.names.scopes import class_around, functions_around
from nanproof.names.syntax import called_name, code_in, inside, is_a, parent_of, required, text

_FORWARD, _BACKWARD = "forward", "backward"


def saved_tensors(evaluator: Evaluator, frame: Frame, attribute: Node) -> Value | None:
    """Return what the forward pass of the same class saved, None where an attribute is not what it was saved under.

    It is what was computed there for whoever calls it, and not for one call.
    """
    backward = evaluator.catalog.backward
    if text(required(attribute, "attribute")) not in backward.saved:
        return None
    function = next(functions_around(attribute), None)
    owner = class_around(function) if function is not None else None
    if function is None or owner is None or text(function.child_by_field_name("name")) != _BACKWARD:
        return None
    if parameter_names(function)[:1] != [text(required(attribute, "object"))]:
        return None
    bound = evaluator.modules.bindings(frame.document).of(_FORWARD, owner)
    forward = next((parent_of(each.name_node) for each in bound if each.kind is Binds.FUNCTION), None)
    if forward is None:
        return None
    calls = [each for each in inside(required(forward, "body")) if called_name(each) in backward.saves]
    if len(calls) != 1:
        return None
    given = code_in(required(calls[0], "arguments"))
    if any(is_a(each, "list_splat", "keyword_argument") for each in given):
        return UNKNOWN
    around = evaluator.around(frame.document, calls[0])
    return Sequence(tuple(evaluator.value(around, each) for each in given))
