"""Where no derivative comes back (`[backward]` of the catalogue): executed behind a root at 0."""

from __future__ import annotations

import numpy as np
import pytest

from nanproof.catalog import load
from nanproof.catalog.program import expression
from tests.oracle.calls import fed
from tests.oracle.conftest import needs
from tests.oracle.flavours import FLAVOURS_OF, RefusedError, UnsupportedDTypeError, run
from tests.oracle.running import DIFFERENTIABLE, Oracle

CATALOG = load()
FUNCTIONS = [
    (flavour, function)
    for framework in DIFFERENTIABLE
    for flavour in FLAVOURS_OF[framework]
    for function in sorted(CATALOG.frameworks[framework].backward.stops)
]
# What the catalogue's entries do not call with floating-point numbers, or not by name: `STOPPING` has a program.
OTHERWISE = frozenset({"one_hot", "number", "bernoulli", "parameter"})
# Of torch what samples or rounds passes a 0 on; of the places of elements the values are differentiated.
PASSING = [
    ("torch", "torch.bernoulli({x})"),
    ("torch", "torch.poisson({x})"),
    ("torch", "torch.sign({x})"),
    ("torch", "torch.round({x})"),
    ("torch", "torch.topk({x}, 2)[0]"),
    ("torch", "torch.distributions.Normal({x}, {x} + 1).rsample()"),
    ("tensorflow", "tensorflow.math.top_k({x}, 2)[0]"),
    ("jax", "jax.lax.top_k({x}, 2)[0]"),
]
STOPPING = [
    ("torch", "torch.tensor({x}.sum().item()) * {x}.detach()"),
    ("jax", "jax.random.bernoulli(jax.random.key(0), {x}) * 1.0"),
    ("torch", "torch.topk({x}, 2)[1].float()"),
    ("torch", "{x}.sort(-1).indices.float()"),
    ("torch", "torch.max({x}, -1)[1].float()"),
    ("torch", "torch.distributions.Normal({x}, {x} + 1).sample()"),
    ("torch", "{x}.data * 1"),
    ("torch", "torch.nn.functional.one_hot({x}.long(), 3) * 1.0"),
    ("torch", "torch.zeros_like({x}) * 1"),
    ("torch", "torch.nn.Parameter({x}) * 1"),
    ("tensorflow", "tensorflow.Variable({x}) * 1"),
    ("torch", "torch.from_numpy({x}.detach().numpy()) * 1"),
    ("tensorflow", "tensorflow.constant({x}.numpy()) * 1"),
    ("tensorflow", "tensorflow.one_hot(tensorflow.cast({x}, 'int32'), 3)"),
    ("jax", "jax.nn.one_hot({x}.astype(int), 3)"),
    ("tensorflow", "tensorflow.cast(tensorflow.math.top_k({x}, 2).indices, 'float64')"),
    ("jax", "jax.lax.top_k({x}, 2)[1] * 1.0"),
]


def derivative_behind_a_root(flavour: str, program: str, operands: dict[str, np.ndarray]) -> np.ndarray | None:
    framework = CATALOG.frameworks[flavour.partition(".")[0]]
    root = expression(CATALOG, framework, "sqrt(x)")
    return run(flavour, program.replace("{x}", root), operands, "float64", "x").gradient


@pytest.mark.parametrize(("flavour", "function"), FUNCTIONS)
def test_no_derivative_comes_back(oracle: Oracle, flavour: str, function: str) -> None:
    needs(flavour.partition(".")[0])
    theirs = [each for each in CATALOG.operations() if each.framework.name == flavour.partition(".")[0]]
    found: dict[str, bool] = {}
    for operation in theirs:
        if operation.function.name != function or not operation.framework.has_today(operation.name):
            continue
        program = oracle.calls.of(operation)
        if isinstance(program, str) or "{x}" not in program.text or program.dtypes:
            continue
        if f"{operation.name.rpartition('.')[2]}(" not in program.text:
            continue  # another expression stands for it
        operands = {**fed(program, 0), "x": np.zeros(program.shapes["x"])}
        try:
            gradient = derivative_behind_a_root(flavour, program.text, operands)
        except (RefusedError, UnsupportedDTypeError):
            continue
        found[operation.name] = gradient is None or bool(np.isfinite(gradient).all())
    assert [name for name, is_finite in found.items() if not is_finite] == []
    assert found or function in OTHERWISE


@pytest.mark.parametrize(("framework", "program"), STOPPING)
def test_of_what_is_taken_apart_or_drawn_no_derivative_comes_back(framework: str, program: str) -> None:
    needs(framework)
    gradient = derivative_behind_a_root(framework, program, {"x": np.zeros(4)})
    assert gradient is None or np.isfinite(gradient).all()


@pytest.mark.parametrize(("framework", "program"), PASSING)
def test_what_passes_a_derivative_on_is_no_end(framework: str, program: str) -> None:
    needs(framework)
    gradient = derivative_behind_a_root(framework, program, {"x": np.zeros(4)})
    assert gradient is not None
    assert not np.isfinite(gradient).all()
