"""What is only looked at: `print(x)` leaves a number that is written out as it is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from nanproof.changes.effects import Event
from nanproof.changes.mutations import ITERATING, PURE_BUILTINS
from nanproof.changes.stretch import Stretch
from nanproof.names.reaching import reaching
from nanproof.names.syntax import code_in, required, text
from nanproof.sites.site import Site

_BASE_CONSTRUCTOR = re.compile(r"super\([^()]*\)\.__init__")


class _Seen(Stretch):
    """A stretch in which what Python's own functions only look at, `print(x)`, is no event, and a context is none.

    What is written out is the same number under `no_grad` and under a tape.
    """

    __slots__ = ()

    def events(self) -> tuple[Event, ...]:
        """Return what runs that may change a value."""
        return tuple(each for each in Stretch.events(self) if not _only_looks(self.site, each))

    def other_contexts(self) -> Iterator[Node]:
        """Yield no context."""
        return iter(())


def seen(between: Stretch) -> Stretch:
    """Return a stretch as one in which nothing happens to a number by looking at it."""
    return _Seen(between.site, between.since, between.until, between.bound, between.start, between.end)


def _only_looks(site: Site, event: Event) -> bool:
    if event.node.type != "call":
        return event.node.type == "with_item"
    callee = required(event.node, "function")
    if _BASE_CONSTRUCTOR.fullmatch(text(callee)):
        return not code_in(required(event.node, "arguments"))
    if text(callee) not in PURE_BUILTINS - ITERATING:
        return False
    return not reaching(callee, site.engine.modules.bindings(site.document)).bindings
