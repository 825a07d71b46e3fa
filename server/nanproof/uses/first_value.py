"""Whether a value is what a parameter begins with: `nn.Parameter(torch.rand(n).log())` is computed only once.

So is what a module keeps beside its parameters: `self.register_buffer("log_scale", torch.log(1 - decay))`.
"""

from __future__ import annotations

from nanproof.names.syntax import called_name, outwards
from nanproof.sites.site import Site

_PARAMETER = "parameter"
_BUFFER = "register_buffer"
_BEYOND = frozenset({"block", "module", "lambda", "function_definition"})


def is_first_value(site: Site) -> bool:
    """Say whether a site stands in what a parameter, or a buffer, is made of."""
    frame = site.engine.around(site.document, site.node)
    for each in outwards(site.node, *_BEYOND):
        if called_name(each) == _BUFFER:
            return True
        callee = each.child_by_field_name("function")
        operation = site.engine.operation_of(site.engine.value(frame, callee)) if callee is not None else None
        if operation is not None and operation.function.name == _PARAMETER:
            return True
    return False
