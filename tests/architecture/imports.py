"""What the modules of nanproof import, read from their source."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

SERVER = Path(__file__).parents[2] / "server"
MODULES = {
    ".".join(path.relative_to(SERVER).with_suffix("").parts).removesuffix(".__init__"): path
    for path in (SERVER / "nanproof").rglob("*.py")
}


def imported(module: str) -> set[str]:
    """Return the modules that a module imports, at its top or anywhere inside."""
    tree = ast.parse(MODULES[module].read_text(encoding="utf-8"))
    return set(_names(tree, module))


def _names(tree: ast.Module, module: str) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module}: imports are absolute"
            origin = node.module or ""
            for alias in node.names:
                whole = f"{origin}.{alias.name}"
                yield whole if whole in MODULES else origin


def package_of(module: str) -> str:
    """Return the part of nanproof that a module belongs to: `infer` of `nanproof.infer.engine`."""
    parts = module.split(".")
    return parts[1] if len(parts) > 1 else parts[0]
