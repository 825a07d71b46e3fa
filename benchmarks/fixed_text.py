"""What must hold of a text after a fix, without running it: names resolve, no import shadows one, the rest is the same.

Python itself reads both texts; where it cannot read the one before (Python 2, templates), only line ends are compared.
"""

from __future__ import annotations

import ast
import builtins
import io
import symtable
import tokenize
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from nanproof.source.span import TextEdit

_ENDINGS = (b"\r\n", b"\n")
# What a module has without binding it.
_GIVEN = frozenset(dir(builtins)) | {"__file__", "__name__", "__doc__", "__path__", "__spec__", "__package__"}


def faults_of(before: bytes, after: bytes, edits: Sequence[TextEdit]) -> list[str]:
    """Return in words what is wrong with a text after some edits."""
    faults = [] if _endings(before) >= _endings(after) else ["other line ends"]
    try:
        was = ast.parse(before)
    except (SyntaxError, ValueError, RecursionError):
        return faults
    try:
        now = ast.parse(after)
    except (SyntaxError, ValueError, RecursionError) as fault:
        return [*faults, f"Python cannot read it: {fault}"]
    return [*faults, *_of_names(before, after), *_of_imports(was, now), *_of_comments(before, after),
            *_of_statements(before, was, now, edits)]  # fmt: skip


def _endings(data: bytes) -> set[bytes]:
    found = {ending for ending in _ENDINGS if ending in data}
    return found - {b"\n"} if data.count(b"\r\n") == data.count(b"\n") else found


def _of_names(before: bytes, after: bytes) -> Iterator[str]:
    new = _unresolved(after) - _unresolved(before)
    if new:
        yield f"names that are bound nowhere: {sorted(new)}"


def _unresolved(data: bytes) -> set[str]:
    """Return the names that are read as global, and bound nowhere in the module. A star import may bind any."""
    if b"import *" in data:
        return set()
    table = symtable.symtable(data.decode("utf-8-sig", "replace"), "module.py", "exec")
    tables = [table]
    for each in tables:
        tables += each.get_children()
    bound = {symbol.get_name() for symbol in table.get_symbols() if symbol.is_assigned() or symbol.is_imported()}
    bound |= {
        symbol.get_name()
        for each in tables
        for symbol in each.get_symbols()
        if symbol.is_declared_global() and symbol.is_assigned()
    }
    read = {symbol.get_name() for each in tables for symbol in each.get_symbols() if symbol.is_global()}
    read |= {symbol.get_name() for symbol in table.get_symbols() if symbol.is_referenced()}
    return read - bound - _GIVEN


def _of_imports(was: ast.Module, now: ast.Module) -> Iterator[str]:
    known = set(_imported(was))
    taken = set(_bound(was))
    for name, what in _imported(now):
        if (name, what) not in known and name in taken:
            yield f"the import of {what} binds {name}, which means something else"


def _imported(tree: ast.Module) -> Iterator[tuple[str, str]]:
    """Yield the names that imports bind, each with what it names."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                is_whole = alias.asname is None
                yield (
                    (alias.name.partition(".")[0] if is_whole else alias.asname or ""),
                    (alias.name.partition(".")[0] if is_whole else alias.name),
                )
        elif isinstance(node, ast.ImportFrom):
            for alias in node.names:
                yield alias.asname or alias.name, f"{'.' * node.level}{node.module or ''}.{alias.name}"


def _bound(tree: ast.Module) -> Iterator[str]:
    """Yield all names that are bound anywhere in a module, in whatever scope."""
    for node in ast.walk(tree):
        match node:
            case ast.Name(id=name, ctx=ast.Store()) | ast.arg(arg=name):
                yield name
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
                yield name
    yield from (name for name, _ in _imported(tree))


def _of_comments(before: bytes, after: bytes) -> Iterator[str]:
    lost = Counter(_comments(before)) - Counter(_comments(after))
    if lost:
        yield f"comments are lost: {sorted(lost)}"


def _comments(data: bytes) -> Iterator[str]:
    try:
        for token in tokenize.tokenize(io.BytesIO(data).readline):
            if token.type == tokenize.COMMENT:
                yield token.string
    except (tokenize.TokenError, SyntaxError):
        return


def _of_statements(before: bytes, was: ast.Module, now: ast.Module, edits: Sequence[TextEdit]) -> Iterator[str]:
    """Say whether a statement has another meaning that no edit touches: as by a bracket or an indentation beside it."""
    touched = {before.count(b"\n", 0, edit.span.start) + 1 for edit in edits}
    touched |= {before.count(b"\n", 0, edit.span.end) + 1 for edit in edits}
    kept = [shown for shown, first, last in _statements(was) if not any(first <= line <= last for line in touched)]
    lost = Counter(kept) - Counter(shown for shown, _, _ in _statements(now))
    if lost:
        yield f"statements beside the edits have changed: {sorted(lost)[:3]}"


def _statements(tree: ast.Module) -> Iterable[tuple[str, int, int]]:
    """Yield the simple statements, as Python writes them, with their first and last lines."""
    for node in ast.walk(tree):
        if isinstance(node, ast.stmt) and not hasattr(node, "body"):
            yield ast.unparse(node), node.lineno, node.end_lineno or node.lineno
