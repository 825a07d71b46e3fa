"""Faults planted into the analysis by chance: the fast tests must notice them.

    python scripts/environment.py mutants                                  once: cosmic-ray and coverage
    python benchmarks/mutants.py --draw 150 --seed 1                       the figure by package, and each survivor
    python benchmarks/mutants.py --draw 40 --packages rules fixes
    python benchmarks/mutants.py --only 3f9a2c1d                           one of them again
    python benchmarks/mutants.py --planted                                 those of mutation/planted.toml

A fault is a change of one line by an operator of cosmic-ray, or by one of `mutation/operators.py`; a limit of steps
that is one larger is none. The tests that run the line are asked in turn until one is red; which they are is recorded
before (some minutes the first time, and with `--anew`). Every fault lives in a process of its own, in memory: no file
is changed. What no test can notice is an entry of `mutation/equivalent.toml`, with the reason. The exit code is 1 where
less than `--least` of the others is noticed. Linux only.
"""

from __future__ import annotations

import argparse
import gc
import math
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

os.environ.setdefault("CI", "true")  # property tests try the same examples each time
ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "server"), str(ROOT / "benchmarks"), str(ROOT)]

import pytest  # noqa: E402 - behind the path

from mutation.covered import PACKAGES, PYTEST, SERVER, Record, loaded, run  # noqa: E402 - behind the path
from mutation.equivalent import Equivalents  # noqa: E402 - behind the path
from mutation.planted import module_of, planted  # noqa: E402 - behind the path
from mutation.sites import Fault, Mutant, drawn, mutants_of  # noqa: E402 - behind the path
from mutation.trial import Outcome, Verdict, tried, tried_afresh  # noqa: E402 - behind the path

FAST = (
    *("literate", "changes", "forms", "sites", "uses", "findings", "rules", "infer", "values", "fixes", "explain"),
    "near",
)
ALIVE = (Verdict.SURVIVED, Verdict.GIVEN_UP)
WARMING = 8  # tests, after which the stubs and the catalogue are read


@dataclass(frozen=True)
class Tried:
    """A fault, how it is shown, and what became of it."""

    fault: Fault
    shown: str
    outcome: Outcome

    @property
    def package(self) -> str:
        return self.fault.module.split(".")[1]


class Trials:
    """Tries faults with the tests that pytest has collected."""

    def __init__(self, asked: argparse.Namespace, record: Record, equivalents: Equivalents) -> None:
        self.asked, self.record, self.equivalents = asked, record, equivalents
        self.tried: list[Tried] = []

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        warming = [item for item in session.items if "test_findings" in item.nodeid][:WARMING]
        for at, item in enumerate(warming):
            run(item, warming[at + 1 :], session)
        gc.collect()
        gc.freeze()
        for fault, after in self._faults():
            outcome = self._outcome(fault, after, session)
            if outcome.verdict is Verdict.STILLBORN:
                continue
            each = Tried(fault, fault.shown(after, SERVER), outcome)
            self.tried.append(each)
            print(self._line(each), flush=True)
            if not (self.asked.only or self.asked.planted) and len(self.tried) == self.asked.draw:
                break
        return True

    def _faults(self) -> Iterator[tuple[Fault, str]]:
        if self.asked.planted:
            yield from ((each, each.text) for each in planted())
            return
        mutants = [each for package in self.asked.packages for each in _mutants(package)]
        if self.asked.only:
            chosen = [each for each in mutants if each.name in self.asked.only]
        else:
            chosen = list(drawn(mutants, self.asked.seed))[self.asked.skip :]
        for mutant in chosen:
            after = mutant.source()
            if after is not None:
                yield mutant, after

    def _outcome(self, fault: Fault, after: str, session: pytest.Session) -> Outcome:
        lines = range(fault.line, fault.last_line + 1)
        tests = self.record.running(fault.path, lines)
        if self.record.at_import(fault.path, lines):
            whole = self.record.running(fault.path, range(1, 1000))
            others = self.record.ordered(set(self.record.seconds) - set(whole))
            return tried_afresh(fault, after, [*whole, *others], self.asked.patience)
        above = fault.line
        while not tests and above > fault.line - 8:  # a line of an expression that begins above it
            above -= 1
            tests = self.record.running(fault.path, range(above, above + 1))
        return tried(fault, after, tests, session, self.asked.patience)

    def _line(self, each: Tried) -> str:
        if each.outcome.verdict in ALIVE:
            reason = self.equivalents.reason(each.fault)
            head = (
                f"equivalent, {reason}" if reason else "SURVIVED" if each.outcome.test else "SURVIVED, no test runs it"
            )
            return f"{len(self.tried):3} {head}\n{each.shown}"
        place = f"{each.fault.path.relative_to(SERVER)}:{each.fault.line}"
        return f"{len(self.tried):3} {each.outcome.verdict.value}: {place} {each.fault.name} by {each.outcome.test}"

    def report(self) -> float:
        """Print the figure by package and return the share that was noticed of all that can be."""
        print("\n| package | planted | noticed | equivalent | survived | noticed of what can be |")
        print("|---|---|---|---|---|---|")
        for package in (*self.asked.packages, "all"):
            rows = [each for each in self.tried if package in (each.package, "all")]
            alive = [each for each in rows if each.outcome.verdict in ALIVE]
            same = sum(bool(self.equivalents.reason(each.fault)) for each in alive)
            noticed, can_be = len(rows) - len(alive), len(rows) - same
            share = noticed / can_be if can_be else 1.0
            print(f"| {package} | {len(rows)} | {noticed} | {same} | {len(alive) - same} | {share:.1%} |")
        return share


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        prog="mutants.py", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--draw", type=int, default=150, help="how many (default: 150)")
    parser.add_argument("--skip", type=int, default=0, help="leave out the first of the draw")
    parser.add_argument("--seed", default="1", help="what chance begins with (default: 1)")
    parser.add_argument("--packages", nargs="+", default=PACKAGES, choices=PACKAGES, metavar="PACKAGE")
    parser.add_argument("--only", nargs="+", metavar="NAME", help="the faults of these names")
    parser.add_argument("--tests", nargs="+", default=[f"tests/{each}" for each in FAST], metavar="PATH")
    parser.add_argument("--record", type=Path, default=ROOT / ".mutants" / "covered.json", help="what the tests run")
    parser.add_argument("--anew", action="store_true", help="forget the record: the sources have changed much")
    parser.add_argument("--planted", action="store_true", help="the faults of mutation/planted.toml, and no others")
    parser.add_argument(
        "--patience", type=float, default=math.inf, metavar="SEC", help="with one fault, of a processor"
    )
    parser.add_argument("--least", type=float, default=0.92, help="the share that must be noticed (default: 0.92)")
    asked = parser.parse_args(arguments)
    os.chdir(ROOT)
    if asked.anew:
        asked.record.unlink(missing_ok=True)
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path[:3])}
    command = [sys.executable, "-m", "mutation.covered", str(asked.record), *asked.tests]
    subprocess.run(command, check=True, env=environment)
    equivalents = Equivalents.read()
    trials = Trials(asked, loaded(asked.record), equivalents)
    pytest.main([*PYTEST, *asked.tests], plugins=[trials])
    for each in equivalents.gone({mutant.name for package in PACKAGES for mutant in _mutants(package)}):
        print(f"equivalent.toml names {each}, which cannot be planted any more")
    return int(trials.report() < asked.least)


def _mutants(package: str) -> Iterator[Mutant]:
    for path in sorted((SERVER / "nanproof" / package).rglob("*.py")):
        yield from mutants_of(path, module_of(path))


if __name__ == "__main__":
    sys.exit(main())
