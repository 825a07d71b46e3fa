"""How nanproof agrees with call sites of public repositories that people have judged: recall and precision.

    python benchmarks/labels.py                                       each file of repositories/labels
    python benchmarks/labels.py grist six_repositories --families log div sqrt
    python benchmarks/labels.py --show                                each site that is missed, and each false alarm

Recall is the share of the faulty sites that are reported, precision the share of the reported ones that are faulty;
errors and warnings count, `--level any` counts the rest as well. Several operations of one family on one line cannot be
told apart. Each repository is cloned once at the commit that was judged, into ~/.cache/nanproof-corpus or `--folder`.
`--server` and `--python` take another nanproof, as in `corpus.py`.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from repositories.checkouts import CACHE, CheckoutError, checkout
from repositories.labelled import FAMILIES, FOLDER, Found, Label, LabelError, Score, labels_of, scored
from repositories.runs import Program, RunError

HERE = Path(__file__).resolve().parents[1]
NAMES = sorted(path.stem for path in FOLDER.glob("*.jsonl"))


def score(labels: tuple[Label, ...], program: Program, folder: Path, *, strong: bool) -> Score:
    """Ask nanproof about the files of the labels."""
    roots = {origin: checkout(origin, folder) for origin in {each.origin for each in labels}}
    paths = {label: os.path.realpath(roots[label.origin] / label.file) for label in labels}
    gone = sorted({path for path in paths.values() if not Path(path).is_file()})
    if gone:
        raise LabelError(f"not in the checkout: {', '.join(gone)}")
    findings, _ = program.findings(sorted(set(paths.values())))
    by_path: defaultdict[str, list[Found]] = defaultdict(list)
    for each in findings:
        by_path[os.path.realpath(each["filename"])].append(Found.of(each))
    return scored(labels, [(label, by_path[path]) for label, path in paths.items()], strong=strong)


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        prog="labels.py", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("names", nargs="*", metavar="LABELS", help=f"of {', '.join(NAMES)} (default: all)")
    parser.add_argument("--families", nargs="+", choices=sorted(FAMILIES), help="operations of these families")
    parser.add_argument("--level", choices=("warning", "any"), default="warning", help="what counts as reported")
    parser.add_argument("--show", action="store_true", help="each site on which nanproof disagrees")
    parser.add_argument("--folder", type=Path, default=CACHE, help=f"where the checkouts are (default: {CACHE})")
    parser.add_argument("--server", type=Path, default=HERE, help="a checkout of nanproof (default: this one)")
    parser.add_argument("--python", default=sys.executable, help="the interpreter (default: this one)")
    asked = parser.parse_args(arguments)
    try:
        program = Program.of(asked.python, asked.server)
        print("| labels | faulty | safe | recall | precision |\n|---|---|---|---|---|")
        for name in asked.names or NAMES:
            labels = labels_of((FOLDER / f"{name}.jsonl").read_text(encoding="utf-8"))
            chosen = tuple(each for each in labels if not asked.families or each.family in asked.families)
            found = score(chosen, program, asked.folder, strong=asked.level == "warning")
            numbers = f"{found.recall:.2f} ({found.found}) | {found.precision:.2f} ({len(found.false)} false)"
            print(f"| {name} | {found.faulty} | {found.safe} | {numbers} |", flush=True)
            if asked.show:
                _print_each(found)
    except (CheckoutError, LabelError, RunError, OSError) as error:
        print(f"labels.py: {error}", file=sys.stderr)
        return 2
    return 0


def _print_each(found: Score) -> None:
    for kind, labels in (("missed", found.missed), ("false alarm", found.false)):
        for each in labels:
            print(f"{kind}: {each.repository} {each.file}:{each.line} {each.operation}", file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())
