"""Functions of a project that give other values to what is not finite in their argument: `nan_to_zero(a / b)`."""

from __future__ import annotations

from tree_sitter import Node

from nanproof.infer.value import UserFunction
from nanproof.names.scopes import scope_of
from nanproof.names.syntax import called_name, inside, outwards, required
from nanproof.sites.site import Site

EVERY = frozenset({"-inf", "inf", "nan"})
# What each of these leaves to be replaced where it is asked of an array, by the names that the frameworks have for it.
ASKED = {
    "isfinite": EVERY,
    "is_finite": EVERY,
    "isnan": frozenset({"nan"}),
    "is_nan": frozenset({"nan"}),
    "isinf": frozenset({"-inf", "inf"}),
    "is_inf": frozenset({"-inf", "inf"}),
}
_CHOICES = frozenset({"where", "masked_fill", "masked_fill_"})


def cleaned_by(site: Site, call: Node) -> frozenset[str]:
    """Return which of `inf`, `-inf` and `nan` a function of the file that is called replaces in what it is given."""
    callee = required(call, "function")
    value = site.engine.value(site.engine.general(site.document, scope_of(call)), callee)
    if not isinstance(value, UserFunction) or value.document is not site.document:
        return frozenset()
    site.engine.modules.bindings(site.document).dependencies.offsets.add(value.node.start_byte)
    replaced = frozenset[str]()
    for each in inside(required(value.node, "body")):
        name = called_name(each)
        if name.rstrip("_") == "nan_to_num":
            return EVERY
        if _is_chosen_by(each):
            replaced |= ASKED.get(name, frozenset())
    return replaced


def _is_chosen_by(question: Node) -> bool:
    """Say whether something is chosen by what a call answers, and not only looked at: `x[isnan(x)] = 0`."""
    around = outwards(question, "block")
    return any(each.type == "subscript" or called_name(each) in _CHOICES for each in around)
