"""The floor inside the root: a norm or a deviation whose gradient is finite where all it is computed from is 0.

Observed (FACTS, T3): the gradient of a norm of zeros, and of a standard deviation of equal numbers, is NaN in JAX and
in TensorFlow under XLA, and no mask around it helps; PyTorch defines both as 0.
"""

from __future__ import annotations

from nanproof.fixes.fix import Applicability, Fix
from nanproof.fixes.spelling import spelt
from nanproof.fixes.writing import result
from nanproof.names.syntax import text
from nanproof.rules.expressions import Call, call_of
from nanproof.rules.site import Site
from nanproof.source.span import TextEdit
from nanproof.values.dtype import DType

# Its root is the usual floor of a divisor; the derivative of sqrt there is 5e9.
_FLOOR = "1e-20"
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
}
_EUCLIDEAN = frozenset({"", "2", "2.0", '"euclidean"', "'euclidean'"})


def needs_root(site: Site) -> Call | None:
    """Return the norm or deviation that a divisor is, where its own gradient is NaN at 0."""
    domain = site.domain
    if site.framework.name not in _WORDS or domain is None or domain.hole is None:
        return None
    call = call_of(site, site.operand_node)
    return call if call is not None and call.function in ("norm", "std") else None


def root(site: Site) -> Fix | None:
    """Return the fix that writes a norm or deviation as a root with a floor below it."""
    call = needs_root(site)
    if call is None or site.operand.dtype is DType.FLOAT16:
        return None
    words = {word: _written(site, call, name) for word, name in _WORDS[site.framework.name].items()}
    inside = _inside(call, words)
    if inside is None or not all(words.values()):
        return None
    edits = (TextEdit(site.operand_span, f"{words['sqrt']}({words['maximum']}({inside}, {_FLOOR}))"),)
    written = result(site.document, site.span, edits)
    return Fix(
        title=f"Keep the root above 0: {written}",
        reason=f"a mask around it would leave the gradient of the {call.operation.function.title} NaN at 0",
        result=written,
        applicability=Applicability.SAFE,
        edits=edits,
        preferred=True,
        lead="mask it",
    )


def _written(site: Site, call: Call, canonical: str) -> str:
    spelling = spelt(site.document, site.engine, call.callee, canonical)
    return spelling.expression if spelling is not None and not spelling.edits else ""


def _inside(call: Call, words: dict[str, str]) -> str | None:
    """Return the sum of squares, or the variance, that the root is taken of."""
    operand = text(call.operand)
    if call.function == "std":
        if not set(call.roles) <= {"x", "axis", "keepdims", "ddof"}:
            return None
        return f"{words['var']}({operand}{_named(call, 'axis', 'ddof', 'keepdims')})"
    if not set(call.roles) <= {"x", "axis", "keepdims", "order"} or text(call.roles.get("order")) not in _EUCLIDEAN:
        return None
    return f"{words['sum']}({words['square']}({operand}){_named(call, 'axis', 'keepdims')})"


def _named(call: Call, *roles: str) -> str:
    return "".join(f", {role}={text(call.roles[role])}" for role in roles if role in call.roles)
