"""What was found in a file as a text of JSON, and back.

JSON and not pickle: what a text says may be wrong, but reading it runs nothing.
"""

from __future__ import annotations

import json
from dataclasses import fields
from typing import Any

from nanproof.findings.finding import Severity
from nanproof.fixes.fix import Applicability
from nanproof.names.basis import Basis
from nanproof.printed.record import Edit, Location, Record, Remedy, Step, Stretch

_NO_SUCH_TEXT = (ValueError, TypeError, LookupError, RecursionError)


def written(records: tuple[Record, ...], basis: Basis) -> str:
    """Return what was found, and what it rests on, as one line of ASCII."""
    return json.dumps([_plain(records), _plain(basis)], separators=(",", ":"))


def read_basis(text: str) -> Basis | None:
    """Return what was rested on, None where the text is none that `written` returns."""
    try:
        imports, packages, files, callers, is_endless = json.loads(text)[1]
        return Basis(
            tuple(((module, level, folder), path) for (module, level, folder), path in imports),
            tuple((package, is_own) for package, is_own in packages),
            tuple((path, digest) for path, digest in files),
            tuple((name, tuple(paths)) for name, paths in callers),
            is_endless,
        )
    except _NO_SUCH_TEXT:
        return None


def read_records(text: str) -> tuple[Record, ...] | None:
    """Return what was found, None where the text is none that `written` returns."""
    try:
        return tuple(map(_record, json.loads(text)[0]))
    except _NO_SUCH_TEXT:
        return None


def _plain(value: Any) -> Any:
    """Return a value of tuples: the fields of a data class in their order, the value of an enumeration's member."""
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    if isinstance(value, Severity | Applicability):
        return value.value
    if hasattr(value, "__dataclass_fields__"):
        return [_plain(getattr(value, each.name)) for each in fields(value)]
    return value


def _record(plain: list[Any]) -> Record:
    code, name, severity, message, stretch, source, operation, operand, value, steps, remedies, url, about = plain
    return Record(
        code,
        name,
        Severity(severity),
        message,
        _stretch(stretch),
        source,
        operation,
        operand,
        value,
        tuple(Step(said, _stretch(where)) for said, where in steps),
        tuple(map(_remedy, remedies)),
        url,
        (about[0], Severity(about[1])) if about is not None else None,
    )


def _stretch(plain: list[Any]) -> Stretch:
    filename, start, end, line, cell = plain
    return Stretch(filename, Location(*start), Location(*end), line, cell)


def _remedy(plain: list[Any]) -> Remedy:
    title, reason, result, applicability, preferred, suppresses, edits, lead = plain
    edited = tuple(Edit(content, Location(*start), Location(*end), cell) for content, start, end, cell in edits)
    return Remedy(title, reason, result, Applicability(applicability), preferred, suppresses, edited, lead)
