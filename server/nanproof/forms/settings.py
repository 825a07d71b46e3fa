"""Whether an operand is a number of Python's that a program is told: an argument, a hyperparameter, an option.

`np.log2(args.size)`, `np.log(hps.n_bins)`: they are set once, by a person. So is how many things there are of a kind,
`np.log(1 / self.num_skills)`.
"""

from __future__ import annotations

import re

from tree_sitter import Node

from nanproof.forms.compositions import sides
from nanproof.forms.expressions import origin
from nanproof.names.reaching import reaching
from nanproof.names.syntax import bare, called_name, is_a, required, text
from nanproof.sites.site import Site

_HOLDS = frozenset({"attribute", "subscript"})
_PARSES = frozenset({"parse_args", "parse_known_args", "parse_intermixed_args"})
# What people call the object that holds what a program is told.
_NAMED_SO = re.compile(
    r"_*(?:args?|arguments|opts?|options?|hps?|hparams?|hyper_?params?|hyper_?parameters?|configs?|configurations?|cfg|conf"
    r"|flags|settings)_*",
    re.IGNORECASE,
)
# What people call how many there are of something, where an object holds it.
_NUMBER_OF = re.compile(r"_*(?:n|nb|num|number_of)_[a-z]")
_SIZES = frozenset({"dim", "size", "length"})
_NUMBERS = ("integer", "float")
DEEPEST = 6


def is_setting(site: Site) -> bool:
    """Say whether an operand is an attribute, or an item under a name, of what holds the settings of a program.

    Or how many of something an object has, and one over that.
    """
    node = origin(site, site.operand_node).node
    if _says_how_many(_inverted(site, node)):
        return True
    for _ in range(DEEPEST):
        node = bare(node)
        if node.type not in _HOLDS:
            return False
        holder = required(node, "object" if node.type == "attribute" else "value")
        if node.type == "subscript" and not _is_under_a_name(node):
            return False
        if _holds_settings(site, holder):
            return True
        node = holder
    return False


def _inverted(site: Site, node: Node) -> Node:
    """Return what a number is divided by: `1 / n` is no nearer to 0 than n is large."""
    fraction = sides(bare(node))
    if fraction is None or fraction[1] != "/" or bare(fraction[0]).type not in _NUMBERS:
        return node
    return origin(site, fraction[2]).node


def _says_how_many(node: Node) -> bool:
    named = node.child_by_field_name("attribute") if node.type == "attribute" else None
    name = text(named)
    return _NUMBER_OF.match(name) is not None or name.rpartition("_")[2] in _SIZES


def _is_under_a_name(item: Node) -> bool:
    index = item.child_by_field_name("subscript")
    return is_a(index, "string")


def _holds_settings(site: Site, holder: Node) -> bool:
    name = required(holder, "attribute") if holder.type == "attribute" else holder
    if _NAMED_SO.fullmatch(text(name)):
        return True
    if holder.type != "identifier":
        return False
    bound = reaching(holder, site.engine.modules.bindings(site.document)).bindings
    made = [each.value for each in bound]
    return bool(made) and all(called_name(each) in _PARSES for each in made)
