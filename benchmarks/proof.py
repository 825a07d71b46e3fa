"""Run the complete corpus of dressed programs: each fault in each style, before and after every repair that is offered.

    python benchmarks/proof.py                               everything: an hour or two of one core
    python benchmarks/proof.py --framework torch             of one framework
    python benchmarks/proof.py --fault "log-*" --style held  of some faults and styles (patterns)
    python benchmarks/proof.py --every 10                    each tenth program
    python benchmarks/proof.py --slow                        under XLA and torch.compile too

Prints a Markdown table: programs, those for which a repair is offered, repairs, and what is wrong with them by kind
(`tests/oracle/dressed/proof.py` says what is compared). `--faults FILE` keeps each with its text. What is known to be
wrong (`tests/oracle/dressed/known.py`) is counted for itself; the exit code is 1 where something else is.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from fnmatch import fnmatchcase
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tests.oracle.dressed.faults import FRAMEWORKS
from tests.oracle.dressed.known import unknown
from tests.oracle.dressed.machines import SLOW_MODES
from tests.oracle.dressed.offered import repairs
from tests.oracle.dressed.programs import Dressed, programs
from tests.oracle.dressed.proof import Problem, problems
from tqdm import tqdm


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--framework", choices=FRAMEWORKS, action="append")
    parser.add_argument("--fault", default="*")
    parser.add_argument("--style", default="*")
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--slow", action="store_true")
    parser.add_argument("--faults", type=Path)
    asked = parser.parse_args()
    print("| framework | programs | with a repair | repairs | proved | known | wrong |\n|---|---|---|---|---|---|---|")
    wrong: list[Problem] = []
    for framework in asked.framework or FRAMEWORKS:
        chosen = [
            each
            for each in programs(framework)
            if fnmatchcase(each.fault.name, asked.fault) and fnmatchcase(each.style.name, asked.style)
        ][:: asked.every]
        found = [problem for each in tqdm(chosen, framework, file=sys.stderr) for problem in _of(each, slow=asked.slow)]
        fresh = unknown(found)
        wrong += fresh
        offered = [len(repairs(each.source)) for each in chosen]
        bad = {(problem.program, problem.title, problem.after) for problem in found}
        counts = (len(chosen), sum(map(bool, offered)), sum(offered), sum(offered) - len(bad), len(found) - len(fresh))
        print(f"| {framework} | {' | '.join(map(str, (*counts, len(fresh))))} |", flush=True)
    for kind, number in Counter(problem.kind for problem in wrong).most_common():
        print(f"{kind}: {number}")
    if asked.faults is not None:
        asked.faults.write_text("\n\n".join(map(str, wrong)), encoding="utf-8")
    return 1 if wrong else 0


def _of(program: Dressed, *, slow: bool) -> list[Problem]:
    try:
        return problems(program, SLOW_MODES.get(program.framework, ()) if slow else ())
    except Exception as fault:
        return [Problem(program, "the program does not run", "", f"{type(fault).__name__}: {fault}", program.source)]


if __name__ == "__main__":
    sys.exit(main())
