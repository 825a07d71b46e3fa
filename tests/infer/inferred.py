"""What is inferred of each assignment and of each value that is returned in the literate cases, as lines of a text.

A case says what is found. Here a value is seen that changes without a finding.

    python -m tests.infer.inferred          writes `inferred.txt` anew; read what changed in it
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tree_sitter import Node

from nanproof.explain.revelation import revealed
from nanproof.infer.engine import Engine
from nanproof.names.syntax import text
from nanproof.source.document import Document
from tests.literate.annotations import read_case
from tests.literate.observations import document_of, project_of

FILE = Path(__file__).with_name("inferred.txt")
CASES = Path(__file__).parent.parent / "cases"
_MADE = {"assignment": "left", "augmented_assignment": "left"}


def names() -> list[str]:
    """Return the names of the cases."""
    paths = sorted([*CASES.glob("*/*.py"), *CASES.glob("*/*/main.py")])
    return [path.relative_to(CASES).as_posix().removesuffix(".py") for path in paths]


def lines(name: str) -> Iterator[str]:
    """Yield what is inferred in a case, in the order of its text."""
    case = read_case(CASES / f"{name}.py")
    document = document_of(case)
    engine = project_of(case)._engine(document)
    for node in _nodes(document.tree.root_node):
        for told in _told(engine, document, node):
            yield f"{name} {told}"


def read() -> list[str]:
    """Return the lines of the file."""
    return FILE.read_text(encoding="utf-8").split("\n")[:-1]


def _told(engine: Engine, document: Document, node: Node) -> Iterator[str]:
    if node.type == "return_statement":
        yield from (f"return: {_value(engine, document, each)}" for each in node.named_children[:1])
    target, right = node.child_by_field_name("left"), node.child_by_field_name("right")
    if node.type in _MADE and target is not None and right is not None:
        yield f"{' '.join(text(target).split())}: {_value(engine, document, right)}"


def _value(engine: Engine, document: Document, node: Node) -> str:
    return revealed(engine, document, node).value.replace(str(CASES), "")


def _nodes(root: Node) -> Iterator[Node]:
    waiting = [root]
    while waiting:
        node = waiting.pop()
        yield node
        waiting += reversed(node.named_children)


if __name__ == "__main__":
    FILE.write_text("".join(f"{line}\n" for name in names() for line in lines(name)), encoding="utf-8")
