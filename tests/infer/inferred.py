"""What is inferred of each assignment and of each value that is returned in the literate cases, as lines of a text.

A case says what is found. Here a value is seen that changes without a finding.

    python -m tests.infer.inferred          writes `inferred.txt` anew; read what changed in it
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tree_sitter import Node

from nanproof.explain.revelation import revealed
from nanproof.names.syntax import text
from tests.literate.annotations import read_case
from tests.literate.observations import document_of, project_of

FILE = Path(__file__).with_name("inferred.txt")
CASES = Path(__file__).parent.parent / "cases"
_MADE = frozenset({"assignment", "augmented_assignment"})


def names() -> list[str]:
    """Return the names of the cases."""
    paths = sorted([*CASES.glob("*/*.py"), *CASES.glob("*/*/main.py")])
    return [path.relative_to(CASES).as_posix().removesuffix(".py") for path in paths]


def lines(name: str) -> Iterator[str]:
    """Yield what is inferred in a case, in the order of its text."""
    case = read_case(CASES / f"{name}.py")
    document = document_of(case)
    engine = project_of(case)._engine(document)
    for node in nodes_of(document.tree.root_node):
        for what, value in made_at(node):
            yield f"{name} {what}: {revealed(engine, document, value).value.replace(str(CASES), '')}"


def read() -> list[str]:
    """Return the lines of the file."""
    return FILE.read_text(encoding="utf-8").split("\n")[:-1]


def made_at(node: Node) -> Iterator[tuple[str, Node]]:
    """Yield what is assigned or returned at a node: what it is called, and the expression."""
    if node.type == "return_statement":
        yield from (("return", each) for each in node.named_children[:1])
    target, right = node.child_by_field_name("left"), node.child_by_field_name("right")
    if node.type in _MADE and target is not None and right is not None:
        yield " ".join(text(target).split()), right


def nodes_of(root: Node) -> Iterator[Node]:
    """Yield the nodes of a tree in the order of its text."""
    waiting = [root]
    while waiting:
        node = waiting.pop()
        yield node
        waiting += reversed(node.named_children)


if __name__ == "__main__":
    FILE.write_text("".join(f"{line}\n" for name in names() for line in lines(name)), encoding="utf-8")
