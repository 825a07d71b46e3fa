"""The dtype that a bound is for where a file turns its modules to half precision: `model.half()`, in a helper or not.

Whose output a tensor is, is often unknown then. A bound that is 0 in float16 masks nothing there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from tree_sitter import Node

from nanproof.infer.value import Instance, Layer, Number
from nanproof.names.syntax import is_a, text
from nanproof.sites.site import Site
from nanproof.values.dtype import DType

_HALF = re.compile(r"\b(?:torch|th)\.(?:float16|half)\b")
# What a module is called where nothing tells what it is.
_MODULE = re.compile(r"model|net|module|encoder|decoder|backbone|generator|discriminator|critic|actor", re.IGNORECASE)
_LONGEST_WAY = 12


def in_its_precision(site: Site) -> Site:
    """Return a site with the dtype that its bounds must hold in: half, where modules of its file are turned to it."""
    operand = site.operand
    if site.framework.name != "torch" or operand.dtype is not DType.FLOAT32 or _is_cast(operand):
        return site
    if not any(_is_module(site, receiver, call) for receiver, call in _turned(site)):
        return site
    return replace(site, operand=replace(operand, dtype=DType.FLOAT16))


def _is_cast(number: Number) -> bool:
    """Say whether the source names the dtype of a number, or of what it was computed from."""
    known: Number | None = number
    for _ in range(_LONGEST_WAY):
        computation = known.computation if known is not None else None
        if computation is None:
            return False
        if computation.function.name == "cast":
            return True
        known = computation.roles.get("x")
    return False


def _turned(site: Site) -> Iterator[tuple[Node, Node]]:
    """Yield what is turned to half precision in the file, by its method, and the call."""
    bindings = site.engine.modules.bindings(site.document)
    for name in ("half", "to"):
        for called, call in bindings.calls_of(name):
            receiver = called.child_by_field_name("object")
            if receiver is not None and (name == "half" or _HALF.search(text(call.child_by_field_name("arguments")))):
                yield receiver, call


def _is_module(site: Site, receiver: Node, call: Node) -> bool:
    """Say whether a module is turned, and not a tensor: of a tensor the result is another one, and is used."""
    value = site.engine.value(site.engine.around(site.document, receiver), receiver)
    if isinstance(value, Layer | Instance):
        return True
    if isinstance(value, Number):
        return False
    is_statement = is_a(call.parent, "expression_statement")
    return is_statement or _MODULE.search(text(receiver).rpartition(".")[2]) is not None
