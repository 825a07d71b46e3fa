"""In which dtype a framework computes where nothing at an operation says it."""

from __future__ import annotations

import pytest

from nanproof.catalog import load
from nanproof.infer.precision import Precision
from nanproof.names.bindings import Bindings
from nanproof.source.document import Document
from nanproof.values.dtype import DType


def precision(text: str, configured: str = "") -> Precision:
    """Return the defaults of a document."""
    return Precision(Bindings(Document.from_text("a.py", text)), configured)


@pytest.mark.parametrize(
    ("text", "configured", "framework", "expected"),
    [
        ("import torch\n", "", "torch", DType.FLOAT32),
        ("import torch\n", "float64", "torch", DType.FLOAT64),
        ("import torch\n", "bfloat16", "torch", DType.BFLOAT16),
        ("import torch\ntorch.set_default_dtype(torch.float16)\n", "float64", "torch", DType.FLOAT16),
        ("import numpy\n", "", "numpy", DType.FLOAT64),
        ("import numpy\n", "float32", "numpy", DType.FLOAT32),
    ],
)
def test_the_default_of_a_framework(text: str, configured: str, framework: str, expected: DType) -> None:
    held = precision(text, configured)
    assert held.default(load().frameworks[framework]) is expected


def test_what_no_framework_holds_is_in_single_precision_and_kept_as_it_is() -> None:
    held = precision("x = 1.0\n", "float64")
    assert held.default(None) is DType.FLOAT32
    assert held.narrowed(None, DType.FLOAT64) is DType.FLOAT64


@pytest.mark.parametrize(
    ("framework", "dtype", "expected"),
    [
        ("jax", DType.FLOAT64, DType.FLOAT32),
        ("jax", DType.FLOAT16, DType.FLOAT16),
        ("torch", DType.FLOAT64, DType.FLOAT64),
    ],
)
def test_what_a_framework_holds_in_less(framework: str, dtype: DType, expected: DType) -> None:
    assert precision("import jax\n").narrowed(load().frameworks[framework], dtype) is expected
