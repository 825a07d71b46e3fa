"""What is positive by what it means: the span of a range, `space.high - space.low`, and a number over something.

Nobody draws from a range that is empty, and a number over something is 0 nowhere; the division is told by itself.
"""

from __future__ import annotations

from nanproof.forms.expressions import origin
from nanproof.names.syntax import bare, code_in, required, text
from nanproof.sites.site import Site

# The upper end of a range and its lower one, as attributes of the same object.
_ENDS = frozenset({("high", "low"), ("max", "min"), ("maximum", "minimum"), ("upper", "lower"), ("vmax", "vmin")})
_NUMBERS = ("integer", "float")


def is_span(site: Site) -> bool:
    """Say whether an operand is the upper end of a range less the lower one, both of one object."""
    node = bare(origin(site, site.operand_node).node)
    ends = code_in(node) if text(node.child_by_field_name("operator")) == "-" else []
    names = tuple(text(each.child_by_field_name("attribute")) for each in ends)
    return names in _ENDS and len({text(each.child_by_field_name("object")) for each in ends}) == 1


def is_number_over_something(site: Site) -> bool:
    """Say whether an operand is a positive number that is written out, divided: `2 / delta`."""
    node = bare(origin(site, site.operand_node).node)
    # A number below 0 is an operator and its operand.
    return text(node.child_by_field_name("operator")) == "/" and required(node, "left").type in _NUMBERS
