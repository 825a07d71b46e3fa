"""A softmax of logits that are masked with -inf: where a whole row is, it subtracts -inf from -inf.

So does the derivative of the logarithm of a sum of exponentials, which is -inf itself there.

What a mask is made of says whether that can be: a triangle, a diagonal or the largest few leave something in each row.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace

from tree_sitter import Node

from nanproof.infer.engine import Engine
from nanproof.infer.numbers import arithmetic_of
from nanproof.infer.parts import node_of
from nanproof.infer.selected import compares_with_itself
from nanproof.infer.structure import behind
from nanproof.infer.value import UNKNOWN, Computation, Number
from nanproof.names.binding import Binds
from nanproof.names.reaching import reaching
from nanproof.names.syntax import bare, called_name, code_in, inside, operands, parent_of, required, text
from nanproof.sites.called import site_of_call
from nanproof.sites.conditions import is_condition
from nanproof.sites.infinite import TRIANGLES, as_cast, site_at
from nanproof.sites.site import Site
from nanproof.sites.spared import OF_A_ROW, spares_each_row, written_item
from nanproof.sites.spoken_of import sides_of
from nanproof.source.document import Document
from nanproof.source.place import Place
from nanproof.source.span import Span
from nanproof.values.dtype import DType

SOFTMAX, LOGSUMEXP = "softmax", "logsumexp"
_OVER_ROWS = frozenset({SOFTMAX, LOGSUMEXP})
_FILLS = frozenset({"where", "masked_fill"})
_PASSES = frozenset({"same", "cast", "divide", "multiply", "add", "subtract"})
_DIAGONAL = frozenset({"eye", "identity", "fill_diagonal_", "diag", "diagonal"})
# What leaves an element of each row: triangles, diagonals, positions that are compared, the largest few, a draw.
_LEAVE_ONE = (
    TRIANGLES
    | _DIAGONAL
    | {"arange", "range", "linspace", "rand", "bernoulli"}
    | {"topk", "top_k", "sort", "kthvalue", "argsort", "cumsum", "quantile", "max", "amax", "argmax", "one_hot"}
    | {"sequence_mask", "make_causal_mask", "generate_square_subsequent_mask"}
)
_DEEPEST = 8
_LITERALS = frozenset({"integer", "float", "unary_operator"})
# How the axis of a row is written: a number, or by its name.
_AXES = frozenset({"integer", "unary_operator", "tuple"})
_NAMED_AXES = frozenset({"axis", "dim"})
_MOST_NAMES = 40


def site_of_softmax(document: Document, engine: Engine, call: Node) -> Site | None:
    """Return the site that a softmax of masked logits is, or a logsumexp; None where no whole row can be masked."""
    site = site_of_call(document, engine, call)
    return site if site is not None and masking_of_rows(site) is not None else None


def site_of_shift(document: Document, engine: Engine, node: Node) -> Site | None:
    """Return the site that a difference of masked logits and the largest of each row is; None where none is masked."""
    value = engine.value(engine.around(document, node), node) if sides_of(node) else UNKNOWN
    if not isinstance(value, Number) or value.computation is None or not _is_shifted(value):
        return None
    site = site_at(document, engine, node, value, value.computation.roles["x"])
    return site if site is not None and masking_of_rows(site) is not None else None


def is_shift(site: Site) -> bool:
    """Say whether a site is what a softmax by hand takes the exponential of: `s - s.amax(-1, keepdim=True)`."""
    value = site.engine.value(site.frame, site.node) if site.function.name == "subtract" else UNKNOWN
    return isinstance(value, Number) and _is_shifted(value)


def _is_shifted(difference: Number) -> bool:
    """Say whether the largest of each row is taken from a number; that of all is -inf where all rows are masked."""
    made = difference.computation
    if made is None or made.function.name != "subtract" or "touches zero" not in difference.traits:
        return False
    extreme = next((each.computation for each in behind([made.roles["y"]], _DEEPEST) if _is_largest(each)), None)
    if extreme is None:
        return False
    given = code_in(node_of(extreme).child_by_field_name("arguments"))
    return any(each.type in _AXES or text(each.child_by_field_name("name")) in _NAMED_AXES for each in given)


def _is_largest(number: Number) -> bool:
    return number.computation is not None and number.computation.function.name == "max"


def site_of_filled_softmax(document: Document, engine: Engine, call: Node) -> Site | None:
    """Return the site that a softmax of logits with -inf in them is, whatever the mask is made of."""
    site = site_of_call(document, engine, call)
    return site if site is not None and site.function.name == SOFTMAX and is_filled(site) else None


def is_filled(site: Site) -> bool:
    """Say whether -inf is put into the logits of a softmax, whatever the mask is made of."""
    return any(_filled(each) is not None for each in _reached(site)) or _assigned(site) is not None


@dataclass(frozen=True, slots=True)
class Masking:
    """What puts -inf into logits, a call or an assignment, and the condition by which it does.

    What is only added to the logits lets the derivative of the softmax through, NaN, where a fill gives 0 for it.
    """

    node: Node
    condition: Node
    is_added: bool = False


def masking_of_rows(site: Site) -> Masking | None:
    """Return what masks the logits of a softmax or a logsumexp with -inf, if it may do so to a whole row."""
    if site.function.name not in _OVER_ROWS and not is_shift(site):
        return None
    found = ((each, filled) for each in _reached(site) if (filled := _filled(each)) is not None)
    logits, filled = next(found, (None, None))
    if filled is not None and (filled.where.document is not site.document or _is_filled_by_rows(site, logits)):
        return None
    masking = _masking(filled, logits) if filled is not None else _assigned(site)
    if masking is None:
        return None
    return masking if may_hold_of_a_row(site, masking.condition) else None


def may_hold_of_a_row(site: Site, condition: Node) -> bool:
    """Say whether a condition may mask a whole row, by what it is made of."""
    return not _leaves_one(site, list(_makers(site, condition)))


def _reached(site: Site) -> Iterator[Number]:
    """Yield what the logits may be: an operand, and where it is a name what each of its definitions gives."""
    yield site.operand
    if site.operand_node.type != "identifier":
        return
    for each in reaching(site.operand_node, site.engine.modules.bindings(site.document)).bindings:
        value = site.engine.value(site.frame, each.value) if each.value is not None else None
        if isinstance(value, Number):
            yield value


def _filled(number: Number, depth: int = _DEEPEST) -> Computation | None:
    """Return what put -inf into logits: `masked_fill`, or a choice; into them, or into what is added to them."""
    made = number.computation
    if made is None or not depth:
        return None
    if made.function.name in _FILLS:
        before = (_filled(each, depth - 1) for each in made.roles.values())
        infinite = made if any(_is_infinite(each, number) for each in made.roles.values()) else None
        return next(filter(None, before), infinite)
    if made.function.name not in _PASSES:
        return None
    if _is_multiplied_beyond(number, made):
        return made
    followed = made.roles.values() if made.function.name == "add" else [made.roles.get("x")]
    found = (_filled(each, depth - 1) for each in followed if each is not None)
    return next(filter(None, found), None)


def _is_multiplied_beyond(number: Number, made: Computation) -> bool:
    """Say whether a mask is multiplied with what half precision does not hold: `(1 - mask.half()) * -1e9`."""
    framework = number.framework
    if made.function.name != "multiply" or number.dtype is not DType.FLOAT16 or framework is None:
        return False
    if framework.casts_numbers:
        return False  # there the product itself is NaN
    factors = [each.range.single for each in made.roles.values() if each.range.single is not None]
    computing = arithmetic_of(number.dtype, number.holder, framework)
    return len(factors) == 1 and -math.inf < factors[0] < 0 and computing.round(factors[0]) == -math.inf


def _is_filled_by_rows(site: Site, logits: Number | None) -> bool:
    """Say whether whole rows are filled anew once they are masked: `s.masked_fill(mask.all(-1, keepdim=True), 0)`."""
    for _ in range(_DEEPEST):
        made = logits.computation if logits is not None else None
        if made is None or made.function.name not in _FILLS | _PASSES:
            return False
        is_here = made.function.name in _FILLS and made.where.document is site.document
        condition = condition_of(made) if is_here else None
        makers = _makers(site, condition) if condition is not None else ()
        if any(called_name(each) in OF_A_ROW for maker in makers for each in inside(maker)):
            return True
        logits = made.roles.get("x")
    return False


def _is_infinite(fill: Number, filled: Number | None = None) -> bool:
    """Say whether -inf is filled in, or where nobody passes another value; or what is -inf in half precision."""
    if filled is not None and as_cast(filled, fill) == -math.inf:
        return True
    return any(point.value == -math.inf and not point.under for point in fill.range.points)


def _assigned(site: Site) -> Masking | None:
    """Return what writes -inf by a mask, `s[mask] = -inf`, into logits or what is added to them, before the softmax."""
    return _written_into(site, site.operand_node, _DEEPEST)


def _written_into(site: Site, logits: Node, depth: int) -> Masking | None:
    logits = bare(logits)
    if not depth:
        return None
    if (terms := operands(logits, "+")) is not None:
        found = next(filter(None, (_written_into(site, each, depth - 1) for each in terms)), None)
        return replace(found, is_added=True) if found is not None else None
    engine = site.engine
    made = reaching(logits, engine.modules.bindings(site.document)).bindings if logits.type == "identifier" else ()
    for each in made:
        item = parent_of(each.name_node)
        if each.value is None:
            continue
        if each.kind is Binds.AUGMENTED or operands(bare(each.value), "+") is not None:
            found = _written_into(site, each.value, depth - 1)
            if found is not None:
                return replace(found, is_added=True)
        frame = engine.around(site.document, each.statement)
        value = engine.value(frame, each.value)
        masks = [index for index in code_in(item)[1:] if is_condition(engine, frame, index)]
        if masks and isinstance(value, Number) and _is_infinite(value):
            return Masking(each.statement, masks[0])
    return None


def _masking(made: Computation, logits: Number | None) -> Masking | None:
    condition = condition_of(made)
    return Masking(node_of(made), condition, _is_added(logits)) if condition is not None else None


def _is_added(logits: Number | None) -> bool:
    """Say whether something is added to logits after the last fill."""
    for _ in range(_DEEPEST):
        made = logits.computation if logits is not None else None
        if made is None or made.function.name not in _PASSES:
            return False
        if made.function.name == "add":
            return True
        logits = made.roles.get("x")
    return False


def condition_of(made: Computation) -> Node | None:
    """Return the condition by which a `where` chooses, or a `masked_fill` fills; a mask that is multiplied."""
    node = node_of(made)
    if (factors := operands(node, "*")) is not None:
        return next((each for each in factors if bare(each).type not in _LITERALS), None)
    if node.type != "call":
        return None
    given = code_in(node.child_by_field_name("arguments"))
    named = [each for each in given if text(each.child_by_field_name("name")) in ("mask", "condition")]
    first = 1 if made.function.name == "masked_fill" and len(given) == 3 else 0
    return required(named[0], "value") if named else given[first]


def _makers(site: Site, condition: Node) -> Iterator[Node]:
    """Yield the expressions that a condition is made of: itself, and what its names and attributes stand for."""
    bindings = site.engine.modules.bindings(site.document)
    waiting, seen = [condition], set[int]()
    for _ in range(_MOST_NAMES):
        if not waiting:
            break
        node = waiting.pop()
        if node.id in seen:
            continue
        seen.add(node.id)
        yield node
        for each in inside(node):
            if each.type == "identifier":
                bound = reaching(each, bindings).bindings
                waiting += [one.value for one in bound if one.value is not None]
                waiting += [item for one in bound for item in written_item(one)]
            elif text(each.child_by_field_name("object")) == "self":
                name = text(each.child_by_field_name("attribute"))
                waiting += [bound.value for bound in bindings.of_attribute(name) if bound.value is not None]
                waiting += [call for _, call in bindings.calls_of("register_buffer") if f'"{name}"' in text(call)]


def _leaves_one(site: Site, makers: list[Node]) -> bool:
    """Say whether a mask leaves an element of each row, or compares each with each, of which one is itself.

    Where it leaves out the diagonal as well, `(y[:, None] == y) & ~eye`, nothing is left of what is alone.
    """
    parts = [each for made in makers for each in inside(made)]
    if any(spares_each_row(each, makers[0]) for each in parts):
        return True
    called = {called_name(each) for each in parts}
    if any(_compares_with_itself(site, each) for each in parts):
        return called.isdisjoint(_DIAGONAL) or not called.isdisjoint(_LEAVE_ONE - _DIAGONAL)
    return not called.isdisjoint(_LEAVE_ONE)


def _compares_with_itself(site: Site, expression: Node) -> bool:
    if expression.type != "comparison_operator":
        return False
    place = Place(site.document, Span(expression.start_byte, expression.end_byte))
    return compares_with_itself(place, site.engine.modules.bindings(site.document))
