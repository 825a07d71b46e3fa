"""Whether an expression, evaluated at another place than where it stands, gives what it gave there.

Two things can come between: a name can mean another value, and a value can be changed where it lies. The first is
mended by a name of its own, the second is not.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tree_sitter import Node

from nanproof.infer.engine import Engine
from nanproof.names.binding import Binding, Binds
from nanproof.names.reaching import reaching
from nanproof.names.syntax import called_name, code_in, first_child, text
from nanproof.rules.effects import VIEWS, Event
from nanproof.rules.site import Site
from nanproof.rules.stretch import Stretch, clause_of, is_captured, is_changed_elsewhere

_EVALUATED_ONCE = frozenset(
    {"call", "await", "yield", "lambda", "named_expression", "list_comprehension", "set_comprehension"}
    | {"dictionary_comprehension", "generator_expression"}
)
_FRESH = frozenset(
    {"binary_operator", "unary_operator", "comparison_operator", "not_operator", "integer", "float", "string", "true"}
    | {"false", "none", "lambda", "list_comprehension", "set_comprehension", "dictionary_comprehension", "ellipsis"}
    | {"generator_expression", "concatenated_string"}
)
_CONTAINERS = frozenset(
    {"tuple", "list", "set", "dictionary", "pair", "expression_list", "list_splat", "conditional_expression"}
    | {"boolean_operator", "parenthesized_expression"}
)
_REFERENCES = frozenset({"identifier", "attribute", "subscript"})
_PRIVATE = frozenset({"fresh", "result"})
# Their tensors cannot be changed in place; a variable, which can, is held by an attribute or passed in.
_IMMUTABLE = frozenset({"jax", "tensorflow", "keras"})
# In these another gradient flows, or none, or another dtype is computed in.
_CHANGING_CONTEXTS = ("no_grad", "enable_grad", "inference_mode", "autocast", "stop_recording")
MOST_STEPS = 12

Base = tuple[str, object]


@dataclass(frozen=True, slots=True)
class Doubt:
    """Why a value may be another one; `assumption` says what must be true for it to be the same.

    It `is_certain` where it is another one as far as the source tells.
    """

    assumption: str
    is_certain: bool = False


def is_reference(node: Node) -> bool:
    """Say whether an expression names a value that lies somewhere, and computes none."""
    return node.type in _REFERENCES


def means_the_same(expression: Node, between: Stretch) -> bool:
    """Say whether the names, attributes and items of an expression lead to the values that they led to.

    It calls nothing, because a call may draw random numbers or cost as much as the whole model.
    """
    if any(each.type in _EVALUATED_ONCE for each in _inside(expression)):
        return False
    for node in _inside(expression):
        if node.type == "attribute" and between.sets_attribute(text(node.child_by_field_name("attribute"))):
            return False
        if node.type == "identifier" and not _is_label(node) and between.rebinds(text(node)):
            return False
        if node.type == "subscript" and _is_reordered(node, between):
            return False
    return True


def _is_label(name: Node) -> bool:
    """Say whether an identifier is the name of an attribute or of an argument."""
    parent = name.parent
    if parent is None:
        return False
    return parent.child_by_field_name("attribute") == name or (
        parent.type == "keyword_argument" and parent.child_by_field_name("name") == name
    )


def _is_reordered(item: Node, between: Stretch) -> bool:
    """Say whether what an item is taken from may hold other items now."""
    held = bases(between.site, item.child_by_field_name("value"))
    return any(_meets(between.site, each, held) for each in between.events())


def changed(expression: Node, between: Stretch) -> Doubt | None:
    """Return why a value that an expression names may have been changed since, None where it cannot have been."""
    contexts = [_of_context(each) for each in between.other_contexts()]
    worst = next((each for each in contexts if each.is_certain), next(iter(contexts), None))
    if worst is not None and worst.is_certain:
        return worst
    told = next((each for each in between.events() if each.tells_all), None)
    if told is not None:
        return Doubt(f"`{told.written}` changes nothing of how it is computed", is_certain=True)
    for leaf in _leaves(expression):
        doubt = _changed(leaf, between)
        if doubt is not None and (worst is None or doubt.is_certain):
            worst = doubt
        if doubt is not None and doubt.is_certain:
            break
    return worst


def _of_context(statement: Node) -> Doubt:
    clause = clause_of(statement)
    return Doubt(f"`with {' '.join(text(clause).split())}` changes nothing of how it is computed", _is_known(clause))


def _is_known(clause: Node) -> bool:
    return any(
        word in text(clause) for word in ("no_grad", "enable_grad", "inference_mode", "autocast", "stop_recording")
    )


def _changed(leaf: Node, between: Stretch) -> Doubt | None:
    site, own = between.site, bases(between.site, leaf)
    root = _root(leaf)
    is_immutable = site.framework.name in _IMMUTABLE
    is_ours = own is not None and {kind for kind, _ in own} <= (_PRIVATE | ({"parameter"} if is_immutable else set()))
    captured = root is not None and is_captured(site, root)
    found: Doubt | None = None
    for event in between.events():
        if event.target is not None:
            if event.node.type == "augmented_assignment" and is_immutable and event.target.type == "identifier":
                continue
            if _meets(site, event, own):
                return Doubt(_leaves_it(event, leaf), is_certain=True)
            continue
        if captured and root is not None and is_changed_elsewhere(site, root):
            return Doubt(_leaves_it(event, leaf), is_certain=True)
        if is_immutable and is_ours:
            continue
        if captured or not is_ours or _meets(site, event, own):
            found = found or Doubt(_leaves_it(event, leaf))
    return found


def _leaves_it(event: Event, leaf: Node) -> str:
    return f"`{event.written}` leaves `{text(leaf)}` as it is"


def _leaves(expression: Node) -> Iterator[Node]:
    """Yield the outermost references of an expression."""
    waiting = [expression]
    while waiting:
        node = waiting.pop()
        if node.type in _REFERENCES:
            if not _is_label(node):
                yield node
            continue
        waiting += node.named_children


def _root(node: Node) -> Node | None:
    while node.type in ("attribute", "subscript"):
        inner = node.child_by_field_name("object") or node.child_by_field_name("value")
        if inner is None:
            return None
        node = inner
    return node if node.type == "identifier" else None


def _meets(site: Site, event: Event, own: frozenset[Base] | None) -> bool:
    """Say whether what an event changes, or is given, may lie in the memory of something."""
    touched = (event.target,) if event.target is not None else event.given
    for node in touched:
        other = bases(site, node)
        if other is None or own is None or other & own:
            return True
    return False


def bases(site: Site, node: Node | None, steps: int = MOST_STEPS) -> frozenset[Base] | None:
    """Return where the memory that an expression names may have been made, None where nobody knows."""
    if node is None or steps <= 0:
        return None
    match node.type:
        case "identifier":
            return _of_name(site, node, steps)
        case "attribute":
            name = text(node.child_by_field_name("attribute"))
            if name in VIEWS:
                return bases(site, node.child_by_field_name("object"), steps - 1)
            return frozenset({("attribute", name)})
        case "subscript":
            return bases(site, node.child_by_field_name("value"), steps - 1)
        case "call":
            return _of_call(site, node, steps)
        case "named_expression" | "keyword_argument":
            return bases(site, node.child_by_field_name("value"), steps - 1)
        case kind if kind in _FRESH:
            return frozenset({("fresh", node.start_byte)})
        case kind if kind in _CONTAINERS:
            return _united(site, code_in(node), steps, ("fresh", node.start_byte))
        case _:
            return None


def _united(site: Site, nodes: list[Node], steps: int, own: Base) -> frozenset[Base] | None:
    found: set[Base] = {own}
    for node in nodes:
        each = bases(site, node, steps - 1)
        if each is None:
            return None
        found |= each
    return frozenset(found)


def _of_name(site: Site, name: Node, steps: int) -> frozenset[Base] | None:
    """Return the bases of a name; what changes its value and keeps the name leads on to what the name was before."""
    bindings = site.engine.modules.bindings(site.document)
    waiting, seen = [name], set[int]()
    found: set[Base] = set()
    while waiting:
        use = waiting.pop()
        reached = reaching(use, bindings).bindings
        if not reached:
            found.add(("global", text(use)))
        for binding in reached:
            if binding.kind in _CHANGES:
                if binding.name_node.start_byte not in seen:
                    seen.add(binding.name_node.start_byte)
                    waiting.append(binding.name_node)
                continue
            each = _of_binding(site, binding, steps)
            if each is None:
                return None
            found |= each
    return frozenset(found)


_CHANGES = frozenset({Binds.AUGMENTED, Binds.IN_PLACE, Binds.ITEM})


def _of_binding(site: Site, binding: Binding, steps: int) -> frozenset[Base] | None:
    match binding.kind:
        case Binds.PARAMETER:
            return frozenset({("parameter", binding.name_node.start_byte)})
        case Binds.ASSIGNMENT | Binds.WALRUS | Binds.LOOP:
            return bases(site, binding.value, steps - 1)
        case Binds.WITH:
            return None
        case _:
            return frozenset({("global", binding.name)})


def _of_call(site: Site, call: Node, steps: int) -> frozenset[Base] | None:
    callee = call.child_by_field_name("function")
    receiver = callee.child_by_field_name("object") if callee is not None else None
    arguments = code_in(call.child_by_field_name("arguments"))
    name = called_name(call)
    if _is_of_framework(site.engine, site, callee) or _is_method(site, receiver, name):
        is_function = receiver is None or _is_of_framework(site.engine, site, callee)
        source = first_child(call.child_by_field_name("arguments")) if is_function else receiver
        if name in VIEWS or name.endswith("_"):
            return bases(site, source, steps - 1)
        return frozenset({("fresh", call.start_byte)})
    given = [
        each.child_by_field_name("value") or each if each.type == "keyword_argument" else each for each in arguments
    ]
    return _united(site, [*given, *([receiver] if receiver is not None else [])], steps, ("result", call.start_byte))


def _is_of_framework(engine: Engine, site: Site, callee: Node | None) -> bool:
    qualified = engine.names.qualified(site.document, callee) if callee is not None else None
    return qualified is not None and engine.names.is_ours(qualified)


def _is_method(site: Site, receiver: Node | None, name: str) -> bool:
    if receiver is None:
        return False
    catalog = site.engine.catalog
    known = any(catalog.method(name, each) is not None for each in catalog.frameworks)
    return known or name in VIEWS or name in ("clone", "copy", "astype")


def _inside(expression: Node) -> Iterator[Node]:
    waiting = [expression]
    while waiting:
        node = waiting.pop()
        yield node
        waiting += node.named_children
