"""Whether a division makes an error relative to what is met: `norm(x - y) / norm(y)`, which only measures."""

from __future__ import annotations

from nanproof.forms.compositions import sides
from nanproof.names.syntax import bare, called_name, code_in, text
from nanproof.sites.site import Site


def is_relative_error(site: Site) -> bool:
    """Say whether a size of a difference is divided by the same size of one of its sides."""
    quotient = sides(site.node)
    if quotient is None or quotient[1] != "/":
        return False
    error, size = bare(quotient[0]), bare(quotient[2])
    if error.type != "call" or size.type != "call" or called_name(error) != called_name(size):
        return False
    of_error, of_size = (code_in(each.child_by_field_name("arguments")) for each in (error, size))
    difference = sides(of_error[0]) if of_error and of_size else None
    if difference is None or difference[1] != "-":
        return False
    return text(of_size[0]) in (text(bare(difference[0])), text(bare(difference[2])))
