"""Counts that conditions ask for: `if not mask.any(): return` says of `mask.sum()` that it is not 0."""

from __future__ import annotations

from tree_sitter import Node

from nanproof.names.syntax import bare, called_name, code_in, first_child, required, text

# What counts for how many elements a mask holds, and what makes numbers of it before.
_HOW_MANY = "how many of "
_COUNTS = frozenset({"sum", "reduce_sum", "count_nonzero"})
_CASTING_METHODS = frozenset({"float", "double", "half", "long", "int", "to", "type", "type_as", "astype"})
_CASTING_FUNCTIONS = frozenset({"cast", "to_float", "to_int32", "to_int64"})
_MODULES = frozenset({"torch", "np", "numpy", "jnp", "jax.numpy", "tf", "tf.math", "K", "ops", "keras.ops"})
_NO_OPERANDS = frozenset({"keyword_argument", "list_splat", "dictionary_splat"})


def counted(expression: Node) -> str | None:
    """Return what conditions call the number of elements for which a mask holds, however it is counted, None of others.

    `mask.any()` asks whether it is 0: of `mask.sum()`, `torch.sum(mask.float())` and `np.count_nonzero(mask)` alike.
    """
    mask = reduced(expression, _COUNTS)
    return count_of(mask) if mask is not None else None


def count_of(mask: Node) -> str:
    """Return how the count of a mask is spoken of: as nothing that could be written in a program."""
    while mask.type == "call" and (of := _cast(mask)) is not None:
        mask = bare(of)
    return _HOW_MANY + text(mask)


def _cast(call: Node) -> Node | None:
    """Return what a call makes numbers of: `mask` of `mask.float()`, `tf.cast(mask, tf.float32)`."""
    if called_name(call) in _CASTING_FUNCTIONS:
        return first_child(call.child_by_field_name("arguments"))
    function = required(call, "function")
    is_cast = text(function.child_by_field_name("attribute")) in _CASTING_METHODS
    return function.child_by_field_name("object") if is_cast else None


def reduced(call: Node, names: frozenset[str], options: frozenset[str] = frozenset()) -> Node | None:
    """Return what a call takes as a whole, without an axis: `mask` of `mask.any()` and of `np.any(mask)`.

    `options` are the arguments by name that change nothing of it.
    """
    if call.type != "call" or called_name(call) not in names:
        return None
    function = required(call, "function")
    given = [each for each in code_in(call.child_by_field_name("arguments")) if not _is_option(each, options)]
    receiver = function.child_by_field_name("object")
    if not given:
        return bare(receiver) if receiver is not None and text(receiver) not in _MODULES else None
    is_function = receiver is None or text(receiver) in _MODULES
    return bare(given[0]) if is_function and len(given) == 1 and given[0].type not in _NO_OPERANDS else None


def _is_option(argument: Node, options: frozenset[str]) -> bool:
    return argument.type == "keyword_argument" and text(argument.child_by_field_name("name")) in options


def is_of_a_call(subject: str) -> bool:
    """Say whether conditions speak of a call, or of a count."""
    return subject.endswith(")") or subject.startswith(_HOW_MANY)
