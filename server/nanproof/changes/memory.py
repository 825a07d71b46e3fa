"""Where the memory may have been made that an expression names: two that share some may be one value."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from tree_sitter import Node

from nanproof.changes.mutations import (
    METHODS_THAT_CHANGE,
    METHODS_THAT_CHANGE_AS_STATEMENTS,
    METHODS_THAT_HOLD,
    TABLES_OF_NAMES,
    VIEWS,
    VIEWS_OF_ANY,
)
from nanproof.changes.stretch import is_taken
from nanproof.changes.written import changed_by, is_in_place, taken_apart
from nanproof.names.binding import Binding, Binds
from nanproof.names.making import makers
from nanproof.names.scopes import scope_of
from nanproof.names.syntax import bare, called_name, code_in, inside, required, text
from nanproof.sites.site import Site

_FRESH = frozenset(
    {"comparison_operator", "not_operator", "integer", "float", "string", "true", "false", "none", "ellipsis"}
    | {"concatenated_string", "if_clause", "slice", "type"}
)
_CONTAINERS = frozenset(
    {"tuple", "list", "set", "dictionary", "pair", "expression_list", "list_splat", "dictionary_splat", "for_in_clause"}
    | {"list_comprehension", "set_comprehension", "dictionary_comprehension", "generator_expression"}
)
_CHOICES = frozenset({"conditional_expression", "boolean_operator", "parenthesized_expression"})
_DEFAULTS = frozenset({"default_parameter", "typed_default_parameter"})
_MAKERS = frozenset({"list", "dict", "tuple", "deque", "defaultdict", "OrderedDict", "copy"})
_COPIES = frozenset({"clone", "copy", "astype"})
# What was made so is reached by nobody who was not given it.
PRIVATE = frozenset({"fresh", "container", "result"})
MOST_STEPS = 12

Base = tuple[str, object]
Bases = frozenset[Base] | None


@dataclass(frozen=True, slots=True)
class _Way:
    """The way to an expression: how many steps are left, and the bindings that any way from the beginning led through.

    What a binding adds it adds once, so a question costs as much as there are bindings, however often they meet.
    """

    left: int = MOST_STEPS
    seen: set[int] = field(default_factory=set)

    def on(self) -> _Way:
        return _Way(self.left - 1, self.seen)


def kinds(held: Iterable[Base]) -> frozenset[str]:
    """Return the kinds of some bases: `fresh`, `parameter`, `attribute`, ..."""
    return frozenset(kind for kind, _ in held)


def is_made_in(base: Base, expression: Node) -> bool:
    """Say whether an expression makes some memory itself, and does not find it made."""
    return any(base == (kind, (each.start_byte, each.end_byte)) for each in inside(expression) for kind in PRIVATE)


def overlap(one: Bases, other: Bases) -> bool:
    """Say whether two values may lie in the same memory; None: nobody knows where one lies."""
    return one is None or other is None or bool(one & other)


def bases(site: Site, node: Node) -> Bases:
    """Return where the memory that an expression names may have been made, None where nobody knows."""
    return site.engine.once("bases", node, lambda: _bases(site, node, _Way()) or None)


def reached(site: Site, node: Node) -> Bases:
    """Return where the memory lies that can be reached through an expression: `o.f` leads to `o` too."""
    found = bases(site, node)
    holder = node.child_by_field_name("object") or node.child_by_field_name("value")
    holder = holder if node.type in ("attribute", "subscript") else None
    beyond = reached(site, holder) if holder is not None else frozenset()
    return found | beyond if found is not None and beyond is not None else None


def _bases(site: Site, node: Node | None, way: _Way) -> Bases:
    if node is None or way.left <= 0:
        return None
    match node.type:
        case "identifier":
            return _of_name(site, node, way)
        case "attribute":
            return _of_attribute(site, node, way)
        case "subscript" | "named_expression":
            return _bases(site, required(node, "value"), way.on())
        case "unary_operator":
            is_same = text(node.child_by_field_name("operator")) == "+"
            return _bases(site, node.child_by_field_name("argument"), way.on()) if is_same else _made_at("fresh", node)
        case "binary_operator":
            return _of_operator(site, node, way)
        case "call":
            return _of_call(site, node, way)
        case "lambda":
            return _united(site, _defaults(node.child_by_field_name("parameters")), _made_at("fresh", node), way)
        case kind if kind in _FRESH:
            return _made_at("fresh", node)
        case kind if kind in _CONTAINERS:
            return _united(site, code_in(node), _made_at("container", node), way)
        case kind if kind in _CHOICES:
            return _united(site, code_in(node), frozenset(), way)
        case _:
            return None


def _united(site: Site, nodes: Iterable[Node], own: frozenset[Base], way: _Way) -> Bases:
    """Return the bases of some expressions together."""
    found = set(own)
    for node in nodes:
        each = _bases(site, node, way.on())
        if each is None:
            return None
        found |= each
    return frozenset(found)


def _made_at(kind: str, node: Node) -> frozenset[Base]:
    return frozenset({(kind, (node.start_byte, node.end_byte))})


def _of_name(site: Site, name: Node, way: _Way) -> Bases:
    found: set[Base] = set()
    made = list(makers(name, site.engine.modules.bindings(site.document)))
    for binding in made or [None]:
        each = _of_binding(site, name, binding, way) if binding is not None else _of_unbound(site, name)
        if each is None:
            return None
        found |= each
    return frozenset(found)


def _of_unbound(site: Site, name: Node) -> Bases:
    """Return the bases of a name that is not bound in the file, or by a pattern, which captures who knows what."""
    return None if _is_captured(site, name) else frozenset({("global", text(name))})


def _is_captured(site: Site, name: Node) -> bool:
    scope, bindings = scope_of(name), site.engine.modules.bindings(site.document)
    return any(is_taken(each) for each in bindings.occurrences_in(text(name), scope.start_byte, name.start_byte))


def _of_binding(site: Site, use: Node, binding: Binding, way: _Way) -> Bases:
    # What another scope holds is reached by whoever else uses it.
    is_shared = scope_of(binding.name_node) != scope_of(use) and binding.kind is not Binds.PARAMETER
    shared: frozenset[Base] = frozenset({("global", binding.name)}) if is_shared else frozenset()
    match binding.kind:
        case Binds.PARAMETER:
            return frozenset({("parameter", binding.name_node.start_byte)})
        case Binds.ASSIGNMENT | Binds.WALRUS | Binds.LOOP:
            if binding.name_node.start_byte in way.seen:
                return frozenset()
            way.seen.add(binding.name_node.start_byte)
            value = _bases(site, binding.value, way.on())
            return value | shared if value is not None else None
        case Binds.FUNCTION:
            defaults = _defaults(binding.statement.child_by_field_name("parameters"))
            return _united(site, defaults, frozenset({("global", binding.name)}), way)
        case Binds.WITH:
            return None
        case _:
            return frozenset({("global", binding.name)})


def _defaults(parameters: Node | None) -> Iterator[Node]:
    """Yield the values that a function holds because they are its defaults."""
    for each in code_in(parameters):
        value = required(each, "value") if each.type in _DEFAULTS else None
        if value is not None:
            yield value


def _of_attribute(site: Site, node: Node, way: _Way) -> Bases:
    name, holder = text(node.child_by_field_name("attribute")), required(node, "object")
    if name in VIEWS:
        return _bases(site, holder, way.on())
    own: frozenset[Base] = frozenset({("attribute", name)})
    changes = METHODS_THAT_CHANGE | METHODS_THAT_CHANGE_AS_STATEMENTS | METHODS_THAT_HOLD
    if is_in_place(name) or name in changes:
        return _united(site, [holder], own, way)  # a bound method holds its object
    return own


def _of_operator(site: Site, node: Node, way: _Way) -> Bases:
    """Return the bases of `a + b`: new, but of lists, which hold then what they held."""
    operands = (required(node, "left"), required(node, "right"))
    listed = [each for each in operands if is_container(site, each)]
    return _united(site, listed, _made_at("fresh", node), way)


def is_container(site: Site, node: Node) -> bool:
    """Say whether an expression is a list or the like, as far as it is written, or the name's assignment."""
    node = bare(node)
    if node.type != "identifier":
        return node.type in _CONTAINERS or called_name(node) in _MAKERS
    made = makers(node, site.engine.modules.bindings(site.document))
    values = [binding.value for binding in made if binding is not None]
    return any(value is not None and (value.type in _CONTAINERS or called_name(value) in _MAKERS) for value in values)


