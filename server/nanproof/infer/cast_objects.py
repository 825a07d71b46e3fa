"""Objects of a project's class whose weights are cast: `Net().half()`, `net = Net()` and `net.to(torch.float16)`.

What their layers give is of that dtype, and what they are given too: a layer computes in the dtype of its weights.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tree_sitter import Node

from nanproof.infer.call_arguments import call_arguments
from nanproof.infer.dtypes_asked import dtype_asked
from nanproof.infer.evaluator import Evaluator
from nanproof.infer.value import Instance, Layer, UserClass, Value
from nanproof.names.reaching import reaching
from nanproof.names.scopes import scope_of
from nanproof.names.syntax import assigned_name, called_name, inside, is_a, parent_of, required, text
from nanproof.source.document import Document
from nanproof.values.dtype import DType

_PARAMETERS = frozenset({"parameters", "named_parameters"})
_CASTING = ("half", "bfloat16", "to", "type")
_FRAMEWORK = "torch"
_AROUND = ("argument_list", "call", "list", "keyword_argument", "attribute", "parenthesized_expression")
MOST_OBJECTS = 8
_HALVES = frozenset({DType.FLOAT16, DType.BFLOAT16})
_WORDS = frozenset({b"half", b"bfloat16", b"float16"})


def cast_layer(evaluator: Evaluator, value: Value, owner: UserClass) -> Value:
    """Return what an attribute of an object holds: a layer computes in the dtype that the object is cast to."""
    if not isinstance(value, Layer) or value.dtype is not None or value.operation.framework.name != _FRAMEWORK:
        return value
    dtype = dtype_of_objects(evaluator, owner.document, owner.node)
    return in_dtype(value, dtype) if dtype is not None else value


def in_dtype(layer: Layer, dtype: DType) -> Layer:
    """Return a layer whose weights, and those of the layers that it is made of, are of a dtype."""
    stages = tuple(in_dtype(each, dtype) if isinstance(each, Layer) else each for each in layer.stages)
    return replace(layer, dtype=dtype, stages=stages, method="")


def dtype_of_objects(evaluator: Evaluator, document: Document, owner: Node) -> DType | None:
    """Return the half precision that objects of a class are cast to, None where none is."""
    name = text(owner.child_by_field_name("name"))
    for other in (document, *(each for each in evaluator.modules.calling(name) if each.path != document.path)):
        if _WORDS.isdisjoint(other.words):
            continue
        made = [call for called, call in evaluator.modules.bindings(other).calls_of(name)][:MOST_OBJECTS]
        for call in (each for one in made for each in _moves(evaluator, other, one)):
            dtype = _dtype_cast_to(evaluator, other, call)
            if dtype in _HALVES:
                return dtype
    return None


def _moves(evaluator: Evaluator, document: Document, made: Node) -> Iterator[Node]:
    """Yield the calls that cast an object, or what it is put into, where it is made and by the name that holds it."""
    node = made
    while is_a(node.parent, *_AROUND):
        node = parent_of(node)
        if node.type == "call" and text(required(node, "function").child_by_field_name("attribute")) in _CASTING:
            yield node
    name = assigned_name(node)
    for method in _CASTING:
        for called, call in evaluator.modules.bindings(document).calls_of(method):
            if text(called.child_by_field_name("object")).rpartition(".")[2] == name:
                yield call


def dtype_of_weights(evaluator: Evaluator, document: Document, given: Node) -> DType | None:
    """Return the half precision of the weights that an optimizer is given, None where nothing casts them.

    It is given those of a module, `model.parameters()`, some of them, or a name that holds them.
    """
    found = [_dtype_of_module(evaluator, document, each) for each in _modules_of(evaluator, document, given)]
    return found[0] if found and len(set(found)) == 1 else None


def _modules_of(evaluator: Evaluator, document: Document, given: Node) -> Iterator[Node]:
    """Yield the modules whose parameters an expression speaks of."""
    if given.type == "identifier":
        bound = reaching(given, evaluator.modules.bindings(document)).bindings
        given = bound[0].value or given if len(bound) == 1 else given
    for each in inside(given):
        if each.type == "call" and called_name(each) in _PARAMETERS:
            yield from required(each, "function").children_by_field_name("object")


def _dtype_of_module(evaluator: Evaluator, document: Document, module: Node) -> DType | None:
    """Return the half precision that a module is cast to, where it is made or by its name before it is used."""
    casts = list(_casts_of(evaluator, document, module))
    if casts:
        return max(casts, key=lambda each: each[0])[1]
    value = evaluator.value(evaluator.around(document, module), module)
    if isinstance(value, Layer):
        return value.dtype if value.dtype in _HALVES else None
    return dtype_of_objects(evaluator, value.type.document, value.type.node) if isinstance(value, Instance) else None


def _casts_of(evaluator: Evaluator, document: Document, module: Node) -> Iterator[tuple[int, DType | None]]:
    """Yield where a module is cast in its function, and to what: by its name, and where the name is bound."""
    scope, bindings = scope_of(module), evaluator.modules.bindings(document)
    bound = reaching(module, bindings).bindings if module.type == "identifier" else ()
    made = [each.value for each in bound if each.value is not None]
    for method in (*_CASTING, "float", "double"):
        for called, call in bindings.calls_of(method):
            if call.start_byte >= module.end_byte or scope_of(call) != scope:
                continue
            is_of_name = text(called.child_by_field_name("object")) == text(module)
            if is_of_name or any(
                each.start_byte <= call.start_byte and call.end_byte <= each.end_byte for each in made
            ):
                dtype = _dtype_cast_to(evaluator, document, call)
                if dtype is not None:
                    yield call.end_byte, dtype if dtype in _HALVES else None


def _dtype_cast_to(evaluator: Evaluator, document: Document, call: Node) -> DType | None:
    method = text(required(call, "function").child_by_field_name("attribute"))
    operation = evaluator.catalog.method(method, _FRAMEWORK)
    frame = evaluator.around(document, call)
    return dtype_asked(evaluator, operation, call_arguments(frame, call)) if operation is not None else None
