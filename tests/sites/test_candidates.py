"""Where operations may stand, in texts that no literate case can be."""

from __future__ import annotations

from nanproof.catalog import load
from nanproof.sites.candidates import candidates
from nanproof.source.document import Document


def test_a_text_may_begin_with_an_operator() -> None:
    document = Document.from_text("main.py", "/ y\n** x\nimport torch\nz = 1 / x\n")
    assert [document.data[each.start_byte : each.end_byte] for each in candidates(document, load())] == [b"1 / x"]
