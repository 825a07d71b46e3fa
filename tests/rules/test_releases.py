"""A message says up to which release it is right, where that is known, and only there."""

from __future__ import annotations

import pytest

from nanproof.analysis import Project
from nanproof.source.document import Document
from tests.names.project import Files


@pytest.mark.parametrize(
    ("imported", "written", "is_dated"),
    [
        ("torch", "torch.acos(torch.tanh(x).clamp(-1, 1))", True),
        ("torch", "torch.sqrt(torch.clamp(torch.tanh(x), min=0))", True),
        ("torch", "torch.sqrt(torch.maximum(torch.tanh(x), torch.tensor(0.0)))", False),
        ("torch", "torch.acos(torch.tanh(x))", False),
        ("jax.numpy as jnp", "jnp.arccos(jnp.clip(jnp.tanh(x), -1, 1))", False),
        ("tensorflow as tf", "tf.acos(tf.clip_by_value(tf.tanh(x), -1.0, 1.0))", False),
    ],
)
def test_an_infinite_derivative_at_a_bound(imported: str, written: str, is_dated: bool) -> None:
    source = f"import {imported}\n\n\ndef f(x):\n    return {written}\n"
    found = Project(None, Files({})).diagnose(Document.from_text("a.py", source))
    messages = [each.finding.message for each in found if each.finding.code == "NAN301"]
    assert messages
    assert all(("before PyTorch 2.14" in message) is is_dated for message in messages)
