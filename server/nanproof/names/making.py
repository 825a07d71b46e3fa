"""Where the value of a name was made: the bindings that reach it, and those before them of which it is a change."""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from nanproof.names.binding import CHANGES, Binding, Binds
from nanproof.names.bindings import Bindings
from nanproof.names.reaching import reaching

_CHANGES = CHANGES | {Binds.AUGMENTED}


def makers(use: Node, bindings: Bindings) -> Iterator[Binding | None]:
    """Yield the bindings that may have made what a name holds, None where no binding has.

    What changes a value and keeps its name leads on to what the name was before, each place once: in a loop a value
    comes back to itself.
    """
    waiting, seen = [use], set[int]()
    while waiting:
        reached = reaching(waiting.pop(), bindings).bindings
        if not reached:
            yield None
        for binding in reached:
            if binding.kind not in _CHANGES:
                yield binding
            elif binding.name_node.start_byte not in seen:
                seen.add(binding.name_node.start_byte)
                waiting.append(binding.name_node)
