"""From an expression to a full dotted name, `tf.math.log` to `tensorflow.math.log`, by the import table alone.

Plain cases only: imports in any scope and in `try:`, aliases (`log = tf.log`), rebinding. What needs to know
values (methods of tensors, attributes of objects) is asked of `infer`, and after that of jedi.
"""

from __future__ import annotations

import builtins
from dataclasses import dataclass, field

from tree_sitter import Node

from nanproof.catalog.index import Catalog
from nanproof.names.binding import Binding, Binds
from nanproof.names.imports import Imported, imported
from nanproof.names.modules import Modules
from nanproof.names.reaching import reaching
from nanproof.names.syntax import is_a, required, text
from nanproof.source.document import Document

MOST_STEPS = 8  # aliases of aliases; a circle ends here

# Names that every module has. Those that compute are operations of the catalogue's `builtins`.
_BUILTINS = frozenset(name for name in dir(builtins) if not name.startswith("_"))


@dataclass(frozen=True, slots=True)
class _Search:
    """One question on its way: how many aliases it may still follow, and which names of which files it looked at.

    The files of a package often import all of each other: each is looked at once for a name.
    """

    left: int = MOST_STEPS
    seen: set[tuple[str, str]] = field(default_factory=set)

    def further(self) -> _Search:
        """Return the search after one more step."""
        return _Search(self.left - 1, self.seen)

    def enters(self, document: Document, name: str) -> bool:
        """Say whether a file is to be looked at for a name, and note that it was."""
        key = (document.path, name)
        if self.left <= 0 or key in self.seen:
            return False
        self.seen.add(key)
        return True


class Names:
    """Full names of expressions."""

    def __init__(self, modules: Modules, catalog: Catalog) -> None:
        self._modules = modules
        self._catalog = catalog
        self._found: dict[int, tuple[Document, str | None]] = {}

    def qualified(self, document: Document, node: Node) -> str | None:
        """Return the full name of an identifier or attribute, None where imports alone do not tell."""
        root, attributes = _taken_apart(node)
        return _joined(self._kept(document, root), attributes) if root is not None else None

    def is_ours(self, qualified: str) -> bool:
        """Say whether a full name belongs to a framework of the catalogue that is not the project itself."""
        root = qualified.partition(".")[0]
        return self._catalog.framework_of(root) is not None and not self._modules.owns(root)

    def of_import(self, document: Document, item: Imported) -> str | None:
        """Return the full name that an import gives: a framework's, or one that a project file re-exports."""
        return self._of_import(document, item, _Search())

    def _kept(self, document: Document, node: Node) -> str | None:
        """Return an answer that was given before; a node's number is its own as long as its document lives."""
        held = self._found.get(node.id)
        if held is None:
            held = self._found[node.id] = (document, self._of_identifier(document, node, _Search()))
        return held[1]

    def _aliased(self, document: Document, value: Node, search: _Search) -> str | None:
        """Return the full name of what is assigned to a name: `log = tf.log`."""
        root, attributes = _taken_apart(value)
        if root is None or search.left <= 0:
            return None
        return _joined(self._of_identifier(document, root, search), attributes)

    def _of_identifier(self, document: Document, node: Node, search: _Search) -> str | None:
        found = reaching(node, self._modules.bindings(document))
        names = (self._of_binding(document, binding, search) for binding in found.bindings)
        known = [name for name in names if name is not None]
        if known:
            # `try: import tensorflow.compat.v1 as tf` / `except: import tensorflow as tf`: either will do.
            return next((name for name in known if self.is_ours(name)), known[0])
        if found.bindings:
            return None
        name = text(node)
        return self._starred(document, name, search) or (f"builtins.{name}" if name in _BUILTINS else None)

    def _of_binding(self, document: Document, binding: Binding, search: _Search) -> str | None:
        if binding.kind is Binds.IMPORT:
            return self._of_import(document, imported(binding), search)
        value = binding.value
        if binding.kind is Binds.ASSIGNMENT and not binding.path and value is not None:
            if value.start_byte <= binding.name_node.start_byte:
                return None
            return self._aliased(document, value, search.further())
        return None

    def _of_import(self, document: Document, item: Imported, search: _Search) -> str | None:
        if item.level == 0 and self.is_ours(item.module):
            return item.qualified
        if item.name is None:
            return item.module
        source = self._modules.find(item, document.path)
        if source is None:
            return item.qualified if item.level == 0 else None
        return self._exported(source, item.name, search.further())

    def _exported(self, document: Document, name: str, search: _Search) -> str | None:
        """Return the full name of what a project file calls `name`: `from mylib import tf`."""
        if not search.enters(document, name):
            return None
        bindings = self._modules.bindings(document).of(name, document.tree.root_node)
        if bindings:
            return self._of_binding(document, bindings[-1], search)
        return self._starred(document, name, search)

    def _starred(self, document: Document, name: str, search: _Search) -> str | None:
        for item in self._modules.bindings(document).star_imports:
            if item.level == 0 and self.is_ours(item.module):
                qualified = f"{item.module}.{name}"
                if self._catalog.operation(qualified) is not None:
                    return qualified
                continue
            source = self._modules.find(item, document.path)
            found = self._exported(source, name, search.further()) if source is not None else None
            if found is not None:
                return found
        return None


def _taken_apart(node: Node) -> tuple[Node | None, list[str]]:
    """Return the name that an expression begins with, and the attributes that follow; None where it is no such."""
    attributes: list[str] = []
    each: Node | None = node
    while is_a(each, "attribute") and len(attributes) < MOST_STEPS:
        attributes.insert(0, text(each.child_by_field_name("attribute")))
        each = required(each, "object")
    return (each if is_a(each, "identifier") else None), attributes


def _joined(base: str | None, attributes: list[str]) -> str | None:
    return ".".join((base, *attributes)) if base else None
