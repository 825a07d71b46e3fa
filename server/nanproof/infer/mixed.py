"""What a Keras layer is given under a mixed policy: its first argument, cast to the dtype in which layers compute.

Source: Keras, guide "Mixed precision": layers cast their inputs to their compute dtype, unless they have one of their
own (`super().__init__(dtype="float32")`) or are told not to (`autocast=False`). Losses get what the model gives.
A module of PyTorch whose weights were cast must be given what is of their dtype.
"""

from __future__ import annotations

import re

from tree_sitter import Node

from nanproof.infer.cast_objects import dtype_of_objects
from nanproof.infer.evaluator import Evaluator
from nanproof.infer.pairwise import only_framework
from nanproof.infer.value import Frame, Holder, Number
from nanproof.names.scopes import scope_of
from nanproof.names.syntax import text
from nanproof.values.ranges import UNKNOWN_RANGE

_LAYER = re.compile(r"\b(?:Layer|Model)\b")
_OWN = re.compile(r"\bdtype[ ]?=[ ]?[\w.'\"]{0,30}float(?:32|64)|\bautocast[ ]?=[ ]?False")
_RUNS = "call"
_RUNS_IN_TORCH = "forward"
_FIRST = 1  # behind `self`


def cast_input(evaluator: Evaluator, frame: Frame, function: Node, index: int) -> Number | None:
    """Return what is known of a layer's first argument of which nothing else is: the dtype that it is cast to."""
    owner, name = scope_of(function), text(function.child_by_field_name("name"))
    if index == _FIRST and name == _RUNS_IN_TORCH and owner.type == "class_definition":
        cast = dtype_of_objects(evaluator, frame.document, owner)
        return Number(UNKNOWN_RANGE, cast, Holder.TENSOR, evaluator.catalog.frameworks["torch"]) if cast else None
    if index != _FIRST or name != _RUNS:
        return None
    framework = only_framework(evaluator, frame.document) or evaluator.catalog.frameworks["tensorflow"]
    dtype = evaluator.precision(frame.document).of_layer(framework, None)
    if dtype is None or not _LAYER.search(text(owner.child_by_field_name("superclasses"))) or _OWN.search(text(owner)):
        return None
    return Number(UNKNOWN_RANGE, dtype, Holder.TENSOR, framework)
