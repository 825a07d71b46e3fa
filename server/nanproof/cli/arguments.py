"""The command line's grammar: commands, options, and what is wrong with what somebody typed."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from difflib import get_close_matches
from typing import NoReturn

from nanproof import __version__
from nanproof.cli.check_help import EXIT_CODES
from nanproof.cli.examples import EXAMPLES
from nanproof.cli.formats.output_format import OutputFormat
from nanproof.cli.run_options import add_fixing, add_run_options, fault_of_run
from nanproof.printed.cells import printable

LEVELS = ("error", "warning", "information", "hint")
FORMATS = tuple(each.value for each in OutputFormat)
STDIN = "-"
SHELLS = ("bash", "zsh", "fish")

_PROMISE = "Finds the line that will turn your loss into NaN, says why, and offers an edit that is known to work."

FIRST_STEPS = """\
nanproof check .                   find what will turn your loss into NaN, in this folder
nanproof check --fix train.py      mend what can be mended safely
nanproof explain NAN101            what a rule finds, why, and what to write instead
nanproof suspects train.py         what may have made the NaN that you have, the likeliest first
nanproof --help                    everything else
"""


class _Parser(argparse.ArgumentParser):
    """Says what is wrong with a command line so that nothing it quotes does a terminal harm."""

    def error(self, message: str) -> NoReturn:
        super().error(printable(message + self._meant(message)))

    def _meant(self, message: str) -> str:
        """Return what may have been meant by a command or an option that there is not."""
        wrong = message.partition("unrecognized arguments: ")[2] or message.partition("invalid choice: ")[2]
        near = get_close_matches(wrong.split(" ")[0].split("=")[0].strip("'\""), self._words(), 1) if wrong else []
        return f"; did you mean {near[0]}?" if near else ""

    def _words(self) -> list[str]:
        """Return the commands and options of this parser and of those below it."""
        words = list(self._option_string_actions)
        for action in self._actions:
            words += map(str, action.choices or ())
            if isinstance(action, argparse._SubParsersAction):
                words += (word for each in action.choices.values() for word in each._option_string_actions)
        return words


def parsed(arguments: Sequence[str] | None) -> argparse.Namespace | None:
    """Return what a command line asks for, None where it is empty; ends the program where it makes no sense."""
    given = sys.argv[1:] if arguments is None else arguments
    if not given:
        return None
    parser = command_line()
    asked = parser.parse_args(given)
    fault = _fault(asked)
    if not fault and asked.command == "check":
        fault = fault_of_run(asked, reads_stdin=STDIN in asked.paths)
    if fault:
        parser.error(fault)
    return asked


def _fault(asked: argparse.Namespace) -> str:
    """Return why some options make no sense together, nothing where they do."""
    if asked.command == "catalog" and asked.output_format == "json" and asked.operation is None:
        return "--output-format json tells of an operation: give its NAME"
    if asked.command == "suspects" and asked.all and asked.output_format == "json":
        return "--all lists what is safe, for people: leave out --output-format"
    if asked.command != "check":
        return ""
    if asked.unsafe_fixes and not (asked.fix or asked.diff):
        return "--unsafe-fixes says which fixes to apply: give --fix or --diff with it"
    if asked.diff and asked.output_format != "text":
        return "--diff prints a difference, not a report: leave out --output-format"
    if asked.statistics and (asked.diff or asked.output_format != "text"):
        return "--statistics prints a table: leave out --diff and --output-format"
    if (asked.fix or asked.diff) and (asked.baseline or asked.write_baseline or asked.since):
        return "--fix and --diff mend what is found whether it is new or not: leave out --baseline and --since"
    if STDIN in asked.paths and (len(asked.paths) > 1 or asked.fix):
        return "- is the text on standard input: name no other path with it, and give --diff for --fix"
    if asked.stdin_filename and asked.paths != [STDIN]:
        return "--stdin-filename names the text on standard input: give - as the path"
    if asked.files_from and asked.paths:
        return "--files-from names the paths: give no others"
    return ""


def _seconds(text: str) -> float:
    seconds = float(text)  # argparse turns a ValueError into a sentence
    if not 0.01 <= seconds <= 1e6:
        raise argparse.ArgumentTypeError(f"{text} is no number of seconds between 0.01 and 1000000")
    return seconds


def command_line() -> argparse.ArgumentParser:
    """Return the grammar of the command line."""
    parser = _Parser(prog="nanproof", description=_PROMISE)
    parser.add_argument("--version", action="version", version=f"nanproof {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    _add_check(commands)
    explain = commands.add_parser(
        "explain", help="explain a rule", description="Print the documentation of rules, or which ones there are."
    )
    explain.add_argument("rules", nargs="*", metavar="RULE", help="its code or name: NAN101, NAN1, unmasked-log")
    _add_format(explain)
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
    _add_configuring(reveal)
    _add_suspects(commands)
    _add_trace(commands)
    catalog = commands.add_parser(
        "catalog",
        help="show what is known of an operation",
        description="Print what the catalogue knows of an operation, or how much it knows of all.",
    )
    catalog.add_argument(
        "operation", metavar="NAME", nargs="?", help="a full name, a last name or a function: torch.log, tf.sqrt, log"
    )
    _add_format(catalog)
    config = commands.add_parser(
        "config",
        help="show what is configured for a file, and where",
        description="Print what holds for a file, and where each value comes from.",
    )
    config.add_argument("file", metavar="FILE", nargs="?", help="default: a file in the current folder")
    config.add_argument("--schema", action="store_true", help="print the JSON schema of the configuration instead")
    _add_configuring(config)
    completion = commands.add_parser(
        "completion",
        help="print a script for completion in a shell",
        description="Print a script by which a shell completes commands, options, rules and paths.",
    )
    completion.add_argument("shell", choices=SHELLS, help="the shell that reads it")
    commands.add_parser(
        "clean",
        help="forget what earlier runs found",
        description="Remove the cache, in which nanproof check keeps what it found in files that stay as they are.",
    )
    server = commands.add_parser(
        "server",
        help="start the language server",
        description="Start the language server on standard input and output.",
    )
    server.add_argument("--stdio", action="store_true", help="use standard input and output (the default)")
    server.add_argument("--tcp", metavar="HOST:PORT", help="listen on a TCP address instead, for one client")
    commands.add_parser(
        "mcp",
        help="answer coding assistants",
        description="Answer coding assistants in the Model Context Protocol, on standard input and output.",
    )
    for name, examples in EXAMPLES.items():
        commands.choices[name].epilog = f"examples:\n{examples}"
        commands.choices[name].formatter_class = argparse.RawDescriptionHelpFormatter
    return parser


def _add_trace(commands: argparse._SubParsersAction[_Parser]) -> None:
    trace = commands.add_parser(
        "trace",
        help="say which line made the NaN that a log tells of",
        description="Read what a framework printed of a NaN, and say which lines may have made it.",
    )
    trace.add_argument("log", nargs="?", default=STDIN, metavar="LOG", help="a file; - is standard input (the default)")
    trace.add_argument(
        "entries", nargs="*", metavar="ENTRY", help="files or folders of the program (default: the current folder)"
    )
    _add_format(trace)
    _add_configuring(trace)


def _add_check(commands: argparse._SubParsersAction[_Parser]) -> None:
    check = commands.add_parser(
        "check",
        help="check files, folders and notebooks",
        description="Check Python files and notebooks for operations that turn values into NaN or Inf.",
        epilog=EXIT_CODES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    check.add_argument(
        "paths", nargs="*", metavar="PATH", help="a file or a folder (default: the current folder); - is standard input"
    )
    check.add_argument("--stdin-filename", metavar="FILE", help="the file that the text on standard input is taken for")
    check.add_argument(
        "--files-from",
        metavar="FILE",
        help="read the paths from a file (- is standard input), a line or a zero byte between",
    )
    _add_selecting(check)
    _add_reporting(check)
    add_fixing(check)
    check.add_argument(
        "--versions",
        action="append",
        default=[],
        metavar="RANGE",
        help="the releases that the project uses, as torch>=2.14 or jax>=0.10,torch>=2.13,<3 (default: all supported)",
    )
    check.add_argument(
        "--seconds-per-file",
        type=_seconds,
        metavar="N",
        help="computing time after which a file is reported as far as it was looked at (default: 5)",
    )
    add_run_options(check)


def _add_suspects(commands: argparse._SubParsersAction[_Parser]) -> None:
    suspects = commands.add_parser(
        "suspects",
        help="rank what may have made the NaN that you have",
        description="Rank the operations that a run reaches and that can make NaN or Inf, the likeliest first.",
    )
    suspects.add_argument(
        "entries",
        nargs="+",
        metavar="ENTRY",
        help="where the run starts: a script, a module (package.train), a notebook, a folder, or FILE:FUNCTION",
    )
    suspects.add_argument("--all", action="store_true", help="tell each in full, and of all others why they are safe")
    _add_format(suspects)
    _add_configuring(suspects)


def _add_selecting(check: argparse.ArgumentParser) -> None:
    check.add_argument(
        "--level",
        choices=LEVELS,
        help="report findings of this severity and above (default: information), and fix them (default: warning)",
    )
    for option, what in (
        ("select", "report these rules only"),
        ("ignore", "do not report these rules"),
        ("extend-select", "report these rules, too"),
        ("extend-ignore", "do not report these rules either"),
    ):
        check.add_argument(
            f"--{option}", action="append", default=[], metavar="RULES", help=f"{what}: NAN101, NAN1, unmasked-log, all"
        )
    _add_configuring(check)
    check.add_argument("--baseline", metavar="FILE", default="", help="report only what is not in a baseline")
    check.add_argument(
        "--write-baseline", metavar="FILE", default="", help="write what is found to a baseline, and report nothing"
    )
    check.add_argument(
        "--since", metavar="REVISION", default="", help="report only on lines that changed since a revision of git"
    )


def _add_format(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--output-format", choices=("text", "json"), default="text", help="json is for programs (docs/programs.md)"
    )


def _add_configuring(command: argparse.ArgumentParser) -> None:
    which = command.add_mutually_exclusive_group()
    which.add_argument(
        "--config",
        metavar="FILE",
        default="",
        help="what configures nanproof (default: the nearest nanproof.toml or pyproject.toml of each file)",
    )
    which.add_argument("--isolated", action="store_true", help="read no file that configures nanproof")


def _add_reporting(check: argparse.ArgumentParser) -> None:
    check.add_argument(
        "--output-format", choices=FORMATS, default="text", help="how to report (default: text, for people)"
    )
    check.add_argument("--statistics", action="store_true", help="print how often each rule found something")
    check.add_argument(
        "--fail-on",
        choices=(*LEVELS, "never"),
        default="warning",
        help="exit with 1 where there are findings of this severity or above (default: warning)",
    )
    check.add_argument("--exit-zero", action="store_true", help="exit with 0 whatever is found, as --fail-on never")
