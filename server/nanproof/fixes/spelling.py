"""How an operation is written where a fix goes: with the file's own alias, or with an import that it then needs."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tree_sitter import Node

from nanproof.catalog.model import Operation
from nanproof.infer.engine import Engine
from nanproof.names.binding import Binding, Binds
from nanproof.names.bindings import Bindings
from nanproof.names.imports import imported
from nanproof.names.scopes import scope_of
from nanproof.names.syntax import is_a, required, text
from nanproof.sites.site import Site
from nanproof.source.document import Document
from nanproof.source.span import Span, TextEdit

# The alias that a framework's users expect, where the file has none yet.
_CUSTOMARY = {"tensorflow": "tf", "jax.numpy": "jnp", "numpy": "np", "keras.backend": "K", "keras.ops": "ops"}
_OPS = "keras.ops."
_NAMES_BACKEND = re.compile(rb"\bkeras\.backend\b|\bkeras[ \t]+import\b[^\r\n#]*\bbackend\b")
_NAMES_OPS = re.compile(rb"\bkeras\.ops\b|\bkeras[ \t]+import\b[^\r\n#]*\bops\b")
_IMPORTED_NAME = re.compile(rb"^[ \t]*(?:import|from)\b[^\r\n#]*", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Spelling:
    """An expression that means an operation, and the edit that makes it mean so, if one is needed."""

    expression: str
    edits: tuple[TextEdit, ...] = ()


def spelt(document: Document, engine: Engine, function: Node, canonical: str) -> Spelling | None:
    """Return how to write the operation `canonical` beside the callee `function`."""
    canonical = _of_its_time(document, engine, canonical)
    wanted = engine.catalog.operation(canonical)
    if wanted is None:
        return None
    beside = _beside(document, engine, function, canonical, wanted)
    if beside is not None and beside.expression.count(".") == 1:
        return beside
    # People write `tf.nn.log_softmax`, but not `torch.nn.functional.logsigmoid` where the file has `F`.
    known = [beside, _imported(document, engine, function, canonical, wanted)]
    shortest = min((each for each in known if each), key=lambda each: len(each.expression), default=None)
    return shortest or _importing(document, engine, canonical)


def spelt_stable(site: Site, function: Node, canonical: str) -> Spelling | None:
    """Return how to write a stable function beside a callee, None where a NumPy file would depend on SciPy for it."""
    spelling = spelt(site.document, site.engine, function, canonical)
    is_new = spelling is not None and bool(spelling.edits) and site.framework.name == "numpy"
    return None if is_new else spelling


def at_hand(document: Document, engine: Engine, function: Node, canonical: str) -> str:
    """Return how to write an operation beside the callee `function`, the empty string where that takes an import."""
    spelling = spelt(document, engine, function, canonical)
    return spelling.expression if spelling is not None and not spelling.edits else ""


def argument_of(engine: Engine, canonical: str, role: str) -> str:
    """Return the current name of an operation's argument, the empty string where it has none."""
    operation = engine.catalog.operation(canonical)
    parameters = operation.parameters if operation is not None else ()
    return next((each.name for each in parameters if each.role == role), "")


def _of_its_time(document: Document, engine: Engine, canonical: str) -> str:
    """Return an operation of `keras.ops` as one of `keras.backend` in a file that has only this: Keras 2 has no ops."""
    search = engine.modules.bindings(document).search
    if not canonical.startswith(_OPS) or search(_NAMES_OPS) is not None:
        return canonical
    has_backend = search(_NAMES_BACKEND) is not None or _imports_backend(document, engine)
    return f"keras.backend.{canonical[len(_OPS) :]}" if has_backend else canonical


def _imports_backend(document: Document, engine: Engine) -> bool:
    """Say whether a file has Keras 2's backend from a module of the project: `from compat import K`."""
    bindings, root = engine.modules.bindings(document), document.tree.root_node
    imports = (each for name in _imported_names(bindings) for each in bindings.of(name, root))
    return any(
        engine.names.of_import(document, imported(each)) == "keras.backend"
        for each in imports
        if each.kind is Binds.IMPORT
    )


