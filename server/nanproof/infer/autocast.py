"""Autocast regions: one holds for what stands in it, and for all that is called in it.

A call in a region is noted in the context of what it calls. A function that is looked at for itself is in one where all
its callers are that record a derivative; where they are in several it is in none.
"""

from __future__ import annotations

import re

from tree_sitter import Node

from nanproof.catalog.model import Framework, Function
from nanproof.infer.evaluator import Evaluator
from nanproof.infer.precision import Region, heads_around
from nanproof.infer.value import Frame
from nanproof.names.scopes import FUNCTIONS
from nanproof.source.document import Document
from nanproof.source.place import Place
from nanproof.values.dtype import DType

_FRAMEWORK = "torch"
_CASTS = "autocast"
_LAYERS = frozenset({"gated", "linear", "matmul"})
_HALVES = frozenset({DType.FLOAT16, DType.BFLOAT16})
# Source: "CUDA Ops that can autocast to float32" of PyTorch's page on automatic mixed precision; observed in PyTorch
# 2.13, with the device told. On a CPU these stay in half precision.
_IN_SINGLE = frozenset(
    {"acos", "asin", "cosh", "cosine_similarity", "cumprod", "cumsum", "erfinv", "exp", "expm1", "integer_pow"}
    | {"l2_normalize", "log", "log10", "log1p", "log2", "log_softmax", "logsumexp", "norm", "pow", "prod"}
    | {"reciprocal", "rsqrt", "sinh", "softmax", "softmin", "softplus", "square", "sum", "tan"}
)
_UNRECORDED = re.compile(r"\b(?:no_grad|inference_mode)\b")
_DEEPEST = 2  # callers of callers


def region_of_call(evaluator: Evaluator, frame: Frame, call: Node) -> tuple[Region, ...]:
    """Return the region that a call stands in, which holds for what it calls; nothing where it stands in none."""
    found = evaluator.precision(frame.document).region(call)
    return (found,) if found is not None else ()


def dtype_in_region(
    evaluator: Evaluator,
    function: Function,
    framework: Framework | None,
    dtype: DType,
    where: Place,
    context: tuple[object, ...],
) -> DType:
    """Return the dtype of a result that is of another one outside: half of a layer, single of what needs the range."""
    if function.transfer in _LAYERS:
        return _dtype_of_layer(evaluator, framework, where, context) or dtype
    if dtype not in _HALVES or function.name not in _IN_SINGLE or framework is None or framework.name != _FRAMEWORK:
        return dtype
    found = _region(evaluator, where, context)
    return DType.FLOAT32 if found is not None and found.dtype is not None and found.widens else dtype


def _dtype_of_layer(
    evaluator: Evaluator, framework: Framework | None, where: Place, context: tuple[object, ...]
) -> DType | None:
    if framework is None or framework.name != _FRAMEWORK:
        return evaluator.precision(where.document).of_layer(framework, None)
    found = _region(evaluator, where, context)
    return found.dtype if found is not None else None


def _region(evaluator: Evaluator, where: Place, context: tuple[object, ...]) -> Region | None:
    """Return the region in which something is computed: that it stands in, a caller on the way here, or all callers."""
    found = evaluator.precision(where.document).region(_node_at(where))
    found = found or next((each for each in reversed(context) if isinstance(each, Region)), None)
    outermost = _outermost(evaluator, context) if found is None else None
    return _of_callers(evaluator, outermost.document, outermost.scope, _DEEPEST) if outermost is not None else found


def _outermost(evaluator: Evaluator, context: tuple[object, ...]) -> Frame | None:
    """Return the frame that all calls on the way started from, where it is one of a function looked at for itself.

    A context begins with the files and the scopes of the frames, the innermost first.
    """
    last = None
    for key in zip(context[::2], context[1::2], strict=False):
        if not isinstance(key[0], str) or not isinstance(key[1], int):
            break
        last = key
    return evaluator.kept_frame(last) if last is not None else None


def _node_at(where: Place) -> Node | None:
    return where.document.tree.root_node.descendant_for_byte_range(where.span.start, where.span.end)


def _of_callers(evaluator: Evaluator, document: Document, function: Node, depth: int) -> Region | None:
    """Return the region that all callers of a function are in that record a derivative, None where they are in none."""
    if function.type not in FUNCTIONS or not depth or not _is_used(evaluator, document):
        return None
    return evaluator.once(f"autocast, {depth}", function, lambda: _shared(evaluator, document, function, depth))


def _is_used(evaluator: Evaluator, document: Document) -> bool:
    """Say whether a file, or another one of its project, has an autocast region at all."""
    if evaluator.precision(document).casts:
        return True
    return evaluator.once(_CASTS, document.tree.root_node, lambda: any(True for _ in evaluator.modules.calling(_CASTS)))


def _shared(evaluator: Evaluator, document: Document, function: Node, depth: int) -> Region | None:
    found = set[Region | None]()
    for other, call in evaluator.call_sites(document, function):
        if any(_UNRECORDED.search(each) for each in heads_around(call)):
            continue
        region = evaluator.precision(other).region(call)
        scope = evaluator.modules.bindings(other).scope_of(call)
        found.add(region or _of_callers(evaluator, other, scope, depth - 1))
    return found.pop() if len(found) == 1 else None
