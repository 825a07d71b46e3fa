"""The floor inside the root: a norm or a deviation whose gradient is finite where all it is computed from is 0.

Observed (FACTS, T3): the gradient of a norm of zeros, and of a standard deviation of equal numbers, is NaN in JAX and
in TensorFlow under XLA, and no mask around it helps; PyTorch defines both as 0.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from nanproof.fixes.bound_table import Purpose, bound
from nanproof.fixes.fix import Applicability, Fix
from nanproof.fixes.spelling import spelt
from nanproof.fixes.writing import result
from nanproof.infer.value import Made
from nanproof.names.scopes import scope_of
from nanproof.names.syntax import text
from nanproof.rules.compositions import parts
from nanproof.rules.expressions import Call, call_of, statement_of
from nanproof.rules.site import Site
from nanproof.source.span import Span, TextEdit

_WORDS = {
    "jax": {
        "sqrt": "jax.numpy.sqrt",
        "maximum": "jax.numpy.maximum",
        "sum": "jax.numpy.sum",
        "square": "jax.numpy.square",
        "var": "jax.numpy.var",
    },
    "tensorflow": {
        "sqrt": "tensorflow.sqrt",
        "maximum": "tensorflow.maximum",
        "sum": "tensorflow.reduce_sum",
        "square": "tensorflow.square",
        "var": "tensorflow.math.reduce_variance",
    },
    "keras": {
        "sqrt": "keras.ops.sqrt",
        "maximum": "keras.ops.maximum",
        "sum": "keras.ops.sum",
        "square": "keras.ops.square",
        "var": "keras.ops.var",
    },
}
_NORMS = frozenset({"norm", "std", "distance", "std_of_all"})
# The norm of a matrix of order 2 is its largest singular value: only along an axis is it the Euclidean one.
# Of these a norm that is nearly 0 instead of 0 is nearly what it was.
_SMOOTH = frozenset({"cos", "cosh", "exp", "expm1", "log1p", "sin", "sinh", "square", "tanh"})
_EUCLIDEAN = frozenset({"", '"euclidean"', "'euclidean'"})
_EUCLIDEAN_ALONG_AN_AXIS = _EUCLIDEAN | {"2", "2.0"}


def norms_below(site: Site) -> tuple[Made, ...]:
    """Return the norms and deviations that make a divisor 0, where their own gradient is NaN then."""
    domain = site.domain
    if domain is None or domain.hole is None:
        return ()
    invalid = [dict(point.under) for point in site.operand.range.points if not domain.holds(point.value)]
    norms = (each for each in site.operand.made if each.function.name in _NORMS and each.framework.name in _WORDS)
    return tuple(each for each in norms if any(taken.get(each.producer) == 0 for taken in invalid))


def root(site: Site) -> Fix | None:
    """Return the fix that writes norms and deviations as roots with a floor below them, where they are computed."""
    calls = [_call(site, made) for made in norms_below(site)]
    written = [_rewritten(site, call) for call in calls if call is not None]
    edits = tuple(edit for edit in written if edit is not None)
    if not calls or len(edits) < len(calls):
        return None
    inside = all(site.span.contains(edit.span.start) for edit in edits)
    span = site.span if inside else _statement(site, edits[0].span)
    shown = result(site.document, span, edits)
    noun = " and the ".join(sorted({call.operation.function.title for call in calls if call is not None}))
    doubt = _doubt(site, calls)
    return Fix(
        title=f"Keep the root above 0: {shown}",
        reason=doubt or f"a mask around it would leave the gradient of the {noun} NaN at 0",
        result=shown,
        applicability=Applicability.UNSAFE if doubt else Applicability.SAFE,
        edits=edits,
        preferred=True,
        lead="mask it",
    )


def _call(site: Site, made: Made) -> Call | None:
    """Return the call that computes a norm, where it stands in the function of the site."""
    span, document = made.place.span, made.place.document
    if document.path != site.document.path:
        return None
    node = document.tree.root_node.descendant_for_byte_range(span.start, span.end)
    if node is None or scope_of(node) != scope_of(site.node):
        return None
    call = call_of(site, node)
    return call if call is not None and call.function in ("norm", "std", "std_of_all") else None


def _rewritten(site: Site, call: Call) -> TextEdit | None:
    words = {word: _written(site, call, name) for word, name in _WORDS[call.operation.framework.name].items()}
    inside = _inside(call, words)
    if inside is None or not all(words.values()):
        return None
    floor = bound(Purpose.SQUARED_NORM, site.operand.dtype)
    span = Span(call.node.start_byte, call.node.end_byte)
    return TextEdit(span, f"{words['sqrt']}({words['maximum']}({inside}, {floor}))")


def _statement(site: Site, span: Span) -> Span:
    """Return the assignment that an edit is made in."""
    node = site.document.tree.root_node.descendant_for_byte_range(span.start, span.end)
    whole = statement_of(node) if node is not None else None
    return Span(whole.start_byte, whole.end_byte) if whole is not None else span


def _doubt(site: Site, calls: list[Call | None]) -> str | None:
    """Say what else could notice that the norm is not 0 any more: a comparison with the name that holds it."""
    for call in calls:
        statement = statement_of(call.node) if call is not None else None
        target = statement.child_by_field_name("left") if statement is not None else None
        if target is not None and not all(each == target or _only_scales(site, each) for each in _uses(site, target)):
            return f"right where nothing asks whether `{text(target)}` is 0: it no longer becomes 0"
    return None


def _uses(site: Site, target: Node) -> Iterator[Node]:
    scope = scope_of(target)
    if target.type != "identifier":
        return iter(())
    bindings = site.engine.modules.bindings(site.document)
    return iter(bindings.occurrences_in(text(target), scope.start_byte, scope.end_byte))


def _only_scales(site: Site, name: Node) -> bool:
    """Say whether a use of a norm computes with it; any other may ask whether it is 0, however."""
    above = name.parent
    if above is not None and above.type == "argument_list" and above.parent is not None:
        call = call_of(site, above.parent)
        return call is not None and call.operand == name and call.function in _SMOOTH
    return above is not None and above.type == "binary_operator" and parts(above)[1] in ("/", "*")


def _written(site: Site, call: Call, canonical: str) -> str:
    spelling = spelt(site.document, site.engine, call.callee, canonical)
    return spelling.expression if spelling is not None and not spelling.edits else ""


def _inside(call: Call, words: dict[str, str]) -> str | None:
    """Return the sum of squares, or the variance, that the root is taken of."""
    operand = text(call.operand)
    if call.function in ("std", "std_of_all"):
        if not set(call.roles) <= {"x", "axis", "keepdims", "ddof"}:
            return None
        return f"{words['var']}({operand}{_named(call, 'axis', 'ddof', 'keepdims')})"
    # Over two axes the order 2 is the spectral norm.
    along_one = re.fullmatch(r"-?\d+", text(call.roles.get("axis"))) is not None
    known = _EUCLIDEAN_ALONG_AN_AXIS if along_one else _EUCLIDEAN
    if not set(call.roles) <= {"x", "axis", "keepdims", "order"} or text(call.roles.get("order")) not in known:
        return None
    return f"{words['sum']}({words['square']}({operand}){_named(call, 'axis', 'keepdims')})"


def _named(call: Call, *roles: str) -> str:
    return "".join(f", {role}={text(call.roles[role])}" for role in roles if role in call.roles)
