"""Whether an operation runs in compiled code: tf.function, a Keras model that is fitted, a TensorFlow 1 graph, jax.jit.

Judged by how the code is written, in the file of the operation: who compiles it elsewhere is not seen.
"""

from __future__ import annotations

import re
from itertools import chain

from tree_sitter import Node

from nanproof.infer.handed_on import handed_on
from nanproof.names.functions import decorators
from nanproof.names.scopes import named_functions_around, scope_of
from nanproof.names.syntax import parent_of, required, text
from nanproof.sites.site import Site
from nanproof.source.document import Document

DEEPEST_CALLER = 3

_COMPILES = {
    "tensorflow": re.compile(r"(?:^|\.)function\b|\bdef_function\b"),
    "keras": re.compile(r"(?:^|\.)function\b|\bjit\b"),
    "jax": re.compile(r"\b(?:jit|pmap|filter_jit|filter_pmap|shard_map)\b"),
}
# What hands a function over to a model that Keras compiles.
_KERAS = re.compile(r"\.(?:compile|add_loss)$|(?:^|\.)Lambda$")
_KERAS_CLASS = re.compile(r"\b(?:Model|Layer|Loss|Metric|Regularizer|Sequential)\b")
_FITTED = re.compile(rb"\.(?:fit|fit_generator|compile)\s*\(")
# Names that only TensorFlow 1 has, or that turn TensorFlow 2 into it.
_GRAPH = re.compile(
    rb"\b(?:tf|tensorflow)\.(?:placeholder|Session|InteractiveSession|get_variable|variable_scope|log|contrib|app\.run|"
    rb"global_variables_initializer|initialize_all_variables|reduction_indices|random_normal|truncated_normal)\b"
    rb"|import tensorflow\.compat\.v1|\bdisable_(?:v2_behavior|eager_execution)\b"
    rb"|compat\.v1\.(?:placeholder|Session|InteractiveSession)\b|\btf_slim\b"
)
_EAGER = re.compile(rb"\benable_eager_execution\b|\brun_functions_eagerly\s*\(\s*True|run_eagerly\s*=\s*True")


def is_compiled(site: Site) -> bool:
    """Say whether the operation certainly runs in compiled code, as far as its file shows."""
    search = site.engine.modules.bindings(site.document).search
    if site.framework.name != "jax":
        if search(_EAGER):
            return False
        if search(_GRAPH):
            return True
    return any(_is_compiled(site, function, DEEPEST_CALLER) for function in named_functions_around(site.node))


def _is_compiled(site: Site, function: Node, depth: int) -> bool:
    compiles = _COMPILES[site.framework.name]
    if depth <= 0:
        return False
    if any(compiles.search(each) for each in decorators(function)):
        return True
    document = site.document
    if _is_handed_over(site, document, function, compiles) or _is_keras_call(site, function):
        return True
    for where, call in site.engine.call_sites(document, function):
        around = named_functions_around(call) if where.path == document.path else ()
        if any(_is_compiled(site, each, depth - 1) for each in around):
            return True
    return False


def _is_handed_over(site: Site, document: Document, function: Node, compiles: re.Pattern[str]) -> bool:
    """Say whether a function is an argument of what compiles it: `jax.jit(step)`, `model.compile(loss=loss)`."""
    own = site.engine.modules.bindings(document).occurrences(text(required(function, "name")))
    for each in chain(own, (name for _, name in handed_on(site.engine, document, function))):
        parent = parent_of(each)
        while parent.type in ("keyword_argument", "argument_list", "list", "dictionary", "pair"):
            parent = parent_of(parent)
        callee = parent.child_by_field_name("function")
        if compiles.search(text(callee)) or _KERAS.search(text(callee)):
            return True
    return False


def _is_keras_call(site: Site, function: Node) -> bool:
    """Say whether a function is the `call` of a Keras model, layer or loss in a file that fits it."""
    name, owner = text(function.child_by_field_name("name")), scope_of(function)
    if name != "call":
        return False
    if not site.engine.modules.bindings(site.document).search(_FITTED):
        return False
    return bool(_KERAS_CLASS.search(text(owner.child_by_field_name("superclasses"))))
