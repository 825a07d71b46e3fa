"""From an expression to a full dotted name, `tf.math.log` to `tensorflow.math.log`, by the import table alone.

Plain cases only: imports in any scope and in `try:`, aliases (`log = tf.log`), rebinding. What needs to know
values (methods of tensors, attributes of objects) is asked of `infer`, and after that of jedi.
"""

from __future__ import annotations

from tree_sitter import Node

from nanproof.catalog.index import Catalog
from nanproof.names.binding import Binding, Binds
from nanproof.names.imports import Imported, imported, star_imports
from nanproof.names.modules import Modules
from nanproof.names.reaching import reaching
from nanproof.names.syntax import text
from nanproof.source.document import Document

MOST_STEPS = 8  # aliases of aliases; a circle ends here

# Names that every module has. Those that compute are operations of the catalogue's `builtins`.
_BUILTINS = frozenset({"abs", "bool", "float", "int", "len", "max", "min", "pow", "range", "round", "sum"})


class Names:
    """Full names of expressions."""

    def __init__(self, modules: Modules, catalog: Catalog) -> None:
        self._modules = modules
        self._catalog = catalog
        self._found: dict[int, tuple[Document, str | None]] = {}

    def qualified(self, document: Document, node: Node, steps: int = MOST_STEPS) -> str | None:
        """Return the full name of an identifier or attribute, None where imports alone do not tell."""
        if steps <= 0:
            return None
        if node.type == "identifier":
            return self._kept(document, node, steps)
        if node.type != "attribute":
            return None
        receiver, attribute = node.child_by_field_name("object"), node.child_by_field_name("attribute")
        if receiver is None or attribute is None:
            return None
        base = self.qualified(document, receiver, steps - 1)
        return f"{base}.{text(attribute)}" if base else None

    def is_ours(self, qualified: str) -> bool:
        """Say whether a full name belongs to a framework of the catalogue that is not the project itself."""
        root = qualified.partition(".")[0]
        return self._catalog.framework_of(root) is not None and not self._modules.owns(root)

    def _kept(self, document: Document, node: Node, steps: int) -> str | None:
        """Return an answer that was given before; a node's number is its own as long as its document lives."""
        held = self._found.get(node.id)
        if held is None:
            held = (document, self._of_identifier(document, node, steps))
            if steps == MOST_STEPS:
                self._found[node.id] = held
        return held[1]

    def _of_identifier(self, document: Document, node: Node, steps: int) -> str | None:
        found = reaching(node, self._modules.bindings(document))
        names = (self._of_binding(document, binding, steps) for binding in found.bindings)
        known = [name for name in names if name is not None]
        if known:
            # `try: import tensorflow.compat.v1 as tf` / `except: import tensorflow as tf`: either will do.
            return next((name for name in known if self.is_ours(name)), known[0])
        if found.bindings:
            return None
        name = text(node)
        return self._starred(document, name, steps) or (f"builtins.{name}" if name in _BUILTINS else None)

    def _of_binding(self, document: Document, binding: Binding, steps: int) -> str | None:
        if binding.kind is Binds.IMPORT:
            return self.of_import(document, imported(binding), steps)
        value = binding.value
        if binding.kind is Binds.ASSIGNMENT and not binding.path and value is not None:
            if value.start_byte <= binding.name_node.start_byte:
                return None
            return self.qualified(document, value, steps - 1)
        return None

    def of_import(self, document: Document, item: Imported, steps: int = MOST_STEPS) -> str | None:
        """Return the full name that an import gives: a framework's, or one that a project file re-exports."""
        if item.level == 0 and self.is_ours(item.module):
            return item.qualified
        if item.name is None:
            return item.module
        source = self._modules.find(item, document.path)
        if source is None:
            return item.qualified if item.level == 0 else None
        return self.exported(source, item.name, steps - 1)

    def exported(self, document: Document, name: str, steps: int = MOST_STEPS) -> str | None:
        """Return the full name of what a project file calls `name`: `from mylib import tf`."""
        if steps <= 0:
            return None
        bindings = self._modules.bindings(document).of(name, document.tree.root_node)
        if bindings:
            return self._of_binding(document, bindings[-1], steps)
        return self._starred(document, name, steps)

    def _starred(self, document: Document, name: str, steps: int) -> str | None:
        for item in star_imports(document):
            if item.level == 0 and self.is_ours(item.module):
                qualified = f"{item.module}.{name}"
                if self._catalog.operation(qualified) is not None:
                    return qualified
                continue
            source = self._modules.find(item, document.path)
            found = self.exported(source, name, steps - 1) if source is not None else None
            if found is not None:
                return found
        return None
