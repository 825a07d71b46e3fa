"""The command line: its arguments, and who answers them."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from nanproof import __version__
from nanproof.cli.cells import printable
from nanproof.cli.output import LostReportError, complain, prepare
from nanproof.cli.problem import failure

if TYPE_CHECKING:
    from nanproof.releases import Releases

FAILED = 2
INTERRUPTED = 130
_LEVELS = ("error", "warning", "information", "hint")

_PROMISE = "Finds the line that will turn your loss into NaN, says why, and offers an edit that is known to work."

_EXIT_CODES = """\
exit codes:
  0  there is nothing to report at the chosen level
  1  there are findings
     (after --fix: findings that are left; with --diff: something to fix)
  2  nanproof could not do its job and says why: a path that was named cannot be checked, none of the files
     found could be checked, a fix could not be written, nanproof itself failed, or the command line is wrong.
     Everything else is checked and reported all the same.

files:
  Named files are checked as they are. Folders are searched for .py files, but for what .gitignore files leave
  out and for folders such as .venv, build and node_modules; links to folders are not followed, nor links to
  files outside of the project. A file that was found but is not read is named on standard error, and does not
  change the exit code.

what --fix writes:
  Named files, and what lies inside of named folders; through a link that is named, the file that it leads to.
  A file is replaced whole or not at all, by a new one beside it that takes its name. A file with more names (hard
  links) is left alone in a folder; where it is named itself, this name gets the fixed text and the others keep
  the old one. A file that changed meanwhile is left alone. What is left alone is named on standard error.
  What --diff prints is applied by `patch -p0` and by `git apply -p0`, where nanproof was started.
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run nanproof and return the exit code."""
    prepare()
    try:
        return _run(_parsed(arguments))
    except KeyboardInterrupt:
        return INTERRUPTED
    except LostReportError as error:
        complain(f"stopped, because the report could not be written: {error}")
    except OSError as error:
        complain(f"stopped: {_spoken(error)}")
    except Exception as error:  # exit code 1 would mean findings
        complain(f"stopped, because {failure(error)}")
    return FAILED


def _spoken(error: OSError) -> str:
    try:
        Path.cwd()
    except OSError:
        return "the folder that it was started in is gone; change to another folder and start it again"
    return f"{error.strerror or error}{f' ({error.filename})' if error.filename else ''}"


class _Parser(argparse.ArgumentParser):
    """Says what is wrong with a command line so that nothing it quotes does a terminal harm."""

    def error(self, message: str) -> NoReturn:
        super().error(printable(message))


def _parsed(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = _parser()
    asked = parser.parse_args(arguments)
    if asked.command == "check":
        if asked.unsafe_fixes and not (asked.fix or asked.diff):
            parser.error("--unsafe-fixes says which fixes to apply: give --fix or --diff with it")
        if asked.diff and asked.output_format != "text":
            parser.error("--diff prints a difference, not a report: leave out --output-format")
        asked.releases, faults = _releases(asked.versions)
        if faults:
            parser.error(f"argument --versions: {faults[0]}")
    return asked


def _run(asked: argparse.Namespace) -> int:
    # Each command imports what it needs when it is asked for: `check` must not wait for the language server.
    match asked.command:
        case "check":
            return _check(asked)
        case "explain":
            from nanproof.cli.explain import explain

            return explain(asked.rule)
        case "reveal":
            from nanproof.cli.reveal import reveal

            return reveal(asked.place)
        case "catalog":
            from nanproof.cli.catalog import catalog

            return catalog(asked.operation)
        case _:
            from nanproof.lsp.start import run

            return run(asked.tcp)


def _check(asked: argparse.Namespace) -> int:
    from nanproof.cli.check import OutputFormat, Request, check
    from nanproof.cli.processes import USUAL_LIMITS, OnDisk
    from nanproof.findings.finding import Severity
    from nanproof.fixes.fix import Preferences, Way
    from nanproof.watchdog import Limits

    level = Severity(asked.level) if asked.level else None
    output_format = OutputFormat(asked.output_format)
    limits = Limits(asked.seconds_per_file) if asked.seconds_per_file else USUAL_LIMITS
    request = Request(asked.paths or ["."], output_format, level, asked.fix, asked.unsafe_fixes, asked.diff, limits)
    return check(request, OnDisk(Preferences(Way(asked.prefer), asked.releases)))


def _releases(versions: Sequence[str]) -> tuple[Releases, tuple[str, ...]]:
    from nanproof.releases import named_in, read

    return read(pair for text in versions for pair in named_in(text))


def _seconds(text: str) -> float:
    seconds = float(text)  # argparse turns a ValueError into a sentence
    if not 0.01 <= seconds <= 1e6:
        raise argparse.ArgumentTypeError(f"{text} is no number of seconds between 0.01 and 1000000")
    return seconds


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="nanproof",
        description=_PROMISE,
    )
    parser.add_argument("--version", action="version", version=f"nanproof {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    check = commands.add_parser(
        "check",
        help="check files and folders",
        description="Check Python files for operations that turn values into NaN or Inf.",
        epilog=_EXIT_CODES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    check.add_argument("paths", nargs="*", metavar="PATH", help="a file or a folder (default: the current folder)")
    check.add_argument(
        "--output-format", choices=("text", "json"), default="text", help="text for people (default) or json"
    )
    check.add_argument(
        "--level",
        choices=_LEVELS,
        help="report findings of this severity and above (default: warning; for json: information)",
    )
    check.add_argument("--fix", action="store_true", help="apply the safe fixes, and report what is left")
    check.add_argument(
        "--unsafe-fixes", action="store_true", help="with --fix or --diff: those that may change meaning, too"
    )
    check.add_argument(
        "--prefer",
        choices=("stable", "mask"),
        default="stable",
        help="which fix to take where both are safe: the stable function (default) or the mask",
    )
    check.add_argument(
        "--versions",
        action="append",
        default=[],
        metavar="RANGE",
        help="the releases that the project uses, as torch>=2.14 or jax>=0.10,torch>=2.13,<3 (default: all supported)",
    )
    check.add_argument("--diff", action="store_true", help="print what --fix would change, and write nothing")
    check.add_argument(
        "--seconds-per-file",
        type=_seconds,
        metavar="N",
        help="computing time after which a file is reported as far as it was looked at (default: 5)",
    )
    explain = commands.add_parser("explain", help="explain a rule", description="Print the documentation of a rule.")
    explain.add_argument("rule", metavar="RULE", help="its code or name: NAN101, unmasked-log")
    reveal = commands.add_parser(
        "reveal",
        help="show which values an expression can take, and why",
        description="Show what nanproof thinks of an expression, or of all expressions that begin on a line.",
    )
    reveal.add_argument(
        "place",
        metavar="FILE:LINE[:COLUMN]",
        help="lines and columns count from 1: train.py:48:12, of a notebook in a cell: 'book.ipynb:cell 3:2:12'",
    )
    catalog = commands.add_parser(
        "catalog",
        help="show what is known of an operation",
        description="Print what the catalogue knows of an operation, or how much it knows of all.",
    )
    catalog.add_argument(
        "operation", metavar="NAME", nargs="?", help="a full name, a last name or a function: torch.log, tf.sqrt, log"
    )
    server = commands.add_parser(
        "server",
        help="start the language server",
        description="Start the language server on standard input and output.",
    )
    server.add_argument("--stdio", action="store_true", help="use standard input and output (the default)")
    server.add_argument("--tcp", metavar="HOST:PORT", help="listen on a TCP address instead, for one client")
    return parser
