"""Findings as SARIF 2.1.0, which code hosts and editors read: with the chain as a code flow, and the fixes.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html, and what GitHub asks of it:
https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from urllib.parse import quote

from nanproof import __version__
from nanproof.cli.shards import Shard
from nanproof.findings.finding import Severity
from nanproof.findings.rule import Rule
from nanproof.printed.fingerprints import unique_fingerprints
from nanproof.printed.paths import relative
from nanproof.printed.record import Location, Record, Remedy, Stretch
from nanproof.rules.registry import RULES

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
# What paths are relative to: the folder that nanproof was started in.
_ROOT = "SRCROOT"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning"}

Object = dict[str, object]


def as_sarif(records: Sequence[Record], shard: Shard | None = None) -> str:
    """Return one run, with all rules and the findings."""
    marks = unique_fingerprints((relative(each.stretch.filename), each.mark) for each in records)
    codes = list(RULES)
    run: Object = {
        "tool": {
            "driver": {"name": "nanproof", "version": __version__, "rules": [_rule(each) for each in RULES.values()]}
        },
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_ROOT: {"uri": f"{Path.cwd().as_uri()}/"}},
        "results": [
            _result(record, codes.index(record.code), mark) for record, mark in zip(records, marks, strict=True)
        ],
    }
    if shard is not None:  # a code host takes a second run of the same category for the first one's newer version
        run["automationDetails"] = {"id": f"nanproof/{shard.number}-of-{shard.count}/"}
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2)


def _rule(rule: Rule) -> Object:
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.name.replace("-", " ")},
        "fullDescription": {"text": rule.section("What it does").split("\n\n")[0].replace("\n", " ")},
        "help": {"text": rule.documentation, "markdown": rule.documentation},
    }


def _result(record: Record, index: int, mark: str) -> Object:
    operation = {"location": {**_location(record.stretch), "message": {"text": record.message}}}
    steps: list[Object] = [
        {"location": {**_location(step.stretch), "message": {"text": step.message}}} for step in record.steps
    ]
    return {
        "ruleId": record.code,
        "ruleIndex": index,
        "level": _LEVELS.get(record.severity, "note"),
        "message": {"text": record.message},
        "locations": [_location(record.stretch)],
        "partialFingerprints": {"nanproof/v1": mark},
        "codeFlows": [{"threadFlows": [{"locations": [*steps, operation]}]}],
        "fixes": list(_fixes(record)),
        "properties": {"operation": record.operation, "operand": record.operand, "value": record.value},
    }


def _location(stretch: Stretch) -> Object:
    artifact = _artifact(stretch.filename)
    if stretch.cell is not None:  # whose rows are not those of the file
        place = f"cell {stretch.cell}:{stretch.start.row}:{stretch.start.column}"
        return {"physicalLocation": {"artifactLocation": artifact}, "logicalLocations": [{"name": place}]}
    physical: Object = {"artifactLocation": artifact, "region": _region(stretch.start, stretch.end)}
    if stretch.end.row == stretch.start.row:
        physical["contextRegion"] = {"startLine": stretch.start.row, "snippet": {"text": stretch.line}}
    return {"physicalLocation": physical}


def _region(start: Location, end: Location) -> Object:
    return {"startLine": start.row, "startColumn": start.column, "endLine": end.row, "endColumn": end.column}


def _artifact(filename: str) -> Object:
    path = relative(filename)
    if Path(path).is_absolute():
        return {"uri": Path(path).as_uri()}
    return {"uri": quote(path.encode("utf-8", "surrogateescape")), "uriBaseId": _ROOT}


def _fixes(record: Record) -> Iterator[Object]:
    """Yield the fixes; none in a notebook, whose file has other rows than its cells."""
    if record.stretch.cell is None:
        yield from (_fix(each, record.stretch.filename) for each in record.remedies if each.edits)


def _fix(remedy: Remedy, filename: str) -> Object:
    replacements = [
        {"deletedRegion": _region(edit.start, edit.end), "insertedContent": {"text": edit.content}}
        for edit in remedy.edits
    ]
    return {
        "description": {"text": remedy.title},
        "artifactChanges": [{"artifactLocation": _artifact(filename), "replacements": replacements}],
        "properties": {"applicability": remedy.applicability.value, "preferred": remedy.preferred},
    }
