"""What the logs of the frameworks call their operations (`catalog/logs`): each is run, and the framework is asked."""

from __future__ import annotations

import pytest
import tomli

from nanproof.catalog import load
from nanproof.catalog.logged import PATH, logged
from tests.oracle.conftest import ORACLE, needs
from tests.oracle.logged import RUNNING, names_run

TABLES = tomli.loads(PATH.read_text("utf-8"))
CATALOG = load()


def _operations(framework: str, function: str) -> list[str]:
    return [
        each.name
        for each in CATALOG.operations()
        if each.framework.name == framework and each.function.name == function and not each.inplace
    ]


@pytest.mark.parametrize("framework", RUNNING)
def test_each_name_is_run_by_each_function_that_is_said_to_run_it(framework: str) -> None:
    needs(framework)
    wrong = []
    ran: dict[str, set[str]] = {}
    for function in {each for row in TABLES[framework].values() for each in (*row["is"], *row["in"])}:
        ran[function] = set()
        for name in _operations(framework, function):
            operation = CATALOG.operation(name)
            program = ORACLE.calls.of(operation) if operation is not None else ""
            if not isinstance(program, str):
                try:
                    ran[function] |= names_run(framework, program)
                except Exception:  # what one framework's release cannot trace
                    continue
    for name, row in TABLES[framework].items():
        wrong += [(name, each) for each in (*row["is"], *row["in"]) if name not in ran[each]]
    assert not wrong


@pytest.mark.parametrize(
    ("framework", "written", "function"),
    [
        ("torch", "LogBackward0", "log"),
        ("torch", "DivBackward0", "divide"),
        ("torch", "SqrtBackward0", "sqrt"),
        ("torch", "PowBackward0", "pow"),
        ("torch", "LinalgVectorNormBackward0", "norm"),
        ("torch", "AcosBackward0", "acos"),
        ("torch", "StdBackward0", "std"),
        ("torch", "SoftmaxBackward0", "softmax"),
        ("torch", "LogSoftmaxBackward0", "log_softmax"),
        ("torch", "MulBackward0", "multiply"),
        ("jax", "log", "log"),
        ("jax", "div", "divide"),
        ("jax", "rsqrt", "rsqrt"),
        ("tensorflow", "Log", "log"),
        ("tensorflow", "RealDiv", "divide"),
        ("tensorflow", "Sqrt", "sqrt"),
        ("tensorflow", "SqrtGrad", "sqrt"),
        ("tensorflow", "Rsqrt", "rsqrt"),
        ("numpy", "true_divide", "divide"),
        ("numpy", "log", "log"),
    ],
)
def test_a_name_as_a_log_writes_it(framework: str, written: str, function: str) -> None:
    assert function in logged(framework, written).own


def test_all_functions_are_known() -> None:
    named = {each for table in TABLES.values() for row in table.values() for each in (*row["is"], *row["in"])}
    assert named <= set(CATALOG.functions)
