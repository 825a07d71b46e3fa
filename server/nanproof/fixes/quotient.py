"""Quotients that are defined where the divisor is 0: `divide_no_nan`, `where` with a safe divisor, `normalize`."""

from __future__ import annotations

from tree_sitter import Node

from nanproof.fixes.bounds import beside_hole, exponent_of
from nanproof.fixes.fix import Applicability, Fix, Way
from nanproof.fixes.root import is_above_a_root
from nanproof.fixes.spelling import argument_of, spelt
from nanproof.fixes.writing import has_spare_parentheses, result
from nanproof.forms.compositions import squared
from nanproof.forms.expressions import Call, call_of, has_comment
from nanproof.infer.engine import Engine
from nanproof.infer.underflow import is_sum_of_exponentials
from nanproof.names.syntax import bare, inside, operands, text
from nanproof.sites.site import Site
from nanproof.source.span import Span, TextEdit
from nanproof.values.dtype import DType

# The module in which a divisor is replaced that is nearly 0.
_SAFE_DIVISORS = {"torch": "torch", "jax": "jax.numpy", "numpy": "numpy"}
_EUCLIDEAN = frozenset({"2", "2.0", "'fro'", '"fro"', "'euclidean'", '"euclidean"'})


def divide_no_nan(site: Site, engine: Engine) -> Fix | None:
    """Return the fix that makes a quotient 0 where its divisor is 0, for frameworks that have such a function."""
    quotient, canonical = operands(site.node, "/"), site.framework.twins.get("divide_no_nan")
    if quotient is None or canonical is None or is_above_a_root(site):
        return None
    if is_sum_of_exponentials(site.operand):
        return None  # it overflows as well, and Inf / Inf stays NaN
    spelling = spelt(site.document, engine, site.callee, canonical)
    if spelling is None:
        return None
    edits = (*spelling.edits, *_as_call(*quotient, site.callee, spelling.expression))
    written = result(site.document, site.span, edits)
    return Fix(
        title=f"Divide without NaN: {written}",
        reason="value and gradient are 0 where the divisor is 0; just above 0 the quotient can still overflow",
        result=written,
        applicability=Applicability.UNSAFE,
        edits=edits,
        way=Way.OTHER,
    )


def _as_call(left: Node, right: Node, operator: Node, function: str) -> tuple[TextEdit, ...]:
    """Return the edits that make `f(a, b)` of `a / b`: parentheses of the operands become those of the call."""
    lead, tail = int(has_spare_parentheses(left)), has_spare_parentheses(right)
    last = Span(right.start_byte, right.start_byte + 1) if tail else Span(right.end_byte, right.end_byte)
    return (
        TextEdit(Span(left.start_byte, left.start_byte + lead), f"{function}("),
        TextEdit(Span(left.end_byte - lead, operator.end_byte), ","),
        TextEdit(last, "" if tail else ")"),
    )


def safe_divisor(site: Site, engine: Engine) -> Fix | None:
    """Return the fix that divides by 1 where the divisor is nearly 0, for divisors that can have either sign.

    1 divided by the smallest numbers of a dtype is Inf as well.
    """
    node, module = site.operand_node, _SAFE_DIVISORS.get(site.framework.name)
    domain, interval = site.domain, site.operand.range.interval
    if module is None or domain is None or domain.hole is None or interval.low >= 0 or is_above_a_root(site):
        return None
    if not site.is_operator or node.type not in ("identifier", "attribute") or _has_call(node):
        return None
    least = beside_hole(site, exponent_of(site))
    words = [spelt(site.document, engine, site.callee, f"{module}.{name}") for name in ("where", "abs")]
    known = [each for each in words if each is not None]
    if len(known) < len(words) or least is None:
        return None
    where, size = known
    divisor = f"{where.expression}({size.expression}({text(node)}) < {least}, 1.0, {text(node)})"
    edits = (*dict.fromkeys((*where.edits, *size.edits)), TextEdit(site.operand_span, divisor))
    written = result(site.document, site.span, edits)
    return Fix(
        title=f"Divide by 1 where the divisor is nearly 0: {written}",
        reason=f"value and gradient are finite, and a divisor nearer to 0 than {least} counts as 1",
        result=written,
        applicability=Applicability.UNSAFE,
        edits=edits,
        way=Way.OTHER,
    )


def normalize(site: Site, engine: Engine) -> Fix | None:
    """Return the fix that normalises with the framework's own function: `x / x.norm(...)`, `x / sqrt(sum(x**2))`."""
    quotient, canonical = operands(site.node, "/"), site.framework.twins.get("l2_normalize")
    if quotient is None or canonical is None or has_comment(site.node):
        return None
    vector, divisor = quotient
    norm = _norm_of(site, divisor, vector)
    if norm is None or site.operand.dtype is DType.FLOAT16 or _has_call(vector):
        return None  # in float16 the function's own epsilon is 0
    callee, axis = norm
    spelling = spelt(site.document, engine, callee, canonical)
    if spelling is None:
        return None
    arguments = f"{text(bare(vector))}, {argument_of(engine, canonical, 'axis')}={axis}"
    edits = (*spelling.edits, TextEdit(site.span, f"{spelling.expression}({arguments})"))
    written = result(site.document, site.span, edits)
    return Fix(
        title=f"Normalise with the framework's own function: {written}",
        reason="it divides by the norm or by a small number, whichever is larger",
        result=written,
        applicability=Applicability.SAFE,
        edits=edits,
        lead="or better",
        way=Way.OTHER,
    )


def _norm_of(site: Site, divisor: Node, vector: Node) -> tuple[Node, str] | None:
    """Return what is called for the Euclidean norm of a vector that a divisor is, and along which axis it is one."""
    outer = call_of(site, divisor)
    if outer is None:
        return None
    if outer.function == "norm":
        call, is_of_it = outer, _is_same(outer.operand, vector)
    else:
        inner = call_of(site, outer.operand)
        if inner is None or (outer.function, inner.function) != ("sqrt", "sum"):
            return None
        call, is_of_it = inner, _is_square(site, inner.operand, vector)
    axis = _axis_of(call)
    return (call.callee, axis) if is_of_it and axis is not None else None


def _is_square(site: Site, node: Node, vector: Node) -> bool:
    """Say whether an expression is the square of a vector, however it is written."""
    base = squared(site, node)
    return base is not None and _is_same(base, vector)


def _is_same(one: Node, other: Node) -> bool:
    return text(bare(one)) == text(bare(other))


def _axis_of(norm: Call) -> str | None:
    """Return the one axis of a Euclidean norm that keeps its dimensions."""
    roles = norm.roles
    if not set(roles) <= {"x", "axis", "keepdims", "order"}:
        return None
    order, axis = roles.get("order"), roles.get("axis")
    is_euclidean = order is None or text(order) in _EUCLIDEAN
    if not is_euclidean or axis is None or text(roles.get("keepdims")) != "True":
        return None
    return text(axis) if axis.type in ("integer", "unary_operator", "identifier", "attribute") else None


def _has_call(node: Node) -> bool:
    return any(each.type == "call" for each in inside(node))
