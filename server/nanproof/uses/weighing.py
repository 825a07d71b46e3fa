"""Whether a softmax weighs values, as attention does: its result is multiplied with a matrix.

What is masked for such a softmax are places that somebody left out, all of them at times; among the logits of a policy
something is always allowed.
"""

from __future__ import annotations

from tree_sitter import Node

from nanproof.names.syntax import called_name, outwards, text
from nanproof.sites.site import Site
from nanproof.uses.reads import reads_of

_MULTIPLY = frozenset({"matmul", "bmm", "einsum", "mm", "mv", "baddbmm", "tensordot", "dot", "spmm"})
_ENDS = ("block", "module", "lambda")


def weighs_values(site: Site) -> bool:
    """Say whether a result is a factor of a matrix product, in its own expression or by the name that it is given."""
    return any(map(_is_multiplied, reads_of(site)))


def _is_multiplied(node: Node) -> bool:
    above = outwards(node, *_ENDS)
    return any(text(each.child_by_field_name("operator")) == "@" or called_name(each) in _MULTIPLY for each in above)
