"""How many elements a reduction runs over, where the source shows it: `x[:1]` along axis 0, `torch.zeros(0)`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tree_sitter import Node

from nanproof.infer.call_arguments import call_arguments
from nanproof.infer.engine import Engine
from nanproof.infer.narrowing import spelt_out
from nanproof.infer.operands import Roles, bound
from nanproof.infer.selected import compares_with_itself
from nanproof.infer.value import Arguments, Deferred, Frame, Layer, Number
from nanproof.names.syntax import called_name, code_in, first_child, is_a, required, text
from nanproof.sites.conditions import is_condition
from nanproof.sites.each_element import made_of
from nanproof.sites.handed import mask_handed
from nanproof.sites.site import Site
from nanproof.source.document import Document
from nanproof.source.place import Place
from nanproof.source.span import Span

WHOLE = "all"  # a reduction over every axis
_FILLED = frozenset({"zeros", "ones", "empty", "full", "rand", "randn", "new_zeros", "new_ones", "new_empty"})
_LITERAL = frozenset({"tensor", "array", "asarray", "as_tensor", "constant", "convert_to_tensor"})
_SELECTS = frozenset({"boolean_mask", "masked_select"})
_PICKS = frozenset({"gather", "gather_nd", "index_select", "take"})
_CONDITIONS = ("mask", "indices", "index")
_PLACES = frozenset({"argwhere", "flatnonzero", "nonzero", "where"})  # each of one argument
_SHAPES = frozenset({"cast", "flatten", "reshape", "squeeze", "to", "view"})
_MEETS = frozenset({"==", ">=", "<="})
_MOST_STEPS = 6
_MAKES_FEW = _FILLED | _LITERAL | _SELECTS | _PICKS | {"unsqueeze"}


@dataclass(frozen=True, slots=True)
class Selection:
    """A mask that selects elements, and how a text may ask whether it selects any: by `names`.

    `is_compared` where the source shows that it is a condition; else the mask was given.
    """

    condition: Node
    names: frozenset[str]
    is_compared: bool = True


def may_be_few(document: Document, engine: Engine, call: Node) -> bool:
    """Say whether it is worth asking how many elements a call reduces: of most reductions the source says nothing.

    Told from how the operand is written, because evaluating the operand of every mean of a file would be dear.
    """
    callee, given = required(call, "function"), required(call, "arguments")
    if any(text(each.child_by_field_name("name")) == "where" for each in given.named_children):
        return True
    owner = required(callee, "object") if is_a(callee, "attribute") else None
    operands = [each for each in (owner, first_child(given)) if each is not None]
    frame = engine.around(document, call)
    for operand in operands:
        if _is_empty(operand) or any(_makes_few(engine, frame, each) for each in made_of(engine, frame, operand)):
            return True
    return False


def _makes_few(engine: Engine, frame: Frame, written: Node) -> bool:
    if written.type == "subscript" or called_name(written) in _MAKES_FEW:
        return True
    return written.type == "call" and mask_handed(engine, frame, written, _SELECTS) is not None


def roles_of(site: Site) -> Roles:
    """Return the arguments of a reduction by role, those of a layer's constructor with them."""
    engine = site.engine
    operation = engine.catalog.operation(site.name)
    if operation is None:
        return {}
    given = call_arguments(site.frame, site.node)
    if operation.kind == "layer":
        layer = engine.value(site.frame, site.callee)
        made = layer.arguments if isinstance(layer, Layer) else Arguments()
        return {
            **dict(made.keyword),
            **bound(engine, operation.parameters, made),
            **bound(engine, operation.call, given),
        }
    receiver = (Deferred(site.frame, site.operand_node),) if site.is_method else ()
    return bound(engine, operation.parameters, Arguments((*receiver, *given.positional), given.keyword))


def is_off(site: Site, role: str) -> bool:
    """Say whether a setting is given, and false."""
    return role in roles_of(site) and _setting(site, role) == 0


def is_on(site: Site, role: str) -> bool:
    """Say whether a setting is given and not false, as far as is known."""
    return role in roles_of(site) and _setting(site, role) != 0


def _setting(site: Site, role: str) -> float | None:
    value = site.engine.argument(roles_of(site)[role])
    return value.range.single if isinstance(value, Number) else None


def axis_of(site: Site) -> int | str | None:
    """Return the axis of a reduction, `all` where it has none, None where it is not known or several."""
    given = roles_of(site).get("axis")
    if given is None:
        return WHOLE
    value = site.engine.argument(given)
    single = value.range.single if isinstance(value, Number) else None
    return int(single) if single is not None else None


def elements(site: Site) -> int | None:
    """Return how many elements are reduced into one, None where the source does not show it."""
    axis = axis_of(site)
    node = spelt_out(site.engine, site.frame, site.operand_node)
    if axis is None:
        return None
    if _is_empty(site.operand_node):
        return 0
    if node.type == "subscript":
        return 1 if axis == 0 and _is_slice_of_one(node) else None
    return _of_call(site, node, axis) if node.type == "call" else None


def _is_empty(node: Node) -> bool:
    """Say whether an expression is `[]`, which NumPy takes as an array without elements."""
    return node.type == "list" and not code_in(node)


def _is_slice_of_one(subscript: Node) -> bool:
    """Say whether an index is `[:1]`, `[0:1]` or `[None]`, whatever comes after along other axes."""
    index = required(subscript, "subscript")
    parts = [text(child) for child in index.children if child.type != "comment"]
    return index.type == "none" or parts in ([":", "1"], ["0", ":", "1"])


