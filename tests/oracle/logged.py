"""Which functions of the catalogue a framework means by the names that its logs hold: run, and asked of the framework.

`python -m tests.oracle.logged` writes `catalog/logs/operations.toml` anew.
"""

from __future__ import annotations

import contextlib
import re
import warnings
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from nanproof.catalog import load
from nanproof.catalog.logged import PATH
from tests.oracle.calls import Program, fed
from tests.oracle.conftest import ORACLE
from tests.oracle.flavours import Array, compiled

HEAD = """\
# What the logs of a framework call the operations that it runs: nodes of PyTorch's backward pass, without `Backward0`,
# primitives of JAX, types of nodes of TensorFlow, functions of NumPy. `is` names the functions of functions.toml that
# the operation is, `in` those that run it among others. `python -m tests.oracle.logged` runs them all and writes this.
"""
# What no function is known by, and every program runs: the tensor itself, constants, casts and shapes.
NOT_TOLD = frozenset(
    {"AccumulateGrad", "Const", "Identity", "Placeholder", "NoOp", "Cast", "Shape", "Pack", "StridedSlice", "Reshape",
     "ReadVariableOp", "convert_element_type", "broadcast_in_dim", "reshape", "jit", "pjit", "custom_jvp_call",
     "custom_vjp_call", "copy", "iota", "stop_gradient", "squeeze", "View", "Unsqueeze", "Squeeze", "Expand", "Alias",
     "ToCopy", "Clone", "T", "Transpose", "ExpandDims", "Range", "Fill", "StatefulPartitionedCall", "PartitionedCall"}
)  # fmt: skip
NUMBERED = re.compile(r"Backward\d+\Z")


def _torch(function: Callable[..., Any], operands: list[Array]) -> Iterator[str]:
    import torch

    result = function(*(torch.tensor(each, dtype=torch.float32, requires_grad=True) for each in operands))
    leaves = result if isinstance(result, list | tuple) else [result]
    waiting = [each.grad_fn for each in leaves if isinstance(each, torch.Tensor)]
    seen = set[Any]()
    while waiting:
        node = waiting.pop()
        if node is None or node in seen:
            continue
        seen.add(node)
        yield NUMBERED.sub("", node.name().rpartition("::")[2])
        waiting += (each for each, _ in node.next_functions)


def _jax(function: Callable[..., Any], operands: list[Array]) -> Iterator[str]:
    import jax

    yield from _primitives(jax.make_jaxpr(function)(*(each.astype("float32") for each in operands)).jaxpr)


def _primitives(jaxpr: Any) -> Iterator[str]:
    for equation in jaxpr.eqns:
        yield equation.primitive.name
        for held in equation.params.values():
            for each in held if isinstance(held, list | tuple) else (held,):
                inner = getattr(each, "jaxpr", each)
                if hasattr(inner, "eqns"):
                    yield from _primitives(inner)


def _tensorflow(function: Callable[..., Any], operands: list[Array]) -> Iterator[str]:
    import tensorflow as tf

    tensors = [tf.TensorSpec(each.shape, tf.float32) for each in operands]
    graph = tf.function(function).get_concrete_function(*tensors).graph
    yield from (each.type for each in graph.get_operations())


RUNNING = {"torch": _torch, "jax": _jax, "tensorflow": _tensorflow}


def _numpy() -> dict[str, set[str]]:
    import numpy as np

    found: dict[str, set[str]] = {}
    for operation in load().operations():
        root, _, name = operation.name.partition(".")
        function = getattr(np, name, None) if root == "numpy" else None
        if isinstance(function, np.ufunc):
            found.setdefault(function.__name__, set()).add(operation.function.name)
    return found


def names_run(framework: str, program: Program) -> set[str]:
    """Return what a framework's logs would call the operations that a program runs; raises what the framework does."""
    operands = fed(program, 0)
    function = compiled(framework, program.text, tuple(operands))
    return set(RUNNING[framework](function, list(operands.values()))) - NOT_TOLD


def gathered() -> dict[str, dict[str, dict[str, set[str]]]]:
    """Return the functions that each name of each framework is, and those that it is in."""
    tables: dict[str, dict[str, dict[str, set[str]]]] = {each: {} for each in (*RUNNING, "numpy")}
    for operation in load().operations():
        framework = operation.framework.name
        if framework not in RUNNING or not operation.function.name or operation.inplace:
            continue
        program = ORACLE.calls.of(operation)
        if isinstance(program, str):
            continue
        with contextlib.suppress(Exception), warnings.catch_warnings():
            warnings.simplefilter("ignore")
            names = names_run(framework, program)
            how = "is" if len(names) == 1 else "in"
            for name in names:
                tables[framework].setdefault(name, {"is": set(), "in": set()})[how].add(operation.function.name)
    tables["numpy"] = {name: {"is": functions, "in": set()} for name, functions in _numpy().items()}
    return tables


def written(tables: Mapping[str, Mapping[str, Mapping[str, set[str]]]]) -> str:
    """Return the tables as the catalogue holds them."""
    lines = [HEAD]
    for framework, table in tables.items():
        lines.append(f"\n[{framework}]\n")
        for name, held in sorted(table.items()):
            own, inside = sorted(held["is"]), sorted(held["in"] - held["is"])
            lines.append(f"{name} = {{ is = {_list(own)}, in = {_list(inside)} }}\n")
    return "".join(lines)


def _list(words: list[str]) -> str:
    return "[" + ", ".join(f'"{each}"' for each in words) + "]"


if __name__ == "__main__":
    PATH.write_text(written(gathered()), encoding="utf-8")
