"""Where a fault can be planted, and the source with the fault in it."""

from __future__ import annotations

import ast
import difflib
import hashlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from cosmic_ray.ast import ast_nodes, get_ast
from cosmic_ray.ast.ast_query import ASTQuery
from cosmic_ray.mutating import mutate_code
from parso.python.tree import Decorator
from parso.tree import BaseNode, NodeOrLeaf

from mutation.operators import operators

_ANNOTATIONS = ("annassign", "tfpdef")
_CACHES = ("cache", "lru_cache")
_LIMITS = ("MOST_", "DEEPEST", "LONGEST")


@dataclass(frozen=True)
class Fault:
    """A change of one file at one place, with what it does."""

    path: Path
    module: str
    line: int
    last_line: int
    name: str
    kind: str

    def source(self) -> str | None:
        """Return the module with the fault in it; None where that is no Python, or the same program."""
        raise NotImplementedError

    def shown(self, after: str, server: Path) -> str:
        """Write it as a change of lines, as `diff` does, below its place."""
        before = self.path.read_text(encoding="utf-8").splitlines()
        changed = difflib.unified_diff(before, after.splitlines(), lineterm="", n=0)
        lines = [line for line in changed if not line.startswith(("---", "+++", "@@"))]
        return "\n".join([f"{self.path.relative_to(server)}:{self.line}  {self.name}  {self.kind}", *lines])


@dataclass(frozen=True)
class Planted(Fault):
    """A fault that somebody wrote."""

    text: str

    def source(self) -> str | None:
        return self.text


@dataclass(frozen=True)
class Mutant(Fault):
    """A fault by an operator. Its name stays the same while its line and the name of its function do."""

    occurrence: int
    site: str

    def source(self) -> str | None:
        before = self.path.read_text(encoding="utf-8")
        after = mutate_code(before, operators()[self.kind], self.occurrence)
        if after is None:
            return None
        try:
            return None if _program(after) == _program(before) else str(after)
        except SyntaxError:
            return None


def mutants_of(path: Path, module: str) -> Iterator[Mutant]:
    """Yield all faults that can be planted in a file."""
    text = path.read_text(encoding="utf-8")
    lines, nodes = text.splitlines(), list(ast_nodes(get_ast(text)))
    nth: Counter[tuple[str, ...]] = Counter()
    for name, operator in operators().items():
        occurrence = -1
        for node in nodes:
            for start, end in operator.mutation_positions(node):
                occurrence += 1
                if _changes_nothing(node) or _is_limit(node):
                    continue
                line = lines[start[0] - 1]
                where = (module, str(ASTQuery(node).get_definition_name()), line.strip())
                column = str(start[1] - len(line) + len(line.lstrip()))
                which = (*where, column, name)
                nth[which] += 1
                site, own = _hash(*where, column), _hash(*which, str(nth[which]))
                yield Mutant(path, module, start[0], end[0], own, name, occurrence, site)


def drawn(mutants: list[Mutant], seed: str) -> Iterator[Mutant]:
    """Yield one fault for each place in an order of chance, which changes elsewhere do not change."""
    taken: set[tuple[str, str]] = set()
    for mutant in sorted(mutants, key=lambda each: _hash(seed, each.site) + _hash(seed, each.name)):
        if (mutant.module, mutant.site) not in taken:
            taken.add((mutant.module, mutant.site))
            yield mutant


def _written(node: BaseNode) -> str:
    return " ".join(
        _written(each) if isinstance(each, BaseNode) else str(getattr(each, "value", "")) for each in node.children
    )


def _hash(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:8]


def _changes_nothing(node: NodeOrLeaf) -> bool:
    """Say whether a place is only read by the type checker, is a cache's, or says how a class of data is made."""
    above: NodeOrLeaf | None = node
    if isinstance(node, Decorator):
        return any(each in _written(node) for each in _CACHES)
    while above is not None and above.type not in ("suite", "file_input"):
        if isinstance(above, Decorator):
            return "dataclass" in _written(above)  # nobody changes data: it could as well not be frozen
        if above.type in (*_ANNOTATIONS, "assert_stmt"):
            return not _is_value(node, above)
        if above.type == "funcdef":
            return True  # neither in its body nor in a parameter: what it returns
        if above.type == "param":
            return not _is_value(node, above)
        above = above.parent
    return False


def _is_limit(node: NodeOrLeaf) -> bool:
    """Say whether a number is how far or how deep something is looked for: one step more is promised to nobody."""
    statement = node.parent
    if node.type != "number" or statement is None or statement.type != "expr_stmt":
        return False
    target = statement.children[0]
    return getattr(target, "value", "").lstrip("_").startswith(_LIMITS)


def _is_value(node: NodeOrLeaf, above: NodeOrLeaf) -> bool:
    """Say whether a node of an annotated assignment or parameter stands behind the `=`."""
    children = getattr(above, "children", [])
    equals = [each for each in children if getattr(each, "value", None) == "="]
    return above.type != "assert_stmt" and bool(equals) and node.start_pos >= equals[0].start_pos


def _program(text: str) -> str:
    tree = ast.parse(text)
    for each in ast.walk(tree):
        if isinstance(each, ast.arg | ast.AnnAssign):
            each.annotation = ast.Constant(None)
        if isinstance(each, ast.FunctionDef):
            each.returns = None
    return ast.dump(tree)
