"""What a fix says of itself."""

from __future__ import annotations

from nanproof.fixes.fix import Applicability, Fix
from nanproof.source.span import Span, TextEdit


def test_the_edit_that_binds_is_not_the_one_that_imports() -> None:
    imported, bound = TextEdit(Span(0, 0), "import torch\n"), TextEdit(Span(9, 9), "logits = z\n")
    fix = Fix("t", "r", "", Applicability.SAFE, (imported, bound), introduces="logits")
    assert fix.binding == bound
    assert Fix("t", "r", "", Applicability.SAFE, (imported, bound)).binding is None
