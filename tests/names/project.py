"""A project in memory, and the full names in it."""

from __future__ import annotations

from collections.abc import Mapping

from nanproof.catalog import load
from nanproof.names.modules import Modules
from nanproof.names.resolve import Names
from nanproof.source.document import Document, encode
from nanproof.source.reader import Entry, Kind

ROOT = "/project"


class Files:
    """A reader of files that exist nowhere."""

    def __init__(self, files: Mapping[str, str]) -> None:
        self._files = {f"{ROOT}/{name}": encode(text) for name, text in files.items()}

    def write(self, name: str, text: str) -> None:
        """Write a file anew."""
        self._files[f"{ROOT}/{name}"] = encode(text)

    def read(self, path: str) -> bytes | None:
        return self._files.get(path)

    def is_file(self, path: str) -> bool:
        return path in self._files

    def entries(self, path: str) -> tuple[Entry, ...] | None:
        inside = sorted(name.removeprefix(f"{path}/") for name in self._files if name.startswith(f"{path}/"))
        folders = dict.fromkeys(name.partition("/")[0] for name in inside if "/" in name)
        files = (Entry(name, Kind.FILE) for name in inside if "/" not in name)
        return tuple(sorted((*files, *(Entry(name, Kind.FOLDER) for name in folders)), key=lambda entry: entry.name))


def qualified(source: str, files: Mapping[str, str] | None = None) -> str | None:
    """Return the full name of the callee of the last call of a text."""
    document = Document.from_text(f"{ROOT}/main.py", source)
    waiting, calls = [document.tree.root_node], []
    while waiting:
        node = waiting.pop()
        calls += [node] if node.type == "call" else []
        waiting += node.children
    last = max(calls, key=lambda node: (node.end_byte, -node.start_byte))
    callee = last.child_by_field_name("function")
    assert callee is not None
    return Names(Modules(ROOT, Files(files or {})), load()).qualified(document, callee)
