"""Where the memory may have been made that an expression names: two that share some may be one value."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tree_sitter import Node

from nanproof.names.binding import Binding, Binds
from nanproof.names.making import makers
from nanproof.names.scopes import scope_of
from nanproof.names.syntax import code_in, first_child, text
from nanproof.rules.mutations import METHODS_THAT_CHANGE, METHODS_THAT_CHANGE_AS_STATEMENTS, METHODS_THAT_HOLD, VIEWS
from nanproof.rules.site import Site
from nanproof.rules.stretch import is_taken
from nanproof.rules.written import changed_by, is_in_place, taken_apart

_FRESH = frozenset(
    {"comparison_operator", "not_operator", "integer", "float", "string", "true", "false", "none", "ellipsis"}
    | {"concatenated_string", "if_clause", "slice", "type"}
)
_CONTAINERS = frozenset(
    {"tuple", "list", "set", "dictionary", "pair", "expression_list", "list_splat", "dictionary_splat", "for_in_clause"}
    | {"list_comprehension", "set_comprehension", "dictionary_comprehension", "generator_expression"}
)
_CHOICES = frozenset({"conditional_expression", "boolean_operator", "parenthesized_expression", "keyword_argument"})
_DEFAULTS = frozenset({"default_parameter", "typed_default_parameter"})
_COPIES = frozenset({"clone", "copy", "astype"})
# What was made so is reached by nobody who was not given it.
PRIVATE = frozenset({"fresh", "container", "result"})
MOST_STEPS = 12

Base = tuple[str, object]
Bases = frozenset[Base] | None


def kinds(held: Iterable[Base]) -> frozenset[str]:
    """Return the kinds of some bases: `fresh`, `parameter`, `attribute`, ..."""
    return frozenset(kind for kind, _ in held)


def overlap(one: Bases, other: Bases) -> bool:
    """Say whether two values may lie in the same memory; None: nobody knows where one lies."""
    return one is None or other is None or bool(one & other)


def bases(site: Site, node: Node | None, steps: int = MOST_STEPS) -> Bases:
    """Return where the memory that an expression names may have been made, None where nobody knows."""
    if node is None or steps <= 0:
        return None
    match node.type:
        case "identifier":
            return _of_name(site, node, steps)
        case "attribute":
            return _of_attribute(site, node, steps)
        case "subscript" | "named_expression":
            return bases(site, node.child_by_field_name("value"), steps - 1)
        case "unary_operator":
            is_same = text(node.child_by_field_name("operator")) == "+"
            return bases(site, node.child_by_field_name("argument"), steps - 1) if is_same else _made_at("fresh", node)
        case "binary_operator":
            return _of_operator(site, node, steps)
        case "call":
            return _of_call(site, node, steps)
        case "lambda":
            return united(site, _defaults(node.child_by_field_name("parameters")), _made_at("fresh", node), steps)
        case kind if kind in _FRESH:
            return _made_at("fresh", node)
        case kind if kind in _CONTAINERS:
            return united(site, code_in(node), _made_at("container", node), steps)
        case kind if kind in _CHOICES:
            parts = code_in(node) if kind != "keyword_argument" else [node.child_by_field_name("value") or node]
            return united(site, parts, frozenset(), steps)
        case _:
            return None


def reached(site: Site, node: Node) -> Bases:
    """Return where the memory lies that can be reached through an expression: `o.f` leads to `o` too."""
    found = bases(site, node)
    holder = node.child_by_field_name("object") if node.type == "attribute" else None
    beyond = reached(site, holder) if holder is not None else frozenset()
    return found | beyond if found is not None and beyond is not None else None


def united(site: Site, nodes: Iterable[Node], own: frozenset[Base], steps: int = MOST_STEPS) -> Bases:
    """Return the bases of some expressions together."""
    found = set(own)
    for node in nodes:
        each = bases(site, node, steps - 1)
        if each is None:
            return None
        found |= each
    return frozenset(found)


def _made_at(kind: str, node: Node) -> frozenset[Base]:
    return frozenset({(kind, (node.start_byte, node.end_byte))})


def _of_name(site: Site, name: Node, steps: int) -> Bases:
    found: set[Base] = set()
    for binding in makers(name, site.engine.modules.bindings(site.document)):
        each = _of_binding(site, name, binding, steps) if binding is not None else _of_unbound(site, name)
        if each is None:
            return None
        found |= each
    return frozenset(found) if found else _of_unbound(site, name)


def _of_unbound(site: Site, name: Node) -> Bases:
    """Return the bases of a name that is not bound in the file, or by a pattern, which captures who knows what."""
    scope, bindings = scope_of(name), site.engine.modules.bindings(site.document)
    captured = any(is_taken(each) for each in bindings.occurrences_in(text(name), scope.start_byte, name.start_byte))
    return None if captured else frozenset({("global", text(name))})


def _of_binding(site: Site, use: Node, binding: Binding, steps: int) -> Bases:
    # What another scope holds is reached by whoever else uses it.
    is_shared = scope_of(binding.name_node) != scope_of(use) and binding.kind is not Binds.PARAMETER
    shared: frozenset[Base] = frozenset({("global", binding.name)}) if is_shared else frozenset()
    match binding.kind:
        case Binds.PARAMETER:
            return frozenset({("parameter", binding.name_node.start_byte)})
        case Binds.ASSIGNMENT | Binds.WALRUS | Binds.LOOP:
            value = bases(site, binding.value, steps - 1)
            return value | shared if value is not None else None
        case Binds.FUNCTION:
            defaults = _defaults(binding.statement.child_by_field_name("parameters"))
            return united(site, defaults, frozenset({("global", binding.name)}), steps)
        case Binds.WITH:
            return None
        case _:
            return frozenset({("global", binding.name)})


def _defaults(parameters: Node | None) -> Iterator[Node]:
    """Yield the values that a function holds because they are its defaults."""
    for each in code_in(parameters):
        value = each.child_by_field_name("value") if each.type in _DEFAULTS else None
        if value is not None:
            yield value


def _of_attribute(site: Site, node: Node, steps: int) -> Bases:
    name, holder = text(node.child_by_field_name("attribute")), node.child_by_field_name("object")
    if name in VIEWS:
        return bases(site, holder, steps - 1)
    own: frozenset[Base] = frozenset({("attribute", name)})
    changes = METHODS_THAT_CHANGE | METHODS_THAT_CHANGE_AS_STATEMENTS | METHODS_THAT_HOLD
    if holder is not None and (is_in_place(name) or name in changes):
        return united(site, [holder], own, steps)  # a bound method holds its object
    return own


def _of_operator(site: Site, node: Node, steps: int) -> Bases:
    """Return the bases of `a + b`: new, but of lists, which hold then what they held."""
    found = set(_made_at("fresh", node))
    for each in (node.child_by_field_name("left"), node.child_by_field_name("right")):
        operand = bases(site, each, steps - 1) if each is not None and _may_be_list(each) else frozenset()
        found |= operand if operand is not None and "container" in kinds(operand) else frozenset()
    return frozenset(found)


def _may_be_list(node: Node) -> bool:
    return node.type in _CONTAINERS or node.type in ("identifier", "attribute", "parenthesized_expression")


def _of_call(site: Site, call: Node, steps: int) -> Bases:
    called = taken_apart(site, call)
    values = (*called.given, *called.keywords.values())
    receiver = (called.receiver,) if called.receiver is not None else ()
    written = changed_by(site, called)
    is_method = called.receiver is not None and not called.qualified and _is_method(site, called.name)
    if called.is_function or is_method:
        source = (first_child(call.child_by_field_name("arguments")),) if called.is_function else receiver
        is_view = called.name in VIEWS or is_in_place(called.name) or text(called.keywords.get("copy")) == "False"
        if is_view:
            return united(site, [each for each in source if each is not None], frozenset(), steps)
        if called.is_function and called.name[:1].isupper():
            return united(site, values, _made_at("result", call), steps)  # an object holds what it was made of
        if called.name in _COPIES and not called.is_function:
            copied = bases(site, called.receiver, steps - 1)
            return copied if copied is None or "container" in kinds(copied) else _made_at("fresh", call)
        return united(site, written, _made_at("fresh", call) if not written else frozenset(), steps)
    found = united(site, (*values, *receiver), _made_at("result", call), steps)
    if found is None or called.callee is None or called.receiver is not None:
        return found
    # A bound method, a partial function or a closure may give what it holds; of a model nobody thinks so.
    held = bases(site, called.callee, steps - 1) or frozenset()
    return found | {each for each in held if each[0] not in ("parameter", "global")}


def _is_method(site: Site, name: str) -> bool:
    catalog = site.engine.catalog
    return name in VIEWS or name in _COPIES or any(catalog.method(name, each) for each in catalog.frameworks)
