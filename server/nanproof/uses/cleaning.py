"""Functions of a project that give other values to what is not finite in their argument: `nan_to_zero(a / b)`."""

from __future__ import annotations

from collections.abc import Sequence

from tree_sitter import Node

from nanproof.names.binding import SELF
from nanproof.names.functions import parameter_names
from nanproof.names.syntax import called_name, code_in, inside, outwards, required, text
from nanproof.sites.callee import function_called
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
_CLEANING = frozenset({"nan_to_num", *ASKED})
_CHOICES = frozenset({"where", "masked_fill", "masked_fill_"})


def cleaned_by(site: Site, call: Node, value: Node) -> frozenset[str]:
    """Return which of `inf`, `-inf` and `nan` a function of the project that is called replaces in what it is given."""
    function = function_called(site, call)
    if function is None:
        return frozenset()
    replaced, given = frozenset[str](), _receiving(call, value, parameter_names(function.node))
    for each in inside(required(function.node, "body")):
        name = called_name(each).rstrip("_")
        if name not in _CLEANING or given.isdisjoint(map(text, inside(each))):
            continue  # or it cleans something else
        if name == "nan_to_num":
            return EVERY
        if is_chosen_by(each):
            replaced |= ASKED[name]
    return replaced


def _receiving(call: Node, value: Node, names: Sequence[str]) -> frozenset[str]:
    """Return which parameters of a function may hold a value that a call of it is given."""
    for at, argument in enumerate(code_in(call.child_by_field_name("arguments"))):
        if not argument.start_byte <= value.start_byte < argument.end_byte:
            continue
        if argument.type == "keyword_argument":
            return frozenset({text(argument.child_by_field_name("name"))})
        is_of_object = not SELF.isdisjoint(names[:1])
        return frozenset(names if is_of_object else names[: at + 1][-1:])  # the last one takes all others, if any do
    return frozenset(names)


def is_chosen_by(question: Node) -> bool:
    """Say whether something is chosen by what a call answers, and not only looked at: `x[isnan(x)] = 0`."""
    around = outwards(question, "block")
    return any(each.type == "subscript" or called_name(each) in _CHOICES for each in around)