def _of_call(site: Site, call: Node, way: _Way) -> Bases:
    called = taken_apart(site, call)
    values = (*called.given, *called.keywords.values())
    receiver = (called.receiver,) if called.receiver is not None else ()
    written = changed_by(site, called)
    is_method = called.receiver is not None and not called.qualified and _is_method(site, called.name)
    if called.is_function or is_method:
        source = called.first if called.is_function else receiver
        is_view = called.name in VIEWS or is_in_place(called.name) or text(called.keywords.get("copy")) == "False"
        if is_view:
            return _united(site, source, frozenset(), way)
        holds = called.name[:1].isupper() or called.name in VIEWS_OF_ANY or ".ma." in called.qualified
        if holds:
            return _united(site, values, _made_at("result", call), way)  # an object holds what it was made of
        if called.name in _COPIES:
            copied = [each for each in receiver if is_container(site, each)]
            return _united(site, copied, _made_at("fresh", call), way)
        return _united(site, written, _made_at("fresh", call) if not written else frozenset(), way)
    if called.name in TABLES_OF_NAMES:
        return None
    found = _united(site, (*values, *receiver), _made_at("result", call), way)
    if found is None or called.receiver is not None:
        return found
    # A bound method, a partial function or a closure may give what it holds; of a model nobody thinks so.
    held = _bases(site, called.callee, way.on()) or frozenset()
    return found | {each for each in held if each[0] not in ("parameter", "global")}


def _is_method(site: Site, name: str) -> bool:
    catalog = site.engine.catalog
    return name in VIEWS or any(catalog.method(name, each) for each in catalog.frameworks)
