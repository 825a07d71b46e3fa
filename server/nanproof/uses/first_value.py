"""Whether a value is what a parameter begins with: `nn.Parameter(torch.rand(n).log())` is computed only once."""

from __future__ import annotations

from tree_sitter import Node

from nanproof.names.scopes import scope_of
from nanproof.names.syntax import required
from nanproof.sites.site import Site

_PARAMETER = "parameter"
_BEYOND = frozenset({"block", "module", "lambda", "function_definition"})


def is_first_value(site: Site) -> bool:
    """Say whether a site stands in what a parameter is made of."""
    each: Node | None = site.node.parent
    frame = site.engine.general(site.document, scope_of(site.node))
    while each is not None and each.type not in _BEYOND:
        callee = required(each, "function") if each.type == "call" else None
        operation = site.engine.operation_of(site.engine.value(frame, callee)) if callee is not None else None
        if operation is not None and operation.function.name == _PARAMETER:
            return True
        each = each.parent
    return False
