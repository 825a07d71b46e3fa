"""Where the logits are named again behind what runs between, they are what they were; where not, executed as well."""

from __future__ import annotations

import os
from typing import Any

os.environ.setdefault("JAX_PLATFORMS", "cpu")
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")

import numpy as np
import numpy.typing as npt
import pytest

from tests.changes.between import PROGRAMS, Between
from tests.oracle.test_fixes import needs


@pytest.mark.parametrize("program", PROGRAMS, ids=lambda each: each.written)
def test_the_twin_gives_the_logarithm_where_it_is_offered(program: Between) -> None:
    for module in ("torch", "tensorflow", "jax"):
        needs(module)
    twin = program.source.replace(f"return {program.log}(p)", f"return {program.twin}")
    is_same = np.allclose(_result(program, program.source), _result(program, twin), rtol=1e-5)
    assert is_same is (program.keeps or program.uncertain)


def _result(program: Between, source: str) -> npt.NDArray[Any]:
    import random

    import torch

    np.random.seed(0)
    random.seed(0)
    x = [[1.0, 2.0, -3.0], [0.5, 0.25, 4.0]]
    names: dict[str, Any] = {}
    exec(compile(source, "program.py", "exec"), names)
    return np.asarray(names["f"](torch.tensor(x) if program.log == "torch.log" else np.array(x, np.float32)))
