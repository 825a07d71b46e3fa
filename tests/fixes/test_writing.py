"""What a repair writes, as it is shown."""

from __future__ import annotations

from nanproof.fixes.writing import result
from nanproof.source.document import Document
from nanproof.source.span import Span, TextEdit


def test_edits_outside_of_a_span_count_for_nothing_in_it() -> None:
    document = Document.from_text("main.py", "import torch\ny = torch.log(p)\nz = y\n")
    before, inside = TextEdit(Span(0, 0), "import jax\n"), TextEdit(Span(27, 28), "p + 1e-8")
    behind, across = TextEdit(Span(34, 35), "log_p"), TextEdit(Span(28, 32), "\n")
    assert result(document, Span(17, 29), [before, inside, behind]) == "torch.log(p + 1e-8)"
    assert result(document, Span(17, 29), [across]) == "torch.log(p)"
