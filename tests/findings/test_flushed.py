"""What a finding says of a mask whose bound a framework flushes to 0, and of one that is rounded in its dtype."""

from __future__ import annotations

import pytest

from nanproof.analysis import Project
from nanproof.source.document import Document
from tests.names.project import ROOT, Files

FLUSHES = "flushes numbers this small to 0"


@pytest.mark.parametrize(
    ("framework", "operand", "expected"),
    [
        ("tensorflow as tf", "tf.math.log(tf.clip_by_value(tf.nn.softmax(z), 1e-40, 1.0))", f"TensorFlow {FLUSHES}"),
        ("tensorflow as tf", "tf.math.log(1 - tf.clip_by_value(tf.sigmoid(z), 0.0, 1 - 1e-8))", ""),
        ("jax, jax.numpy as jnp", "jnp.log(jnp.clip(jax.nn.softmax(z), 1e-40, 1.0))", f"JAX {FLUSHES}"),
        ("jax, jax.numpy as jnp", "jnp.log(1 - jnp.clip(jax.nn.sigmoid(z), 0.0, 1 - 1e-8))", ""),
        ("torch", "torch.log(torch.softmax(z, -1).clamp(1e-50, 1.0))", ""),
    ],
)
def test_that_a_framework_flushes_a_bound_is_told_of_what_is_flushed(
    framework: str, operand: str, expected: str
) -> None:
    text = f"import {framework}\n\n\ndef f(z):\n    return {operand}\n"
    found = Project(ROOT, Files({"main.py": text})).diagnose(Document.from_text(f"{ROOT}/main.py", text))
    [told] = [each.finding for each in found if each.finding.code == "NAN201"]
    last = told.reasons[-1].message
    assert last == "; ".join(filter(None, ("used here, where values must be above 0", expected)))
