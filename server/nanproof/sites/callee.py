"""Which operation or which function of the project an expression calls, and what has the method."""

from __future__ import annotations

from tree_sitter import Node

from nanproof.catalog.model import Operation
from nanproof.infer.value import Deferred, Method, UserFunction
from nanproof.names.syntax import required
from nanproof.sites.site import Site


def operation_called(site: Site, call: Node) -> tuple[Operation, Deferred | None] | None:
    """Return the operation that a call is, and its receiver where it is a method."""
    callee = required(call, "function")
    frame = site.engine.around(site.document, call)
    value = site.engine.value(frame, callee)
    operation = site.engine.operation_of(value)
    if operation is None:
        return None
    owner = callee.child_by_field_name("object") if isinstance(value, Method) else None
    return operation, Deferred(frame, owner) if owner is not None else None


def function_called(site: Site, call: Node) -> UserFunction | None:
    """Return the function of the project that a call is of, None where it is of none."""
    value = site.engine.value(site.engine.around(site.document, call), required(call, "function"))
    return value if isinstance(value, UserFunction) else None
