"""Places: where a condition holds, which pick what the condition itself picks, `p[np.where(p > 0)]`."""

from __future__ import annotations

from tree_sitter import Node

from nanproof.infer.asked_counts import reduced
from nanproof.names.syntax import code_in, required, text

_PLACES = frozenset({"where", "nonzero", "flatnonzero"})
# What brings the places into another form: `torch.nonzero(p > 0).squeeze()`, `tf.where(p > 0)[:, 0]`.
_RESHAPING = frozenset({"squeeze", "flatten", "ravel", "view", "reshape"})


def asked_of_places(expression: Node) -> Node | None:
    """Return the condition of which an expression gives the places where it holds, None of any other expression.

    `nonzero(p)` asks whether `p` is not 0.
    """
    while (of := _reshaped(expression)) is not None:
        expression = of
    return reduced(expression, _PLACES, frozenset({"as_tuple"}))


def _reshaped(expression: Node) -> Node | None:
    """Return what an expression brings into another form, or takes the first axis of."""
    if expression.type == "subscript":
        holder = required(expression, "value")
        return holder if holder.type == "call" else None
    if expression.type != "call" or code_in(expression.child_by_field_name("arguments"))[1:]:
        return None
    function = required(expression, "function")
    is_reshaping = text(function.child_by_field_name("attribute")) in _RESHAPING
    return function.child_by_field_name("object") if is_reshaping else None
