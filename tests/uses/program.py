"""A program with a mark: `y = «x.exp()»`, the node between the marks, and expressions shown in the same way."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from tree_sitter import Node

from nanproof.analysis import Project
from nanproof.infer.engine import Engine
from nanproof.sites.candidates import site_of
from nanproof.sites.site import Site
from nanproof.source.document import Document
from tests.names.project import ROOT, Files


@dataclass(frozen=True)
class Marked:
    """The node between the marks of a text, and an engine that knows the text without them."""

    engine: Engine
    document: Document
    node: Node

    @property
    def site(self) -> Site:
        """The operation between the marks."""
        site = site_of(self.document, self.engine, self.node)
        assert site is not None, "nothing that has a domain stands between the marks"
        return site


def marked(source: str, files: Mapping[str, str] | None = None, path: str = "main.py") -> Marked:
    """Read a text with marks; `files` are the others of its project."""
    data = source.encode()
    start, end = data.index("«".encode()), data.index("»".encode()) - len("«".encode())
    plain = source.replace("«", "").replace("»", "")
    document = Document.from_text(f"{ROOT}/{path}", plain)
    engine = Project(ROOT, Files({path: plain, **(files or {})}))._engine(document)
    node = document.tree.root_node.descendant_for_byte_range(start, end)
    assert node is not None
    assert (node.start_byte, node.end_byte) == (start, end), f"no expression: {node}"
    return Marked(engine, document, node)


def shown(document: Document, node: Node) -> str:
    """Write the line of an expression with marks around it."""
    data = document.text.encode()
    begin = data.rfind(b"\n", 0, node.start_byte) + 1
    end = data.find(b"\n", node.end_byte)
    before, after = data[begin : node.start_byte], data[node.end_byte : end if end >= 0 else len(data)]
    return f"{before.decode().lstrip()}«{data[node.start_byte : node.end_byte].decode()}»{after.decode()}"
