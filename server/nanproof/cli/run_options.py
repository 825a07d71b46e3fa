"""The options of `nanproof check` that say how it runs: in how many processes, on which part, again and again."""

from __future__ import annotations

import argparse

from nanproof.cli.shards import Shard, ShardError


def add_run_options(check: argparse.ArgumentParser) -> None:
    """Add the options to the command."""
    check.add_argument(
        "--jobs",
        type=_count,
        metavar="N",
        help="check in N processes (default: as many as are worth it; 1: in this one), as --jobs 4;"
        " what is found is the same",
    )
    check.add_argument(
        "--shard",
        type=_shard,
        metavar="N/COUNT",
        help="report on one of so many parts of the files, as --shard 3/8 on the third of 8 machines",
    )
    check.add_argument(
        "--no-cache",
        action="store_true",
        help="read and keep nothing of what is found between runs; what is found is the same",
    )
    check.add_argument(
        "--watch",
        action="store_true",
        help="check again what a change concerns, as nanproof check --watch src, until Ctrl-C ends it (exit code 130)",
    )


def fault_of_run(asked: argparse.Namespace, *, reads_stdin: bool) -> str:
    """Return why one of the options makes no sense with others, nothing where all do."""
    if asked.watch and (
        asked.fix or asked.diff or asked.write_baseline or asked.shard or asked.jobs is not None or reads_stdin
    ):
        return (
            "--watch checks what is on the disk, again and again in one process: leave out --fix, --diff,"
            " --write-baseline, --shard, --jobs and -"
        )
    if asked.shard and (asked.fix or asked.write_baseline):
        return "a shard has some of the files, and --fix and --write-baseline are for all: leave out --shard"
    if asked.shard and reads_stdin:
        return "- is one text: leave out --shard"
    return ""


def _count(text: str) -> int:
    if not text.isdecimal() or not int(text):
        raise argparse.ArgumentTypeError(f"{text} is no number of processes: give 1 or more")
    return int(text)


def _shard(text: str) -> Shard:
    try:
        return Shard.read(text)
    except ShardError as error:
        raise argparse.ArgumentTypeError(str(error)) from error


def add_fixing(check: argparse.ArgumentParser) -> None:
    """Add what says which fixes are applied, and which is the preferred one."""
    check.add_argument("--fix", action="store_true", help="apply the safe fixes, and report what is left")
    check.add_argument("--diff", action="store_true", help="print what --fix would change, and write nothing")
    check.add_argument(
        "--unsafe-fixes", action="store_true", help="with --fix or --diff: those that may change meaning, too"
    )
    check.add_argument(
        "--prefer",
        choices=("stable", "mask"),
        help="which fix to take where both are safe: the stable function (default) or the mask",
    )
