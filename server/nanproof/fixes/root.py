"""The floor inside the root: a norm or a deviation whose gradient is finite where all it is computed from is 0.

Observed (FACTS, T3): the gradient of a norm of zeros, and of a standard deviation of equal numbers, is NaN in JAX and
in TensorFlow under XLA, and no mask around it helps; PyTorch defines both as 0. Written out as the root of a sum it is
NaN in PyTorch too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

from tree_sitter import Node

from nanproof.fixes.bound_table import Purpose, bound
from nanproof.fixes.bounds import NORMS, exponent_of
from nanproof.fixes.fix import Applicability, Fix
from nanproof.fixes.spelling import at_hand
from nanproof.fixes.writing import around, behind, result
from nanproof.forms.expressions import Call, call_of, has_comment, statement_of
from nanproof.infer.value import Computation, Holder, Made, Number
from nanproof.masks.stopped import is_stopped
from nanproof.names.scopes import scope_of
from nanproof.names.syntax import bare, code_in, is_a, node_at, outwards, parts, required, text
from nanproof.sites.site import Site
from nanproof.source.place import Place
from nanproof.source.span import Span, TextEdit
from nanproof.values.dtype import DType

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
_IMPORTS_JAX = re.compile(rb"^[ \t]*(?:import|from)[ \t]+jax\b", re.MULTILINE)
_IMPORTS_NUMPY = re.compile(rb"^[ \t]*(?:import|from)[ \t]+numpy\b", re.MULTILINE)
# Under a steeper power the square of the gradient overflows at the floor.
_STEEPEST = -2
# The norm of a matrix of order 2 is its largest singular value: only along an axis is it the Euclidean one.
# Of these a norm that is nearly 0 instead of 0 is nearly what it was.
_SMOOTH = frozenset({"cos", "cosh", "exp", "expm1", "log1p", "sin", "sinh", "square", "tanh"})
# Where the names stand that hold a value.
_HOLDS = {"assignment": "left", "augmented_assignment": "left", "named_expression": "name"}
_SEVERAL = frozenset({"pattern_list", "tuple_pattern", "list_pattern"})
_ROOTS = frozenset({"sqrt", "pow"})  # of what they are taken is written beside them
_SCALED = frozenset({"multiply", "same", "cast", "square", "pow"})
_BOUNDS = frozenset({"clip", "maximum"})
_HALF = 0.5
_DEVIATIONS = frozenset({"std", "std_of_all"})
_BY_HAND = frozenset(
    {"norm_by_hand", "norms_by_hand", "norm_of_outputs", "length_by_hand", "length_of_padding", "deviation_by_hand"}
)
_EUCLIDEAN = frozenset({"", '"euclidean"', "'euclidean'"})
_EUCLIDEAN_ALONG_AN_AXIS = _EUCLIDEAN | {"2", "2.0"}


def norms_below(site: Site) -> tuple[Made, ...]:
    """Return the norms and deviations that make an operand invalid at 0, where their own gradient is NaN then."""
    domains = [domain for domain in (site.domain, site.gradient) if domain is not None]
    points = site.operand.range.points
    invalid = [dict(each.under) for each in points if not all(domain.holds(each.value) for domain in domains)]
    norms = (each for each in site.operand.made if each.function.name in NORMS and _fails_at_0(site, each))
    return tuple(each for each in norms if any(taken.get(each.producer) == 0 for taken in invalid))


def roots_below(site: Site) -> tuple[Place, ...]:
    """Return the roots that an operand is a multiple or a power of, where they are taken of what can be 0.

    What a norm is taken of is known of the norm: `norms_below`. A relu stops what comes back of its 0.
    """
    waiting, found = [site.operand], list[Place]()
    while waiting:
        made = waiting.pop().computation
        if made is None or _home(site, site.framework.name) not in (*_WORDS, "torch"):
            continue
        inner = [each for each in made.roles.values() if each.holder is not Holder.PYTHON]
        if made.function.name not in _ROOTS or not _is_root(made):
            waiting += inner if made.function.name in _SCALED else []
        elif any(_is_zero(each) and not is_stopped(replace(site, operand=each)) for each in inner):
            found.append(made.where)
    return tuple(found)


def _is_zero_beside(site: Site) -> bool:
    """Say whether an operand is 0 by another factor than its roots: by `s` of `s * sqrt(v)`."""
    factors = _multiplied(site.operand)
    lengths = (*_ROOTS, *NORMS, *_BY_HAND)
    return len(factors) > 1 and any(_is_zero(each) and _function_of(each) not in lengths for each in factors)


def _function_of(number: Number) -> str:
    return number.computation.function.name if number.computation is not None else ""


def _multiplied(number: Number) -> list[Number]:
    made = number.computation
    if made is None or made.function.name != "multiply":
        return [number]
    return [factor for each in made.roles.values() for factor in _multiplied(each)]


def _is_root(made: Computation) -> bool:
    exponent = made.roles.get("y")
    return exponent is None or exponent.range.single == _HALF


def _is_zero(number: Number) -> bool:
    return any(point.value == 0 for point in number.range.points)


def is_above_a_root(site: Site) -> bool:
    """Say whether a mask of an operand, or an epsilon, leaves the gradient of what is below it NaN."""
    return bool(norms_below(site) or roots_below(site))


def _fails_at_0(site: Site, made: Made) -> bool:
    """Say whether the gradient of a norm of zeros is NaN: by definition of the framework, or of the root in it."""
    home = _home(site, made.framework.name)
    return home in _WORDS or (home == "torch" and made.function.name in _BY_HAND)


def _home(site: Site, framework: str) -> str:
    """Return the framework of an array: in a file that imports JAX and no NumPy, `x.std()` is hardly of NumPy."""
    if framework != "numpy":
        return framework
    search = site.engine.modules.bindings(site.document).search
    return "jax" if search(_IMPORTS_JAX) is not None and search(_IMPORTS_NUMPY) is None else framework


def root(site: Site) -> Fix | None:
    """Return the fix that writes norms and deviations as roots with a floor below them, where they are computed."""
    by_norms = [root_of(site, made) for made in norms_below(site)]
    by_roots = [_at(site, place, "root", site.framework.name, Purpose.VARIANCE) for place in roots_below(site)]
    found = [*by_norms, *(each for each in by_roots if each not in by_norms)]
    roots = [each for each in found if each is not None]
    written = [rewritten(site, each) for each in roots]
    edits = tuple(edit for edits in written if edits is not None for edit in edits)
    if not found or len(roots) < len(found) or None in written or _is_zero_beside(site):
        return None
    exponent = exponent_of(site)
    if exponent is not None and exponent < _STEEPEST:
        return None
    inside = all(site.span.contains(edit.span.start) for edit in edits)
    span = site.span if inside else _statement(site, edits[0].span)
    shown = result(site.document, span, edits)
    noun = " and the ".join(sorted({each.title for each in roots}))
    doubt = _doubt(site, roots)
    return Fix(
        title=f"Keep the root above 0: {shown}",
        reason=doubt or f"a mask around it would leave the gradient of the {noun} NaN at 0",
        result=shown,
        applicability=Applicability.UNSAFE if doubt else Applicability.SAFE,
        edits=edits,
        preferred=True,
        lead="mask it",
    )


@dataclass(frozen=True, slots=True)
class Root:
    """The call that computes a norm or a deviation: `title` says which, `home` in which framework.

    A bound below it is for a `purpose`: what a norm divides is as small as the norm, what another root divides is not.
    """

    call: Call
    title: str
    home: str
    purpose: Purpose


def root_of(site: Site, made: Made) -> Root | None:
    """Return what computes a norm, where it stands in the function of the site and holds no comment."""
    return _at(
        site, made.place, made.function.title, _home(site, made.framework.name), purpose_below(made.function.name)
    )


def purpose_below(function: str) -> Purpose:
    """Return what a floor below a norm or a deviation is for."""
    return Purpose.VARIANCE if function in _DEVIATIONS else Purpose.SQUARED_NORM


def _at(site: Site, place: Place, title: str, home: str, purpose: Purpose) -> Root | None:
    node = node_at(place.document.tree.root_node, place.span.start, place.span.end)
    if scope_of(node) != scope_of(site.node) or has_comment(node):
        return None
    call = _power(site, node, home) if node.type == "binary_operator" else call_of(site, node)
    return Root(call, title, home, purpose) if call is not None else None


def _power(site: Site, node: Node, home: str) -> Call | None:
    """Return `x ** 0.5` as the call that it stands for: a method of what the root is taken of."""
    squares = required(node, "left")
    operation = site.engine.catalog.operation(_WORDS[home]["sqrt"] if home in _WORDS else f"{home}.sqrt")
    return Call(node, operation, required(node, "operator"), squares, squares) if operation is not None else None


def rewritten(site: Site, root: Root) -> tuple[TextEdit, ...] | None:
    """Return the edits that write a norm or a deviation as a root with a floor below it."""
    call, dtype = root.call, site.operand.dtype if root.home == site.framework.name else DType.FLOAT32
    floor = bound(root.purpose, dtype)
    if call.function in _ROOTS:
        return _floored(site, call, floor)
    words, inside = _words(site, root), below(site, root)
    if inside is None:
        return None
    span = Span(call.node.start_byte, call.node.end_byte)
    return (TextEdit(span, f"{words['sqrt']}({words['maximum']}({inside}, {floor}))"),)


def below(site: Site, root: Root) -> str | None:
    """Return what a root is taken of: the sum of squares, the variance, or what is written there."""
    if root.call.function in _ROOTS:
        return text(root.call.operand)
    words = _words(site, root)
    return _inside(root.call, words) if words.keys() == _WORDS["jax"].keys() else None


def _words(site: Site, root: Root) -> dict[str, str]:
    """Return what is written of a root and below it, as far as the file can write it without another import."""
    known = _WORDS.get(root.home, {}).items()
    written = {word: at_hand(site.document, site.engine, root.call.callee, name) for word, name in known}
    return {word: each for word, each in written.items() if each}


def _floored(site: Site, call: Call, low: str) -> tuple[TextEdit, ...] | None:
    """Return the edits that put a floor under what a root is taken of by hand, None where it has one: that is moved."""
    bounded = call_of(site, call.operand)
    if bounded is not None and bounded.function in _BOUNDS:
        return None
    form = site.framework.masks["floor"]
    if form.method is not None and call.receiver == call.operand:
        return behind(call.operand, f".{form.method}({form.method_arguments.format(low=low)})")
    function = at_hand(site.document, site.engine, call.callee, form.call_for(call.operation.name))
    if not function:
        return None
    before, _, after = form.arguments.partition("{x}")
    return around(call.operand, f"{function}({before.format(low=low)}", f"{after.format(low=low)})")


def _statement(site: Site, span: Span) -> Span:
    """Return the assignment that an edit is made in."""
    whole = statement_of(node_at(site.document.tree.root_node, span.start, span.end))
    return Span(whole.start_byte, whole.end_byte)


def _doubt(site: Site, roots: list[Root]) -> str | None:
    """Say what else could notice that the norm is not 0 any more: a comparison with the name that holds it."""
    if any(each.home != site.framework.name for each in roots):
        return "right where it is an array of JAX: an array of NumPy would become one"
    for target in (target for each in roots for target in _targets(each.call.node)):
        # Who reads an attribute or an item is not seen, nor is where a value goes beside the name that it gets.
        is_seen = target.type == "identifier" and not is_a(target.parent, "named_expression")
        if not is_seen or not all(use == target or _only_scales(site, use) for use in _uses(site, target)):
            return f"right where nothing asks whether `{text(target)}` is 0: it no longer becomes 0"
    return None


def _targets(expression: Node) -> Iterator[Node]:
    """Yield the names, attributes and items that hold what is computed with an expression, up to its statement."""
    for above in outwards(expression, "block", "module"):
        target = above.child_by_field_name(_HOLDS[above.type]) if above.type in _HOLDS else None
        held = code_in(target) if is_a(target, *_SEVERAL) else [target]
        yield from (each for each in held if each is not None)


def _uses(site: Site, name: Node) -> tuple[Node, ...]:
    scope, bindings = scope_of(name), site.engine.modules.bindings(site.document)
    return bindings.occurrences_in(text(name), scope.start_byte, scope.end_byte)


def _only_scales(site: Site, name: Node) -> bool:
    """Say whether a use of a norm computes with it; any other may ask whether it is 0, however."""
    if name == bare(site.operand_node):
        return True
    above = list(islice(outwards(name), 2))
    calls = [call for each in above if (call := call_of(site, each)) is not None]
    return any(call.function in _SMOOTH for call in calls) or parts(above[0])[1] in ("/", "*")


def _inside(call: Call, words: dict[str, str]) -> str | None:
    """Return the sum of squares, or the variance, that the root is taken of."""
    operand = text(call.operand)
    if call.function in _DEVIATIONS:
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
