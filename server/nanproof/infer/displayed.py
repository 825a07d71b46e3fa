"""Where what stands in a list or a dictionary is used: `LOSSES[name]`, and the target of a loop over it.

A table of losses is how projects let a person choose one: `compile(loss=LOSSES[args.loss])`.
"""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from nanproof.names.bindings import Bindings
from nanproof.names.reaching import reached_from
from nanproof.names.syntax import called_name, is_a, required, text

DISPLAYS = ("list", "tuple", "set", "dictionary", "pair")
_LOOPS = ("for_statement", "for_in_clause")
_KEYED = frozenset({"items", "values"})
_PICKS = "get"


def uses_of_display(bindings: Bindings, display: Node) -> Iterator[Node]:
    """Yield the expressions, and the names, that are one of the items of a display."""
    above = display.parent
    if is_a(above, *_LOOPS) and required(above, "right") == display:
        yield from _targets(bindings, above)
    elif is_a(above, "assignment") and above.child_by_field_name("right") == display:
        held = required(above, "left")
        for each in _reads(bindings, held) if held.type == "identifier" else ():
            yield from _uses_of_name(bindings, each)


def _uses_of_name(bindings: Bindings, name: Node) -> Iterator[Node]:
    """Yield what is one of the items where a name holds them all."""
    above = name.parent
    if is_a(above, "subscript") and required(above, "value") == name:
        yield above
    elif is_a(above, *_LOOPS) and required(above, "right") == name:
        yield from _targets(bindings, above)
    elif is_a(above, "attribute") and is_a(above.parent, "call"):
        call, method = above.parent, called_name(above.parent)
        if method == _PICKS:
            yield call
        elif method in _KEYED and is_a(call.parent, *_LOOPS):
            yield from _targets(bindings, call.parent)


def _targets(bindings: Bindings, loop: Node) -> Iterator[Node]:
    """Yield where the names are read that a loop hands its items to, one of them or a pair with its key."""
    left = required(loop, "left")
    names = [left] if left.type == "identifier" else [each for each in left.named_children if each.type == "identifier"]
    for name in names:
        yield from (each for each in _reads(bindings, name) if each != name)


def _reads(bindings: Bindings, name: Node) -> Iterator[Node]:
    return reached_from(name, bindings.occurrences(text(name)), bindings)
