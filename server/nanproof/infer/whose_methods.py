"""Whose method it is that something unknown has: PyTorch's in a file that names it, unless another library made it."""

from __future__ import annotations

import re

from tree_sitter import Node

from nanproof.catalog.model import Operation
from nanproof.infer.evaluator import Evaluator
from nanproof.infer.value import Method
from nanproof.names.binding import Binds
from nanproof.names.bindings import Bindings
from nanproof.names.imports import imported
from nanproof.names.reaching import reaching
from nanproof.names.syntax import required

# Libraries whose things have methods that are called like a tensor's: of series, of arrays, of pictures.
_OTHERS = frozenset(
    {"cupy", "cv2", "dask", "geopandas", "modin", "mxnet", "paddle", "pandas", "PIL", "polars", "pyspark", "sympy"}
    | {"shapely", "vaex", "xarray"}
)
_IMPORTED = re.compile(
    rb"^[ \t]*(?:import|from)[ \t][^#\n]*\b(?:" + "|".join(sorted(_OTHERS)).encode() + rb")\b", re.MULTILINE
)
# What is made of something: its attribute, an item of it, what a call of it gives.
_MADE_OF = {"attribute": "object", "subscript": "value", "call": "function"}
_LONGEST_CHAIN = 5  # of names, one made of the other


def assumed(evaluator: Evaluator, callee: Method) -> Operation | None:
    """Return the tensor method that a method of something unknown must be, in a file that names the framework."""
    bindings = evaluator.modules.bindings(callee.written.frame.document)
    # Methods are PyTorch's way of writing; where a file imports several frameworks it is the likeliest.
    for framework in reversed(list(evaluator.catalog.frameworks.values())):
        operation = evaluator.catalog.method(callee.name, framework.name)
        is_shared = callee.name in framework.shared_methods
        if operation is not None and not is_shared and bindings.search(framework.mention) is not None:
            return None if _is_of_another(bindings, callee.written.node) else operation
    return None


def _is_of_another(bindings: Bindings, receiver: Node) -> bool:
    """Say whether something evidently comes from another library: `pd.read_csv(path)["a"]`."""
    if bindings.search(_IMPORTED) is None:
        return False
    for _ in range(_LONGEST_CHAIN):
        while (field := _MADE_OF.get(receiver.type)) is not None:
            receiver = required(receiver, field)
        found = reaching(receiver, bindings).bindings if receiver.type == "identifier" else ()
        if len(found) != 1:
            return False
        match found[0].kind, found[0].value:
            case Binds.IMPORT, _:
                item = imported(found[0])
                return item.level == 0 and item.module.partition(".")[0] in _OTHERS
            case Binds.ASSIGNMENT | Binds.LOOP | Binds.WITH, Node() as value:
                receiver = value
            case _:
                return False
    return False
