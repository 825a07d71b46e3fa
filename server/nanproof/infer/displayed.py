"""Where what stands in a list or a dictionary is used: `LOSSES[name]`, and the target of a loop over it.

A table of losses is how projects let a person choose one: `compile(loss=LOSSES[args.loss])`.
"""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from nanproof.names.bindings import Bindings
from nanproof.names.reaching import reached_from
from nanproof.names.syntax import called_name, is_a, parent_of, required, text

DISPLAYS = ("list", "tuple", "set", "dictionary", "pair")
_LOOPS = ("for_statement", "for_in_clause")
_PICKS = "get"


def uses_of_display(bindings: Bindings, display: Node) -> Iterator[Node]:
    """Yield the expressions, and the names, that are one of the items of a display."""
    above = display.parent
    if is_a(above, *_LOOPS):
        yield from _targets(bindings, above)
    elif is_a(above, "assignment"):
        held = required(above, "left")
        for each in _reads(bindings, held) if held.type == "identifier" else ():
            yield from _uses_of_name(bindings, each)


def _uses_of_name(bindings: Bindings, name: Node) -> Iterator[Node]:
    """Yield what is one of the items where a name holds them all."""
    above = name.parent
    if is_a(above, "subscript"):
        yield above
    elif is_a(above, *_LOOPS):
        yield from _targets(bindings, above)
    elif is_a(above, "attribute"):
        call = parent_of(above)
        if called_name(call) == _PICKS:
            yield call
        elif is_a(call.parent, *_LOOPS):  # `.values()`, `.items()`
            yield from _targets(bindings, call.parent)


def _targets(bindings: Bindings, loop: Node) -> Iterator[Node]:
    """Yield where the names are read that a loop hands its items to, one of them or a pair with its key."""
    left = required(loop, "left")
    names = [left] if left.type == "identifier" else [each for each in left.named_children if each.type == "identifier"]
    for name in names:
        yield from (each for each in _reads(bindings, name) if each != name)


def _reads(bindings: Bindings, name: Node) -> Iterator[Node]:
    return reached_from(name, bindings.occurrences(text(name)), bindings)
