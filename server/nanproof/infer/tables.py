"""Dictionaries: `d["p"] = v` gives the key a value, and takes from it what it had before."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from tree_sitter import Node

from nanproof.infer.literals import written_key
from nanproof.infer.value import UNKNOWN, Number, Table, Unknown, Value
from nanproof.names.binding import Binding, Binds
from nanproof.names.scopes import is_always_before, scope_of
from nanproof.names.syntax import is_a


def item_key(binding: Binding) -> str | None:
    """Return the key that a binding assigns, where that is written out; None of every other binding."""
    subscript = binding.name_node.parent if binding.kind is Binds.ITEM else None
    if not is_a(subscript, "subscript"):
        return None
    indices = subscript.children_by_field_name("subscript")
    return written_key(indices[0]) if len(indices) == 1 else None


def with_item(binding: Binding, value: Value) -> Value:
    """Return what an assignment to an item leaves: a dictionary with its key, where that is written out."""
    key = item_key(binding)
    if key is None:
        return value
    return Table(((key, UNKNOWN if binding.statement.type == "augmented_assignment" else value),))


def as_entries(values: list[Value], bindings: Sequence[Binding]) -> list[Value]:
    """Return the values of bindings of a dictionary: what is put under a key that is not written out may be any."""
    if not any(isinstance(each, Table) for each in values):
        return values
    pairs = zip(values, bindings, strict=True)
    return [
        Table((), each) if binding.kind is Binds.ITEM and isinstance(each, Number | Unknown) else each
        for each, binding in pairs
    ]


def is_settled(binding: Binding, use: Node) -> bool:
    """Say whether a use certainly sees an assignment, which stands before it in a block around it."""
    statement = binding.statement
    is_before = statement.end_byte <= use.start_byte and scope_of(statement) == scope_of(use)
    return is_before and is_always_before(statement, use)


def without(value: Value, keys: AbstractSet[str]) -> Value:
    """Return a dictionary without some keys, which are assigned later; of an unknown one nothing else is known."""
    if not keys or not isinstance(value, Table | Unknown):
        return value
    items = value.items if isinstance(value, Table) else ()
    others = value.others if isinstance(value, Table) else None
    return Table(tuple(each for each in items if each[0] not in keys), others)
