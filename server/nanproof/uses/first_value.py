"""Whether a value is what a parameter begins with: `nn.Parameter(torch.rand(n).log())` is computed only once."""

from __future__ import annotations

from nanproof.names.syntax import outwards
from nanproof.sites.site import Site

_PARAMETER = "parameter"
_BEYOND = frozenset({"block", "module", "lambda", "function_definition"})


def is_first_value(site: Site) -> bool:
    """Say whether a site stands in what a parameter is made of."""
    frame = site.engine.around(site.document, site.node)
    for each in outwards(site.node, *_BEYOND):
        callee = each.child_by_field_name("function")
        operation = site.engine.operation_of(site.engine.value(frame, callee)) if callee is not None else None
        if operation is not None and operation.function.name == _PARAMETER:
            return True
    return False
