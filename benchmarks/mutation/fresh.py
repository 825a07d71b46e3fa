"""A process that imports one module with a fault in it, and runs tests until the first red one.

python -m mutation.fresh MODULE PATH FILE DESCRIPTOR PATIENCE, where FILE holds the tests, a form feed and the source.
"""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, SourceFileLoader
from importlib.util import spec_from_file_location
from pathlib import Path
from types import CodeType

import pytest

from mutation.covered import PYTEST
from mutation.trial import begin, run_until_red

_NOT_IMPORTABLE = 3


class Faulty(MetaPathFinder):
    """Finds one module with the text that it is told, and leaves the others to the rest."""

    def __init__(self, module: str, path: str, source: str) -> None:
        self.module, self.path, self.source = module, path, source

    def find_spec(self, fullname: str, *_: object) -> ModuleSpec | None:
        if fullname != self.module:
            return None
        return spec_from_file_location(fullname, self.path, loader=Text(fullname, self.path, self.source))


class Text(SourceFileLoader):
    """Reads a text that no file holds."""

    def __init__(self, module: str, path: str, source: str) -> None:
        super().__init__(module, path)
        self.source = source

    def get_code(self, _: str) -> CodeType:
        return compile(self.source, self.path, "exec", dont_inherit=True)


class Loop:
    """Runs the chosen tests in their order."""

    def __init__(self, tests: Sequence[str], writing: int, patience: float) -> None:
        self.tests, self.writing, self.patience, self.status = tests, writing, patience, 1

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        items = {item.nodeid: item for item in session.items}
        chosen = [items[test] for test in self.tests if test in items]
        self.status = run_until_red(chosen, session, self.writing, self.patience)
        return True


def main(module: str, path: str, file: str, descriptor: str, patience: str) -> int:
    begin()
    tests, _, source = Path(file).read_text(encoding="utf-8").partition("\f")
    sys.meta_path.insert(0, Faulty(module, path, source))
    try:
        importlib.import_module("nanproof.analysis")
        importlib.import_module(module)
    except Exception:
        return _NOT_IMPORTABLE
    loop = Loop(tests.splitlines(), int(descriptor), float(patience))
    files = sorted({test.partition("::")[0] for test in loop.tests})
    pytest.main([*PYTEST, *files], plugins=[loop])
    return loop.status


if __name__ == "__main__":
    status = main(*sys.argv[1:])
    os._exit(status)
