"""What a loop adds up under a name: `total = total + w * torch.exp(-d)` is a sum of densities, as `sum` makes one."""

from __future__ import annotations

from tree_sitter import Node

from nanproof.forms.expressions import number_at
from nanproof.infer.underflow import has_exponential
from nanproof.names.binding import Binding, Binds
from nanproof.names.reaching import reaching
from nanproof.names.syntax import operands, required, text
from nanproof.sites.site import Site


def accumulates_densities(site: Site) -> bool:
    """Say whether an operand is a name to which densities are added, each time that a loop runs, and nothing else.

    It begins with 0: what else it begins with keeps it away from 0. What a density scales underflows as well.
    """
    name = site.operand_node
    if name.type != "identifier":
        return False
    added, begun = list[Node](), list[Node]()
    for binding in reaching(name, site.engine.modules.bindings(site.document)).bindings:
        addend, value = _added(binding), binding.value
        if addend is not None:
            added.append(addend)
        elif value is not None:
            begun.append(value)
        else:
            return False
    if not added or not begun:
        return False
    numbers, starts = ([number_at(site, each) for each in group] for group in (added, begun))
    is_from_0 = all(each.range.single == 0 for each in starts if each is not None)
    return is_from_0 and all(has_exponential(each) for each in numbers if each is not None)


def _added(binding: Binding) -> Node | None:
    """Return what a binding adds to what its name held, or changes it by: `b` of `a += b`, `a *= b`, `a = a + b`."""
    if binding.kind is Binds.AUGMENTED:
        return required(binding.statement, "right")
    value = binding.value if binding.kind is Binds.ASSIGNMENT else None
    both = operands(value, "+") if value is not None else None
    others = [each for each in both or () if text(each) != binding.name]
    return others[0] if len(others) == 1 else None
