"""Which operands of the analysis' conditions ever decide, and which conditions come out both ways.

A pytest plugin. It compiles the analysis anew when it is imported, each operand of `and` and `or` a question that is
noted: an operand decides where the condition would have come out otherwise without it. What never decides in any test
no test can miss. Operands with `:=` are left alone.

    python -m pytest -p mutation.deciding --decisions FILE TESTS...
"""

from __future__ import annotations

import ast
import json
import sys
from collections.abc import Callable, Sequence
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec, SourceFileLoader
from importlib.util import spec_from_file_location
from pathlib import Path
from types import CodeType, ModuleType
from typing import Any

import pytest

SERVER = Path(__file__).resolve().parents[2] / "server"
BOTH, DECIDES = "__nanproof_both__", "__nanproof_decides__"

# File, line and column from 0 of an operand or a condition.
Place = tuple[str, int, int]


class Decisions:
    """What was seen: operands that decided, and the outcomes of conditions."""

    def __init__(self) -> None:
        self.operands: dict[Place, bool] = {}
        self.outcomes: dict[Place, set[bool]] = {}
        self._is_asking = False

    def decides(self, is_and: bool, places: Sequence[Place], *questions: Callable[[], Any]) -> Any:
        """Answer `and` or `or` of some questions, and note which of them decided."""
        value: Any = is_and
        for at, question in enumerate(questions):
            value = question()
            if bool(value) is not is_and:
                if not self._is_asking and not self.operands.get(places[at]):
                    self.operands[places[at]] = self._differs(is_and, value, questions[at + 1 :])
                break
        return value

    def both(self, place: Place, value: Any) -> Any:
        """Note how a condition came out."""
        if not self._is_asking:
            self.outcomes.setdefault(place, set()).add(bool(value))
        return value

    def _differs(self, is_and: bool, value: Any, rest: Sequence[Callable[[], Any]]) -> bool:
        """Say whether the answer is another without the operand that ended the condition."""
        self._is_asking = True
        without: Any = is_and
        try:
            for question in rest:
                without = question()
                if bool(without) is not is_and:
                    break
            return bool(without) is not bool(value) or bool(without != value)
        except Exception:  # the operand guards those behind it
            return True
        finally:
            self._is_asking = False


SEEN = Decisions()


class Noting(ast.NodeTransformer):
    """Has each operand and each condition of a module noted."""

    def __init__(self, file: str) -> None:
        self._file = file

    def _place(self, node: ast.expr) -> Place:
        return self._file, node.lineno, node.col_offset

    def visit_BoolOp(self, node: ast.BoolOp) -> ast.expr:
        if any(isinstance(each, ast.NamedExpr) for each in ast.walk(node)):
            return node
        places = tuple(map(self._place, node.values))
        SEEN.operands.update(dict.fromkeys(places, False))
        self.generic_visit(node)
        no = ast.arguments(posonlyargs=[], args=[], kwonlyargs=[], kw_defaults=[], defaults=[])
        questions = [ast.copy_location(ast.Lambda(no, each), each) for each in node.values]
        is_and = ast.Constant(isinstance(node.op, ast.And))
        return _call(DECIDES, node, is_and, _literal(places), *questions)

    def visit_If(self, node: ast.If) -> ast.If:
        self._note_test(node)
        return node

    def visit_IfExp(self, node: ast.IfExp) -> ast.IfExp:
        self._note_test(node)
        return node

    def _note_test(self, node: ast.If | ast.IfExp) -> None:
        written = node.test
        SEEN.outcomes[self._place(written)] = set()
        self.generic_visit(node)
        node.test = _call(BOTH, written, _literal(self._place(written)), node.test)


def _literal(value: object) -> ast.expr:
    return ast.parse(repr(value), mode="eval").body


def _call(name: str, where: ast.expr, *given: ast.expr) -> ast.expr:
    call = ast.Call(ast.Name(name, ast.Load()), list(given), [])
    return ast.fix_missing_locations(ast.copy_location(call, where))


class NotingLoader(SourceFileLoader):
    """Compiles a module so that its conditions are noted."""

    def get_code(self, fullname: str) -> CodeType:  # noqa: ARG002 - as importlib has it
        file = Path(self.path).relative_to(SERVER).as_posix()
        tree = Noting(file).visit(ast.parse(self.get_data(self.path), self.path))
        return compile(ast.fix_missing_locations(tree), self.path, "exec")

    def exec_module(self, module: ModuleType) -> None:
        module.__dict__.update({BOTH: SEEN.both, DECIDES: SEEN.decides})
        super().exec_module(module)


class NotingFinder(MetaPathFinder):
    """Finds the modules of the analysis before anybody else does."""

    def __init__(self, packages: Sequence[str]) -> None:
        self._packages = packages

    # The parameters are those that importlib passes.
    def find_spec(self, fullname: str, path: Any = None, target: Any = None) -> ModuleSpec | None:  # noqa: ARG002
        parts = fullname.split(".")
        if len(parts) < 3 or parts[0] != "nanproof" or parts[1] not in self._packages:
            return None
        file = SERVER.joinpath(*parts).with_suffix(".py")
        loader: Loader = NotingLoader(fullname, str(file))
        return spec_from_file_location(fullname, file, loader=loader) if file.is_file() else None


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--decisions", default="decisions.json")


def pytest_sessionfinish(session: pytest.Session) -> None:
    operands = [place for place, decided in SEEN.operands.items() if not decided]
    conditions = [(*place, sorted(ways)) for place, ways in SEEN.outcomes.items() if len(ways) < 2]
    found = {"operands": sorted(operands), "conditions": sorted(conditions)}
    Path(session.config.getoption("--decisions")).write_text(json.dumps(found), encoding="utf-8")


def install(packages: Sequence[str]) -> None:
    """Have modules noted that are imported from now on."""
    sys.meta_path.insert(0, NotingFinder(packages))


install(("values", "infer", "sites", "changes", "masks", "forms", "uses", "findings", "rules", "fixes"))
