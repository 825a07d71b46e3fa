"""What a call takes the derivative of."""

from __future__ import annotations

import pytest

from nanproof.names.syntax import text
from nanproof.uses.objective import differentiated_by
from tests.uses.program import marked


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("«loss.backward()»\n", ["loss"]),
        ("«(a + b).backward()»\n", ["(a + b)"]),
        ("«tape.gradient(loss, w)»\n", ["loss"]),
        ("«optimizer.minimize(loss)»\n", ["loss"]),
        ("«torch.autograd.grad(outputs=loss, inputs=w)»\n", ["outputs=loss", "loss"]),
        ("«backward()»\n", []),
    ],
)
def test_what_a_call_takes_the_derivative_of(source: str, expected: list[str]) -> None:
    assert [text(each) for each in differentiated_by(marked(source).node)] == expected
