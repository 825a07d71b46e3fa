"""Who writes which format."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from nanproof.cli.formats.concise import as_concise
from nanproof.cli.formats.github import as_github
from nanproof.cli.formats.gitlab import as_gitlab
from nanproof.cli.formats.json_lines import as_json_lines
from nanproof.cli.formats.junit import as_junit
from nanproof.cli.formats.output_format import OutputFormat
from nanproof.cli.shards import Shard
from nanproof.printed.objects import as_json
from nanproof.printed.record import Record


def for_programs(output_format: OutputFormat, records: Sequence[Record], shard: Shard | None = None) -> str:
    """Return the findings, of all files or of a shard, in any format but the one for people, ready to be printed."""
    match output_format:
        case OutputFormat.CONCISE | OutputFormat.TEXT:
            return _lines(as_concise(records))
        case OutputFormat.GITHUB:
            return _lines(as_github(records))
        case OutputFormat.JSON_LINES:
            return _lines(as_json_lines(records))
        case OutputFormat.GITLAB:
            return as_gitlab(records) + "\n"
        case OutputFormat.JUNIT:
            return as_junit(records) + "\n"
        case OutputFormat.SARIF:
            from nanproof.cli.formats.sarif import as_sarif  # loads the rules

            return as_sarif(records, shard) + "\n"
        case OutputFormat.JSON:
            return as_json(records) + "\n"


def _lines(lines: Iterable[str]) -> str:
    return "".join(f"{line}\n" for line in lines)