def _of_call(site: Site, call: Node, axis: int | str) -> int | None:
    callee = required(call, "function")
    name = text(callee).rpartition(".")[2]
    given = required(call, "arguments")
    arguments = code_in(given)
    if name == "unsqueeze" and arguments:
        value = site.engine.value(site.frame, arguments[-1])
        return 1 if isinstance(value, Number) and value.range.single == axis else None
    if name in _LITERAL and arguments and arguments[0].type == "list":
        items = code_in(arguments[0])
        return len(items) if all(child.type in ("integer", "float", "unary_operator") for child in items) else None
    if name in _FILLED:
        shape = [_count(child) for child in _shape(arguments)]
        if any(count is None for count in shape) or not shape:
            return None
        counts = [count for count in shape if count is not None]
        if axis == WHOLE:
            return min(counts) if 0 in counts else _product(counts)
        return counts[int(axis)] if -len(counts) <= int(axis) < len(counts) else None
    return None


def _shape(arguments: list[Node]) -> list[Node]:
    if arguments and arguments[0].type in ("tuple", "list"):
        return list(arguments[0].named_children)
    return [each for each in arguments if each.type != "keyword_argument"]


def _count(node: Node) -> int | None:
    return int(text(node)) if text(node).isdecimal() else None


def _product(counts: list[int]) -> int:
    result = 1
    for count in counts:
        result *= count
    return result


def selecting_mask(site: Site) -> Selection | None:
    """Return the mask that selects the elements of an operand: `x > 0` of `x[x > 0]`, `m` of `boolean_mask(x, m)`.

    It may have been turned into places first: `found = torch.nonzero(x > 0)`, then `x[found]`.
    """
    where = roles_of(site).get("where")
    if isinstance(where, Deferred) and where.node.type != "none":
        return _masked(site.engine, site.frame, where.node, where.node)
    return selected_in(site.engine, site.frame, site.operand_node)


def selected_in(engine: Engine, frame: Frame, expression: Node) -> Selection | None:
    """Return the mask that selects the elements of an expression, None where nothing does, or some there always are."""
    made = made_of(engine, frame, expression)
    return next((found for each in made if (found := _selected(engine, frame, each)) is not None), None)


def _selected(engine: Engine, frame: Frame, node: Node) -> Selection | None:
    condition: Node | None = None
    if node.type == "subscript":
        condition = required(node, "subscript")
    elif called_name(node) in _SELECTS | _PICKS:
        condition = _condition(code_in(required(node, "arguments")))
    elif node.type == "call":
        handed = mask_handed(engine, frame, node, _SELECTS)
        if handed is None or not is_condition(engine, frame, handed):
            return None
        return Selection(handed, frozenset({text(node), text(handed)}))
    if condition is None or _always_holds_somewhere(engine, frame, condition):
        return None
    if called_name(node) in _SELECTS:
        return _masked(engine, frame, node, condition)
    asked = {text(node), text(condition)}
    if is_condition(engine, frame, condition):
        return Selection(condition, frozenset(asked))
    found = places_in(engine, frame, condition)
    return Selection(found.condition, found.names | asked) if found is not None else None


def places_in(engine: Engine, frame: Frame, places: Node) -> Selection | None:
    """Return the mask at whose places an expression says where it holds: `m.nonzero().squeeze(1)`."""
    placed = _placed(engine, frame, places)
    if placed is None or not is_condition(engine, frame, placed) or _always_holds_somewhere(engine, frame, placed):
        return None
    return Selection(placed, frozenset({text(places), text(placed)}))


def _always_holds_somewhere(engine: Engine, frame: Frame, condition: Node) -> bool:
    """Say whether a thing is compared with an element of its own: `for c in y.unique(): y == c`, `x >= x.mean()`."""
    node = spelt_out(engine, frame, condition)
    operators = [text(each) for each in node.children_by_field_name("operators")]
    if len(operators) != 1 or operators[0] not in _MEETS:
        return False
    where = Place(frame.document, Span(node.start_byte, node.end_byte))
    return compares_with_itself(where, engine.modules.bindings(frame.document))


def _masked(engine: Engine, frame: Frame, node: Node, mask: Node) -> Selection:
    """Return what a mask selects that is one by its place among the arguments."""
    is_compared = is_condition(engine, frame, mask)
    return Selection(mask, frozenset({text(node), text(mask)}), is_compared)


def _condition(arguments: Sequence[Node]) -> Node | None:
    """Return which of the arguments of a selection says what is selected: the named one, or the last without a name."""
    named = {text(each.child_by_field_name("name")): each for each in arguments if each.type == "keyword_argument"}
    asking = next((named[name] for name in _CONDITIONS if name in named), None)
    if asking is not None:
        return required(asking, "value")
    return next((each for each in reversed(arguments) if each.type != "keyword_argument"), None)


def _placed(engine: Engine, frame: Frame, node: Node) -> Node | None:
    """Return the comparison of whose elements an index holds the places: `where(m)[0]`, `m.nonzero().squeeze(1)`."""
    for _ in range(_MOST_STEPS):
        node = spelt_out(engine, frame, node)
        callee = required(node, "function") if node.type == "call" else None
        owner = callee.child_by_field_name("object") if callee is not None else None
        given = [each for each in code_in(node.child_by_field_name("arguments")) if each.type != "keyword_argument"]
        inner: Node | None
        if node.type == "subscript":
            inner = required(node, "value")
        elif called_name(node) in _SHAPES:
            made = spelt_out(engine, frame, owner) if owner is not None else None
            is_method = not given or (is_a(made, "call", "subscript"))
            inner = owner if is_method else given[0]
        elif called_name(node) in _PLACES and len(given) < 2:
            return given[0] if given else owner
        else:
            return None
        if inner is None:
            return None
        node = inner
    return None
