"""Which test runs which line: recorded once and kept in a file. Tests that are new or have changed are recorded anew.

When a source has changed, its lines are found again where they were; what the old tests run of new lines is not known
before everything is recorded anew.

python -m mutation.covered FILE TESTS...
"""

from __future__ import annotations

import difflib
import hashlib
import json
import sys
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from coverage import Coverage
from coverage.numbits import numbits_to_nums, nums_to_numbits

ROOT = Path(__file__).resolve().parents[2]
SERVER = ROOT / "server"
PACKAGES = ("values", "infer", "sites", "changes", "masks", "forms", "uses", "findings", "rules", "fixes")
AT_IMPORT = ""
# Whether an answer is the same twice is asked slowly, and is not what is wrong with a fault.
_LEFT_OUT = ("-k", "not test_the_same_file_twice")
PYTEST = ("-p", "no:terminal", "-p", "no:cacheprovider", "-o", "addopts=--import-mode=importlib", *_LEFT_OUT)
# Which tests notice most, in the time that they take: what is found and offered, what is inferred, then the neighbours.
_SHARP = ("test_findings", "tests/findings/", "tests/values/", "tests/fixes/test_bounds")
_SHARPEST_FIRST = (_SHARP, ("tests/infer/",), ("tests/near/",))


@dataclass
class Record:
    """What each test runs, by file. The lines of `AT_IMPORT` run before any test does."""

    sources: dict[str, str] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    seconds: dict[str, float] = field(default_factory=dict)
    lines: dict[str, dict[str, str]] = field(default_factory=dict)

    def at_import(self, path: Path, lines: range) -> bool:
        """Say whether one of some lines runs while the modules are imported."""
        return self._runs(AT_IMPORT, _named(path), set(lines))

    def running(self, path: Path, lines: range) -> list[str]:
        """Return the tests that run one of some lines, in their order."""
        file, wanted = _named(path), set(lines)
        return self.ordered(test for test in self.seconds if self._runs(test, file, wanted))

    def ordered(self, tests: Iterable[str]) -> list[str]:
        """Return tests in an order in which a fault is soon noticed: the sharpest, and of these the fastest."""

        def rank(test: str) -> int:
            ranks = (at for at, named in enumerate(_SHARPEST_FIRST) if any(each in test for each in named))
            return next(ranks, len(_SHARPEST_FIRST))

        return sorted(tests, key=lambda test: (rank(test), self.seconds[test]))

    def moved(self, now: dict[str, str]) -> None:
        """Find the lines of another state of the sources again where they are now."""
        for file in [each for each, text in now.items() if self.sources.get(each) != text]:
            before = self.sources.get(file, "").splitlines()
            blocks = difflib.SequenceMatcher(None, before, now[file].splitlines(), autojunk=False).get_matching_blocks()
            places = {block.a + at + 1: block.b + at + 1 for block in blocks for at in range(block.size)}
            for lines in self.lines.values():
                numbers = numbits_to_nums(bytes.fromhex(lines.get(file, "")))
                lines[file] = nums_to_numbits(places[each] for each in numbers if each in places).hex()
        self.sources = now

    def _runs(self, test: str, file: str, wanted: set[int]) -> bool:
        bits = self.lines.get(test, {}).get(file, "")
        return not wanted.isdisjoint(numbits_to_nums(bytes.fromhex(bits)))


class Recorder:
    """Runs the tests that are new or have changed, under coverage, and forgets those that are gone."""

    def __init__(self, coverage: Coverage, before: Record) -> None:
        self.coverage, self.record = coverage, before
        self.red: list[str] = []

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        texts = {item.nodeid: text_of(item) for item in session.items}
        known = {name for name, text in texts.items() if self.record.texts.get(name) == text}
        waiting = [item for item in session.items if item.nodeid not in known]
        print(f"recording what {len(waiting)} of {len(texts)} tests run", file=sys.stderr, flush=True)
        for at, item in enumerate(waiting):
            self.coverage.switch_context(item.nodeid)
            begun = time.perf_counter()
            run(item, waiting[at + 1 :], session)
            self.record.seconds[item.nodeid] = round(time.perf_counter() - begun, 4)
        self.coverage.stop()
        kept = known | {item.nodeid for item in waiting} - set(self.red)
        self.record.texts = {name: texts[name] for name in kept}
        self.record.seconds = {name: self.record.seconds[name] for name in kept}
        self.record.lines = {name: lines for name, lines in self.record.lines.items() if name in kept}
        self._read(kept - known)
        return True

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed:
            self.red.append(report.nodeid)

    def _read(self, fresh: set[str]) -> None:
        data = self.coverage.get_data()
        gathered: dict[str, dict[str, set[int]]] = {}
        for file in data.measured_files():
            for line, contexts in data.contexts_by_lineno(file).items():
                for context in contexts:
                    gathered.setdefault(context, {}).setdefault(_named(Path(file)), set()).add(line)
        for name in {AT_IMPORT, *fresh}:
            lines = gathered.get(name, {})
            self.record.lines[name] = {file: nums_to_numbits(numbers).hex() for file, numbers in lines.items()}


def run(item: pytest.Item, later: Sequence[pytest.Item], session: pytest.Session) -> None:
    """Run one test, and keep the fixtures that the next one needs."""
    session.config.hook.pytest_runtest_protocol(item=item, nextitem=later[0] if later else None)


def text_of(item: pytest.Item) -> str:
    """Return what changes with the text of a test, and with the folder of its case."""
    function = item if isinstance(item, pytest.Function) else None
    given = function.callspec.params.values() if function is not None and hasattr(function, "callspec") else ()
    cases = [path for path in given if isinstance(path, Path)]
    around = [each for case in cases for each in (case.parent.rglob("*.py") if case.name == "main.py" else [case])]
    return digest([item.path, *around])


def digest(paths: Iterable[Path]) -> str:
    """Return what tells apart two states of files."""
    total = hashlib.sha256()
    for path in sorted(paths):
        total.update(f"{path.relative_to(ROOT)}\0".encode() + path.read_bytes())
    return total.hexdigest()[:16]


def sources() -> dict[str, str]:
    """Return the texts of the analysis."""
    files = [path for package in PACKAGES for path in (SERVER / "nanproof" / package).rglob("*.py")]
    return {_named(path): path.read_text(encoding="utf-8") for path in files}


def loaded(file: Path) -> Record:
    """Read a record, as far as it is one of these sources; an empty one where there is none."""
    record = Record(**json.loads(file.read_text(encoding="utf-8"))) if file.exists() else Record()
    record.moved(sources())
    return record


def main(file: str, *tests: str) -> int:
    packages = [str(SERVER / "nanproof" / package / "*") for package in PACKAGES]
    packages += [str(SERVER / "nanproof" / package / "*" / "*") for package in PACKAGES]
    coverage = Coverage(data_file=None, include=packages, config_file=False)
    recorder = Recorder(coverage, loaded(Path(file)))
    coverage.start()
    pytest.main([*PYTEST, *tests], plugins=[recorder])
    for name in recorder.red:
        print(f"red before any fault: {name}", file=sys.stderr)
    Path(file).parent.mkdir(parents=True, exist_ok=True)
    Path(file).write_text(json.dumps(vars(recorder.record)), encoding="utf-8")
    return 0


def _named(path: Path) -> str:
    return path.relative_to(SERVER).as_posix()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
