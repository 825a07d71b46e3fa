"""The command line: who answers which command, and the exit code whatever happens."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from nanproof.cli.arguments import FIRST_STEPS, STDIN, command_line, parsed
from nanproof.cli.output import LostReportError, complain, prepare, say
from nanproof.files.paths import absolute
from nanproof.files.problem import failure

if TYPE_CHECKING:
    from nanproof.cli.check import Request
    from nanproof.cli.configured import Configurations
    from nanproof.releases import Releases

FAILED = 2
INTERRUPTED = 130
_STDIN_NAME = "stdin.py"
_WITHOUT_MCP = "the Model Context Protocol needs a package that is not installed: pip install 'mcp>=2.3,<3'"
_BETWEEN = re.compile("[\0\n]")


class _UsageError(Exception):
    """A command line that makes no sense; the text says why."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run nanproof and return the exit code."""
    prepare()
    try:
        return _run(parsed(arguments))
    except KeyboardInterrupt:
        return INTERRUPTED
    except _UsageError as error:
        complain(str(error))
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


def _run(asked: argparse.Namespace | None) -> int:
    if asked is None:
        say(FIRST_STEPS)
        return 0
    # Each command imports what it needs when it is asked for: `check` must not wait for the language server.
    match asked.command:
        case "check":
            return _check(asked)
        case "explain":
            from nanproof.cli.explain import explain

            return explain(asked.rules, as_json=asked.output_format == "json")
        case "reveal":
            from nanproof.cli.reveal import reveal

            return reveal(asked.place, asked.config, isolated=asked.isolated)
        case "suspects" | "trace":
            return _explain_nan(asked)
        case "catalog":
            from nanproof.cli.catalog import catalog

            return catalog(asked.operation, as_json=asked.output_format == "json")
        case "config":
            from nanproof.cli.config import config

            return config(asked.file, asked.config, isolated=asked.isolated, schema=asked.schema)
        case "completion":
            from nanproof.cli.completion import completion

            return completion(command_line(), asked.shell)
        case "clean":
            from nanproof.cli.clean import clean

            return clean()
        case "mcp":
            try:
                from nanproof.cli.model_context import serve
            except ImportError as error:
                raise _UsageError(_WITHOUT_MCP) from error

            return serve()
        case _:
            from nanproof.lsp.start import run

            return run(asked.tcp)


def _explain_nan(asked: argparse.Namespace) -> int:
    """Answer who has a NaN now: from the program, or from the log that tells of it."""
    as_json = asked.output_format == "json"
    if asked.command == "trace":
        from nanproof.cli.trace import trace

        return trace(asked.log, asked.entries, asked.config, isolated=asked.isolated, as_json=as_json)
    from nanproof.cli.suspects import suspects

    return suspects(asked.entries, asked.config, isolated=asked.isolated, as_program=as_json, all_=asked.all)


def _check(asked: argparse.Namespace) -> int:
    if asked.watch:
        from nanproof.cli.watch import watch

        watch(_request(asked))
    from nanproof.cli.check import check

    return check(_request(asked))


def _request(asked: argparse.Namespace) -> Request:
    from nanproof.cache.folder import cache_folder
    from nanproof.cli.check import Request
    from nanproof.cli.formats.output_format import OutputFormat
    from nanproof.findings.finding import Severity

    is_stdin = asked.paths == [STDIN]
    return Request(
        _paths(asked),
        OutputFormat(asked.output_format),
        _configurations(asked),
        asked.fix,
        Severity(asked.level or "warning"),
        asked.unsafe_fixes,
        asked.diff,
        fail_on=None if asked.exit_zero or asked.fail_on == "never" else Severity(asked.fail_on),
        statistics=asked.statistics,
        write_baseline=asked.write_baseline,
        since=asked.since,
        text=sys.stdin.buffer.read() if is_stdin else None,
        jobs=asked.jobs,
        shard=asked.shard,
        cache=None if asked.no_cache else cache_folder(),
    )


def _configurations(asked: argparse.Namespace) -> Configurations:
    """Return where the configuration of each file comes from; raises _UsageError."""
    from nanproof.cli.configured import ConfigurationError, Configurations
    from nanproof.configuration.reading import Layer

    try:
        return Configurations(Layer("command line", "", _set_by(asked)), asked.config, isolated=asked.isolated)
    except ConfigurationError as error:
        raise _UsageError(str(error)) from error


def _set_by(asked: argparse.Namespace) -> dict[str, object]:
    """Return what the options of a command line set, by key."""
    from nanproof.configuration.keys import KEYS
    from nanproof.configuration.kinds import FaultError

    releases, faults = _releases(asked.versions)
    if faults:
        raise _UsageError(f"argument --versions: {faults[0]}")
    values: dict[str, object] = {"versions": releases} if asked.versions else {}
    if asked.baseline:
        values["baseline"] = absolute(asked.baseline)
    for key in ("level", "prefer", "seconds-per-file"):
        given = getattr(asked, key.replace("-", "_"))
        if given is not None:
            values[key] = given
    for key in ("select", "ignore"):
        for name in (f"extend-{key}", key):
            given = getattr(asked, name.replace("-", "_"))
            words = [word for each in given for word in each.split(",") if word.strip()]
            try:
                read = KEYS[name].kind.read(words)
            except FaultError as error:
                raise _UsageError(f"{error}; nanproof explain RULE explains them") from error
            if given:
                values[name] = read
        if key in values:  # what a file adds to its own rules is not added to those of the command line
            values.setdefault(f"extend-{key}", ())
    return values


def _paths(asked: argparse.Namespace) -> list[str]:
    if asked.paths == [STDIN]:
        return [asked.stdin_filename or _STDIN_NAME]
    if asked.files_from is None:
        return asked.paths or ["."]
    listed = sys.stdin.read() if asked.files_from == STDIN else Path(asked.files_from).read_text("utf-8")
    return [line for each in _BETWEEN.split(listed) if (line := each.removesuffix("\r"))]


def _releases(versions: Sequence[str]) -> tuple[Releases, tuple[str, ...]]:
    from nanproof.releases import named_in, read

    return read(pair for text in versions for pair in named_in(text))