def _beside(document: Document, engine: Engine, function: Node, canonical: str, wanted: Operation) -> Spelling | None:
    """Use the module that the callee itself is written with: `tf` of `tf.math.log`."""
    if function.type != "attribute":
        return None
    modules: list[Node] = []
    node: Node | None = required(function, "object")
    while is_a(node, "attribute", "identifier"):
        modules.append(node)
        node = node.child_by_field_name("object")
    for module in reversed(modules):
        qualified = engine.names.qualified(document, module)
        if qualified is None:
            continue
        tail = _tail(engine, qualified, canonical, wanted)
        if tail is not None:
            return Spelling(f"{text(module)}.{tail}")
    return None


def _tail(engine: Engine, module: str, canonical: str, wanted: Operation) -> str | None:
    """Return what to write after a module so that it means the operation: its own name before an older alias."""
    if canonical.startswith(f"{module}."):
        return canonical[len(module) + 1 :]
    parts = canonical.split(".")
    for start in range(len(parts) - 1, 0, -1):
        tail = ".".join(parts[start:])
        if engine.catalog.operation(f"{module}.{tail}") is wanted:
            return tail
    return None


def _imported(document: Document, engine: Engine, function: Node, canonical: str, wanted: Operation) -> Spelling | None:
    """Use another import of the file that is in sight: `import tensorflow as tf` beside `from ... import log`."""
    bindings = engine.modules.bindings(document)
    root = document.tree.root_node
    found: list[str] = []
    for name in sorted(_imported_names(bindings)):
        for binding in bindings.of(name, root):
            if binding.kind is not Binds.IMPORT or not _is_seen(document, engine, function, binding):
                continue
            qualified = engine.names.of_import(document, imported(binding))
            if qualified is None or not engine.names.is_ours(qualified):
                continue
            if engine.catalog.operation(qualified) is wanted:
                found.append(name)
            elif (tail := _tail(engine, qualified, canonical, wanted)) is not None:
                found.append(f"{name}.{tail}")
    # The shortest is the one that people write: `jnp.clip` where `jax.numpy.clip` would do as well.
    return Spelling(min(found, key=len)) if found else None


def _imported_names(bindings: Bindings) -> set[str]:
    """Return the words of a file's imports, the names that they bind among them."""
    lines = bindings.search_all(_IMPORTED_NAME)
    return {word.decode("utf-8", "replace") for line in lines for word in re.findall(rb"\w+", line)}


def _is_seen(document: Document, engine: Engine, function: Node, binding: Binding) -> bool:
    """Say whether a module-level name means its import, and nothing else, where the callee stands."""
    bindings, root = engine.modules.bindings(document), document.tree.root_node
    scope = scope_of(function)
    is_at_once = scope == root  # else it runs when the module has been read
    is_before = binding.statement.end_byte <= function.start_byte
    stands_alone = binding.statement.parent == root
    if len(bindings.of(binding.name, root)) > 1 or not stands_alone or (is_at_once and not is_before):
        return False
    while scope != root:
        if bindings.of(binding.name, scope):
            return False
        scope = scope_of(scope)
    return True


def _imports(document: Document, engine: Engine, root: str) -> bool:
    """Say whether a file imports a framework, or a part of it."""
    pattern = re.compile(
        rf"^(?:\xef\xbb\xbf)?[ \t\f]*(?:import|from)[ \t]+(?=[^ \t])(?:[\w. ,]*,[ \t]*)?{re.escape(root)}\b".encode(),
        re.MULTILINE,
    )
    return engine.modules.bindings(document).search(pattern) is not None


def _importing(document: Document, engine: Engine, canonical: str) -> Spelling | None:
    """Import the module, below the file's first import, under the name that everybody knows it by."""
    module = max((each for each in _CUSTOMARY if canonical.startswith(f"{each}.")), key=len, default=None)
    module = module or canonical.partition(".")[0]
    alias = _CUSTOMARY.get(module, module)
    bindings = engine.modules.bindings(document)
    if not _imports(document, engine, canonical.partition(".")[0]):
        return None  # what a file computes with is the framework that it imports, and no other
    if bindings.bound_between(alias, 0, len(document.data)):
        return None  # the name means something else here already
    statement = next(
        (
            node
            for node in document.tree.root_node.named_children
            if node.type in ("import_statement", "import_from_statement")
        ),
        None,
    )
    if statement is None:
        return None
    written = f"import {module}" if alias == module else f"import {module} as {alias}"
    start = statement.start_byte
    edit = TextEdit(Span(start, start), f"{written}{bindings.line_end}")
    return Spelling(f"{alias}{canonical[len(module) :]}", (edit,))
