"""What is computed of placeholders alone: a session is fed it, and no optimizer takes a derivative by it."""

from __future__ import annotations

from nanproof.catalog.model import Function, Operation
from nanproof.infer.value import Holder, Number

FED = frozenset({"of placeholders"})
# What computes with weights that no argument shows, or draws.
OF_WEIGHTS = frozenset(
    {
        "linear",
        "convolution",
        "weighted_sum",
        "embedding",
        "padded_embedding",
        "normalization",
        "gated",
        "recurrent",
        "normal",
    }
)


def fed_by(operation: Operation | None, function: Function, operands: list[Number]) -> frozenset[str]:
    """Return whether a result is a placeholder, or computed of such and of constants alone."""
    if function.name == "placeholder":
        return FED
    if function.name in OF_WEIGHTS or (operation is not None and operation.kind == "layer"):
        return frozenset()
    varying = [each for each in operands if each.range.single is None and each.holder is not Holder.PYTHON]
    return FED if varying and all(each.traits >= FED for each in varying) else frozenset()
