"""What nanproof says of public repositories, and what a change of it adds and takes away.

    python benchmarks/corpus.py clone                                  the repositories of repositories/pinned.toml
    python benchmarks/corpus.py run --out before.json                  what nanproof says of them, at level hint
    python benchmarks/corpus.py run --out after.json --server ~/other/nanproof
    python benchmarks/corpus.py compare before.json after.json         by rule and repository, with the source lines

Of each repository the Python files of the listed commit are cloned once, into ~/.cache/nanproof-corpus or `--folder`,
as `owner+name`; a checkout that is there at this commit is used. `--only owner/name ...` takes some of them. `--server`
runs the nanproof of another checkout, `--python` another interpreter. A run is data that can be kept and handed on: it
holds places, rules and sentences, and nothing of the repositories' text, which `compare` reads from the checkouts.

`compare` ends with exit code 0 where nothing differs, and 1 where something does; 2 says that something could not be
cloned, read or compared.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from nanproof.printed.cells import neutral
from repositories.checkouts import CACHE, CheckoutError, checkout, existing
from repositories.comparison import SEVERITIES, Comparison, compared, levels, shown, table
from repositories.pinned import FILE, PinError, Repository, chosen, pinned
from repositories.runs import Program, Read, RunError, as_json, from_json, read

HERE = Path(__file__).resolve().parents[1]
_LONGEST_LINE = 200


def clone(asked: argparse.Namespace) -> int:
    """Clone what is not there yet."""
    wanted = chosen(pinned(asked.list), asked.only)
    are_there = [_is_there(each, asked.folder) for each in wanted]
    return 0 if all(are_there) else 2


def _is_there(repository: Repository, folder: Path) -> bool:
    try:
        print(checkout(repository, folder), flush=True)
    except CheckoutError as error:
        _complain(str(error))
        return False
    return True


def run(asked: argparse.Namespace) -> int:
    """Ask nanproof about each repository and keep what it says."""
    program = Program.of(asked.python, asked.server)
    answers: list[Read] = []
    for repository in chosen(pinned(asked.list), asked.only):
        answer, seconds = read(program, repository, checkout(repository, asked.folder))
        answers.append(answer)
        count, cut = len(answer.diagnostics), f", {len(answer.notes)} notes" if answer.notes else ""
        print(f"{repository.name}: {count} findings in {seconds:.1f} s{cut}", file=sys.stderr, flush=True)
        asked.out.write_text(as_json(tuple(answers)), encoding="utf-8")  # what a run that is ended has read is kept
    return 0


def compare(asked: argparse.Namespace) -> int:
    """Show what two runs say otherwise."""
    before, after = (_kept(path, asked.only) for path in (asked.before, asked.after))
    whole = compared(before, after)
    differences = tuple(
        each
        for each in whole.differences
        if each.has_level(asked.level) and (not asked.rule or each.shown.code in asked.rule)
    )
    for trouble in whole.troubles:
        _complain(trouble)
    print(levels(before, after))
    if differences:
        print(f"\n{table(differences)}\n")
        _print_each(Comparison(differences), after, asked)
    else:
        print("\nNothing differs.")
    return 2 if whole.troubles else 1 if differences else 0


def _print_each(comparison: Comparison, run: tuple[Read, ...], asked: argparse.Namespace) -> None:
    commits = {each.name: each.commit for each in run}

    @cache
    def root(name: str) -> Path | None:
        try:
            return existing(Repository(name, "", commits[name]), asked.folder)
        except CheckoutError as error:
            _complain(f"{error}; its lines are not shown")
            return None

    @cache
    def lines(name: str, file: str) -> tuple[str, ...]:
        folder = root(name)
        try:
            text = (folder / file).read_text(encoding="utf-8", errors="replace") if folder is not None else ""
        except OSError:
            return ()
        return tuple(text.split("\n"))

    def source_line(name: str, file: str, row: int) -> str | None:
        found = lines(name, file)[row - 1 : row]
        return neutral(found[0].strip())[:_LONGEST_LINE] if found else None

    for each in comparison.differences[: asked.most]:
        print(shown(each, source_line))
    left = len(comparison.differences) - asked.most
    if left > 0:
        print(f"... and {left} more (--most)")


def _kept(path: Path, only: list[str] | None) -> tuple[Read, ...]:
    try:
        run = from_json(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, RunError) as error:
        raise RunError(f"{path}: {error}") from error
    return tuple(each for each in run if not only or each.name in only)


def _complain(sentence: str) -> None:
    print(f"corpus.py: {sentence}", file=sys.stderr, flush=True)


def parser() -> argparse.ArgumentParser:
    """Return the command line."""
    whole = argparse.ArgumentParser(
        prog="corpus.py", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    commands = whole.add_subparsers(required=True, metavar="COMMAND")
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--folder", type=Path, default=CACHE, help=f"where the checkouts are (default: {CACHE})")
    common.add_argument("--only", nargs="+", metavar="NAME", help="these repositories")
    listed = argparse.ArgumentParser(add_help=False)
    listed.add_argument("--list", type=Path, default=FILE, help="another list than repositories/pinned.toml")

    cloning = commands.add_parser("clone", parents=[common, listed], help="clone what is not there yet")
    cloning.set_defaults(do=clone)
    running = commands.add_parser("run", parents=[common, listed], help="keep what nanproof says")
    running.add_argument("--out", type=Path, required=True, help="the file to keep it in")
    running.add_argument("--server", type=Path, default=HERE, help="a checkout of nanproof (default: this one)")
    running.add_argument("--python", default=sys.executable, help="the interpreter (default: this one)")
    running.set_defaults(do=run)
    comparing = commands.add_parser("compare", parents=[common], help="show what two runs say otherwise")
    comparing.add_argument("before", type=Path)
    comparing.add_argument("after", type=Path)
    comparing.add_argument("--rule", nargs="+", metavar="CODE", help="findings of these rules")
    comparing.add_argument(
        "--level", choices=SEVERITIES, default="hint", help="this severity and above (default: hint)"
    )
    comparing.add_argument("--most", type=int, default=500, help="how many are shown (default: 500)")
    comparing.set_defaults(do=compare)
    return whole


def main(arguments: Sequence[str] | None = None) -> int:
    asked = parser().parse_args(arguments)
    try:
        return int(asked.do(asked))
    except (PinError, CheckoutError, RunError, OSError) as error:
        _complain(str(error))
        return 2


if __name__ == "__main__":
    sys.exit(main())
