"""Whether a gradient flows through a site: not under `no_grad`, and not in NumPy."""

from __future__ import annotations

from tree_sitter import Node

from nanproof.infer.parameters import decorators
from nanproof.infer.value import Holder
from nanproof.names.syntax import text
from nanproof.rules.site import Site

_WITHOUT = ("no_grad", "inference_mode", "stop_recording")


def flows(site: Site) -> bool:
    """Say whether anything may be differentiated through the operation of a site."""
    if site.operand.holder is not Holder.TENSOR:
        return False
    node: Node | None = site.node
    while node is not None:
        if node.type == "with_statement" and _stops(text(node).partition(":")[0]):
            return False
        if node.type == "function_definition" and any(_stops(each) for each in decorators(node)):
            return False
        node = node.parent
    return True


def _stops(written: str) -> bool:
    return any(each in written for each in _WITHOUT)
