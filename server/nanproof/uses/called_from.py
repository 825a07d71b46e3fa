"""All places that a function of the project is called from, or nothing where some may not be seen."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tree_sitter import Node

from nanproof.infer.engine import Engine
from nanproof.infer.handed_on import handed_on
from nanproof.infer.objects import CALLED
from nanproof.infer.value import UserFunction
from nanproof.names.binding import Binds, binding_at
from nanproof.names.functions import decorators
from nanproof.names.scopes import scope_of
from nanproof.names.syntax import called_name, code_in, first_child, is_a, is_label, parent_of, required, text
from nanproof.source.document import Document

MOST_CALLS = 16
DEEPEST_CALLER = 3
_WRAPS = frozenset({"wrapper", "partial"})
_KEEPS = frozenset({"staticmethod", "classmethod"})

Call = tuple[Document, Node]


def calls_of(engine: Engine, document: Document, function: Node) -> tuple[Call, ...] | None:
    """Return the calls of a function, in its file and in the project's; None where others are likely."""
    found: list[Call] = []
    for call in _calls(engine, document, function):
        if call is None or len(found) >= MOST_CALLS:
            return None
        found.append(call)
    return tuple(found)


def _calls(engine: Engine, document: Document, function: Node) -> Iterator[Call | None]:
    """Yield the calls of a function one by one, and None where others are likely: who has seen enough asks no further.

    Where a method's receiver is not known its name decides: each call that is spelt so counts.
    """
    name = text(function.child_by_field_name("name"))
    # What runs a method without naming it: an object is called, or an operator.
    if function.type != "function_definition" or name in CALLED or name.startswith("__"):
        yield None
        return
    if not all(_keeps(engine, document, each) for each in _decorators(function)) or _is_offered(engine, document, name):
        yield None
        return
    for other in (document, *(each for each in engine.modules.calling(name) if each.path != document.path)):
        for use in engine.modules.bindings(other).occurrences(name):
            if _may_mean(engine, other, use, document, function):
                call = _call_of(engine, other, use)
                yield (other, call) if call is not None else None


def _is_offered(engine: Engine, document: Document, name: str) -> bool:
    """Say whether a file offers a name to whoever imports it: `__all__ = ["name"]`."""
    for each in engine.modules.bindings(document).occurrences("__all__"):
        listed = code_in(parent_of(each).child_by_field_name("right"))
        if any(text(item).strip("\"'") == name for item in listed):
            return True
    return False


def _decorators(function: Node) -> list[Node]:
    wrapper = function.parent
    if not is_a(wrapper, "decorated_definition"):
        return []
    found = (first_child(each) for each in wrapper.named_children if each.type == "decorator")
    return [each for each in found if each is not None]


def _keeps(engine: Engine, document: Document, decorator: Node) -> bool:
    """Say whether a decorated function is still the one that is called by its name."""
    callee = required(decorator, "function") if decorator.type == "call" else decorator
    if text(callee) in _KEEPS or text(callee).rpartition(".")[2] in engine.catalog.backward.contexts:
        return True
    operation = engine.operation_of(engine.value(engine.around(document, callee), callee))
    return operation is not None and operation.function.name in _WRAPS


def _may_mean(engine: Engine, other: Document, use: Node, document: Document, function: Node) -> bool:
    """Say whether an identifier that is spelt like a function may stand for it, where it is used."""
    if is_label(use):
        attribute = parent_of(use)
        if attribute.type != "attribute":
            return False
        return _is_it(
            engine, other, attribute, document, function, unknown=scope_of(function).type == "class_definition"
        )
    binding = binding_at(use)
    if binding is not None and binding.kind is not Binds.AUGMENTED:
        return False
    if parent_of(use).type in ("dotted_name", "aliased_import", "global_statement", "nonlocal_statement"):
        return False
    return _is_it(engine, other, use, document, function, unknown=False)


def _is_it(engine: Engine, other: Document, use: Node, document: Document, function: Node, *, unknown: bool) -> bool:
    value = engine.value(engine.around(other, use), use)
    if not isinstance(value, UserFunction):
        return unknown
    return value.document.path == document.path and value.node.start_byte == function.start_byte


def _call_of(engine: Engine, document: Document, use: Node) -> Node | None:
    """Return the call of a function that is named: of itself, or of what applies it, `jax.vmap(f)(x)`."""
    node = parent_of(use) if is_label(use) else use
    for _ in range(3):
        above = parent_of(node)
        if above.child_by_field_name("function") == node:
            return above
        call = parent_of(above) if above.type == "argument_list" else above
        callee = call.child_by_field_name("function")
        if callee is None:
            return None
        operation = engine.operation_of(engine.value(engine.around(document, call), callee))
        if operation is not None and operation.function.name == "mapped":
            # Python's `map` calls nothing where it stands: what it gives is run over elsewhere.
            return call if operation.framework.name != "python" else None
        if operation is None or operation.function.name not in _WRAPS:
            return None
        node = call
    return None


def is_handed_to(engine: Engine, document: Document, function: Node, names: frozenset[str]) -> bool:
    """Say whether a function is given to one of some others by its name, or is decorated with one of them."""
    if any(name in each for each in decorators(function) for name in names):
        return True
    name = text(function.child_by_field_name("name"))
    for other in (document, *(each for each in engine.modules.calling(name) if each.path != document.path)):
        for use in engine.modules.bindings(other).occurrences(name):
            node: Node | None = use.parent
            while is_a(node, "argument_list", "keyword_argument", "attribute", "call"):
                if called_name(node) in names:
                    return True
                node = node.parent
    return any(called_name(parent_of(parent_of(use))) in names for _, use in handed_on(engine, document, function))


def is_called_only_where(
    engine: Engine, document: Document, node: Node, holds: Callable[[Engine, Document, Node], bool]
) -> bool:
    """Say whether something holds of all calls of the function around an expression, or of all calls of those."""
    return _is_called_only_where(engine, document, node, holds, DEEPEST_CALLER)


def _is_called_only_where(
    engine: Engine, document: Document, node: Node, holds: Callable[[Engine, Document, Node], bool], depth: int
) -> bool:
    if not depth:
        return False
    seen = 0
    for call in _calls(engine, document, scope_of(node)):
        seen += 1
        if call is None or seen > MOST_CALLS:
            return False
        other, where = call
        if not holds(engine, other, where) and not _is_called_only_where(engine, other, where, holds, depth - 1):
            return False
    return seen > 0
