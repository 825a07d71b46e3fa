"""Documents: edits against a model of text, and incremental trees against fresh ones."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st
from tree_sitter import Node

from nanproof.source.document import Document, encode
from nanproof.source.span import Span, TextEdit
from tests.source.text_strategies import texts

Edit = tuple[float, float, str]
"""Where an edit starts and ends, as parts of the text it meets, and what it writes."""

edits = st.tuples(st.floats(0, 1), st.floats(0, 1), texts)


def apply(text: str, edit: Edit) -> tuple[str, TextEdit]:
    """Apply an edit to a plain string, and give the same edit in bytes."""
    start, end = sorted(round(part * len(text)) for part in edit[:2])
    span = Span(len(encode(text[:start])), len(encode(text[:end])))
    return text[:start] + edit[2] + text[end:], TextEdit(span, edit[2])


def outline(node: Node) -> list[object]:
    """Write out a tree with its bytes and points, which the S-expression leaves out."""
    children = [outline(child) for child in node.children]
    return [node.type, node.byte_range, node.start_point, node.end_point, node.is_missing, *children]


@given(texts, st.lists(edits, max_size=4))
def test_edits_change_the_text_one_after_another(text: str, steps: list[Edit]) -> None:
    document, byte_edits, expected = Document.from_text("a.py", text), [], text
    for step in steps:
        expected, edit = apply(expected, step)
        byte_edits.append(edit)
    changed = document.changed(byte_edits)
    assert changed.data == encode(expected)
    assert changed.text == changed.data.decode("utf-8", "surrogatepass")
    assert changed.lines.count == Document("a.py", changed.data).lines.count
    assert document.data == encode(text)


@settings(max_examples=400)
@given(texts, st.lists(st.lists(edits, min_size=1, max_size=3), min_size=1, max_size=4), st.booleans())
@example("x = 1\r\ny = 2\n", [[(0.5, 0.5, "z")]], True)
@example("# comment\rx = 1\n", [[(10 / 16, 10 / 16, "\n")]], True)  # the `\r` now belongs to the comment
@example("# comment\r\nx = 1\n", [[(10 / 17, 11 / 17, "")]], True)  # and now it ends the line
def test_an_incremental_tree_is_the_tree_of_the_text(text: str, batches: list[list[Edit]], parse_each: bool) -> None:
    document = Document.from_text("a.py", text)
    assert document.tree.root_node is not None
    for batch in batches:
        byte_edits = []
        for step in batch:
            text, edit = apply(text, step)
            byte_edits.append(edit)
        document = document.changed(byte_edits)
        if parse_each:
            assert document.tree.root_node.end_byte <= len(document.data)
    fresh = Document("a.py", document.data).tree.root_node
    assert str(document.tree.root_node) == str(fresh)
    assert outline(document.tree.root_node) == outline(fresh)
