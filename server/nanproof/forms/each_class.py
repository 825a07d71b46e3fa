"""Whether a selection is one of many, `x[labels == c]` for each `c` there may be: not all of them occur."""

from __future__ import annotations

from tree_sitter import Node

from nanproof.infer.narrowing import spelt_out
from nanproof.names.binding import Binding, Binds
from nanproof.names.reaching import reaching
from nanproof.names.syntax import called_name, code_in, text
from nanproof.sites.site import Site

_RANGES = frozenset({"range", "arange"})


def is_of_each_class(site: Site, condition: Node) -> bool:
    """Say whether a selection is one of many, `x[labels == c]` for each `c` there may be: not all of them occur."""
    condition = spelt_out(site.engine, site.frame, condition)
    operators = [text(each) for each in condition.children_by_field_name("operators")]
    if operators != ["=="]:
        return False
    bindings = site.engine.modules.bindings(site.document)
    names = (each for each in code_in(condition) if each.type == "identifier")
    return any(_is_counter(binding) for each in names for binding in reaching(each, bindings).bindings)


def _is_counter(binding: Binding) -> bool:
    """Say whether a name runs through `range(n)`, in a loop or a comprehension."""
    return binding.kind is Binds.LOOP and called_name(binding.value) in _RANGES
