"""What `benchmarks/fix_corpus.py` looks at in each text after a fix: each kind of damage is noticed."""

from __future__ import annotations

import pytest

from fixed_text import faults_of
from nanproof.source.span import Span, TextEdit

BEFORE = """import torch  # the framework


def f(x, jnp):
    a = 1  # one
    return torch.log(x)
"""


def _edit(old: str, new: str) -> TextEdit:
    start = BEFORE.index(old)
    return TextEdit(Span(start, start + len(old)), new)


def _applied(edits: list[TextEdit]) -> bytes:
    text = BEFORE
    for edit in sorted(edits, reverse=True):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text.encode()


MASK = _edit("torch.log(x)", "torch.log(x.clamp(min=1e-10))")


def test_a_mask_is_sound() -> None:
    assert faults_of(BEFORE.encode(), _applied([MASK]), [MASK]) == []


@pytest.mark.parametrize(
    ("edits", "said"),
    [
        ([_edit("torch.log(x)", "np.log(x)")], "bound nowhere: ['np']"),
        ([MASK, _edit("import torch ", "import jax.numpy as jnp\nimport torch ")], "the import of jax.numpy binds jnp"),
        ([_edit("  # one", "")], "comments are lost: ['# one']"),
        ([_edit("torch.log(x)", "torch.log(x")], "Python cannot read it"),
        ([_edit("torch.log(x)\n", "torch.log(x)\r\n")], "other line ends"),
    ],
)
def test_damage_is_noticed(edits: list[TextEdit], said: str) -> None:
    assert said in "; ".join(faults_of(BEFORE.encode(), _applied(edits), edits))


def test_a_statement_that_no_edit_touches_is_as_it_was() -> None:
    after = _applied([MASK]).replace(b"a = 1", b"a = 2")
    assert "a = 1" in "; ".join(faults_of(BEFORE.encode(), after, [MASK]))
