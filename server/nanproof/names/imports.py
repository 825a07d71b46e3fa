"""What an import statement binds: which module, and which name of it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tree_sitter import Node

from nanproof.names.binding import Binding
from nanproof.names.syntax import is_a, required, text
from nanproof.source.document import Document


@dataclass(frozen=True, slots=True)
class Imported:
    """A module, or a name of a module, as an import statement gives it.

    `level` counts the leading dots of a relative import, `name` is None where the module itself is bound.
    """

    module: str
    name: str | None = None
    level: int = 0

    @property
    def qualified(self) -> str:
        """The full dotted name, meaningful for absolute imports only."""
        return f"{self.module}.{self.name}" if self.name else self.module


def spelt(node: Node | None) -> str:
    """Return a dotted name without the spaces that may stand in it."""
    return "".join(text(node).split())


def origin(statement: Node) -> tuple[str, int]:
    """Return the module of a `from` import and the number of its leading dots."""
    module = spelt(statement.child_by_field_name("module_name"))
    bare = module.lstrip(".")
    return bare, len(module) - len(bare)


def imported(binding: Binding) -> Imported:
    """Return what the name of an import binding stands for."""
    statement, written = binding.statement, binding.name_node.parent
    alias = is_a(written, "aliased_import")
    source = spelt(required(written, "name")) if alias and written is not None else spelt(written)
    if statement.type == "import_from_statement":
        module, level = origin(statement)
        return Imported(module, source, level)
    # `import a.b` binds a; `import a.b as x` binds a.b.
    return Imported(source if alias else source.partition(".")[0])


_STAR = re.compile(rb"import[ \t(]+\*")


def star_imports(document: Document) -> tuple[Imported, ...]:
    """Return the modules of `from m import *`, last first: the last one wins."""
    found = []
    for match in _STAR.finditer(document.data):
        node = document.tree.root_node.descendant_for_byte_range(match.end() - 1, match.end())
        while node is not None and node.type != "import_from_statement":
            node = node.parent
        if node is not None:
            module, level = origin(node)
            found.append(Imported(module, None, level))
    return tuple(reversed(found))
