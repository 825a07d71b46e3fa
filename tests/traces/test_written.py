"""Whether a statement holds the operation that a log names, by the way it is written."""

from __future__ import annotations

import pytest

from nanproof.catalog import load
from nanproof.catalog.logged import Logged
from nanproof.source.document import Document
from nanproof.traces.written import holds

DIVISION = Logged(frozenset({"divide"}), frozenset({"softmax"}))


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("w = x / y", True),
        ("w /= y", True),
        ("w = f(x)[jnp.divide(x, y)]", True),
        ("w = jax.nn.softmax(x)", True),
        ("w = w - 0.1 * step(w, x)", False),
        ("w = x // y", False),
        ("w -= jnp.log(x)", False),
    ],
)
def test_a_division(line: str, expected: bool) -> None:
    statement = Document.from_text("train.py", line).tree.root_node
    assert holds(load(), DIVISION, statement) is expected
