"""What the grammar requires of a node is there, whatever the text: `required` never meets a node without it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nanproof.names.syntax import code_in, inside, is_a, required
from nanproof.source.document import Document

ROOT = Path(__file__).resolve().parents[1] / "cases"
CASES = sorted(
    path for folder in ("flow", "models", "names", "project", "reductions") for path in ROOT.glob(f"{folder}/*.py")
)

# Parts that `required` may be asked for, by the type of the node: those without "?" in tree-sitter-python's grammar.
REQUIRED = {
    "aliased_import": ("name", "alias"),
    "assignment": ("left",),
    "attribute": ("object", "attribute"),
    "augmented_assignment": ("left", "operator", "right"),
    "binary_operator": ("left", "operator", "right"),
    "boolean_operator": ("left", "operator", "right"),
    "call": ("function", "arguments"),
    "class_definition": ("name", "body"),
    "decorated_definition": ("definition",),
    "default_parameter": ("name", "value"),
    "dictionary_comprehension": ("body",),
    "elif_clause": ("condition", "consequence"),
    "else_clause": ("body",),
    "for_in_clause": ("left", "right"),
    "for_statement": ("left", "right", "body"),
    "function_definition": ("name", "parameters", "body"),
    "generator_expression": ("body",),
    "if_statement": ("condition", "consequence"),
    "import_from_statement": ("module_name",),
    "keyword_argument": ("name", "value"),
    "list_comprehension": ("body",),
    "named_expression": ("name", "value"),
    "not_operator": ("argument",),
    "pair": ("key", "value"),
    "set_comprehension": ("body",),
    "subscript": ("value", "subscript"),
    "typed_default_parameter": ("name", "type", "value"),
    "unary_operator": ("operator", "argument"),
    "while_statement": ("condition", "body"),
    "with_item": ("value",),
}
# What holds an expression without a name for it: the first child that is code.
HOLDS_CODE = ("assert_statement", "if_clause", "parenthesized_expression")
WRITTEN = [
    "",
    "(",
    ")",
    " = ",
    ":",
    "\n",
    ".",
    ",",
    "[",
    "]",
    "if ",
    "lambda ",
    '"',
    "not ",
    "*",
    " + ",
    "for x in ",
    "\\\n",
    "@",
    "**",
]

PLACES = st.lists(st.tuples(st.floats(0, 1), st.integers(0, 12), st.sampled_from(WRITTEN)), max_size=8)


@settings(max_examples=400, deadline=None)
@given(st.sampled_from(CASES), PLACES)
def test_the_parts_of_every_node_are_there_in_a_text_that_is_being_written(
    path: Path, places: list[tuple[float, int, str]]
) -> None:
    source = path.read_text()
    for where, length, written in places:
        at = int(where * len(source))
        source = source[:at] + written + source[at + length :]
    for node in inside(Document.from_text("broken.py", source).tree.root_node):
        for name in REQUIRED.get(node.type, ()):
            assert required(node, name) == node.child_by_field_name(name)
        assert code_in(node) or node.type not in HOLDS_CODE


def test_a_part_that_need_not_be_there_is_no_part() -> None:
    annotation = Document.from_text("m.py", "x: int\n").tree.root_node.named_children[0].named_children[0]
    assert required(annotation, "type").text == b"int"
    with pytest.raises(LookupError, match="assignment need not have a right"):
        required(annotation, "right")


def test_no_node_is_of_no_type() -> None:
    root = Document.from_text("m.py", "x\n").tree.root_node
    assert is_a(root, "call", "module")
    assert not is_a(root, "call")
    assert not is_a(root.parent, "module")
