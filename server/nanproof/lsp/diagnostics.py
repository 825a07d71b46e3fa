"""Findings as the client shows them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

import attrs
from lsprotocol import types

from nanproof.configuration.selection import Selection
from nanproof.findings.finding import Severity
from nanproof.lsp.client import Client
from nanproof.lsp.encoding import to_range
from nanproof.lsp.proposal import Proposals, to_data
from nanproof.lsp.wire import Repair, Report, Stretch
from nanproof.watchdog import MOST_NAMED, Limits, stopped_after

SOURCE = "nanproof"

_SEVERITIES = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.INFORMATION: types.DiagnosticSeverity.Information,
    Severity.HINT: types.DiagnosticSeverity.Hint,
}


# The client's name for a place in a file.
Locate = Callable[[str, Stretch], types.Location]
# Repairs as they are offered in one version of a text.
Propose = Callable[[Sequence[Repair]], Proposals]


def to_diagnostics(
    reports: Sequence[Report], path: str, locate: Locate, propose: Propose, client: Client
) -> tuple[types.Diagnostic, ...]:
    """Convert what was found in the document at a path."""
    return tuple(
        types.Diagnostic(
            range=to_range(report.stretch),
            message=_first_lines(report.message),
            severity=_SEVERITIES[report.severity],
            code=report.code,
            code_description=_code_description(report, client),
            source=SOURCE,
            tags=[types.DiagnosticTag.Unnecessary] if report.is_unnecessary and client.fades_unnecessary else None,
            related_information=_related(report, path, locate, client),
            data=to_data(propose(report.repairs)),
        )
        for report in reports
    )


def sendable(found: Sequence[types.Diagnostic], client: Client) -> Sequence[types.Diagnostic]:
    """Return diagnostics as a client takes them, which need not send their `data` back."""
    if client.returns_diagnostic_data:
        return found
    return tuple(attrs.evolve(diagnostic, data=None) for diagnostic in found)


def asked_for(reports: Iterable[Report], selection: Selection) -> tuple[Report, ...]:
    """Return the findings that a person wants to see, with the severities that are wanted."""
    return tuple(
        replace(report, severity=selection.severity(report.code, report.severity))
        for report in reports
        if selection.shows(report.code, report.severity, report.about)
    )


def not_asked_for(reports: Iterable[Report], selection: Selection) -> tuple[Report, ...]:
    """Return the other findings, with the repairs that a person may want all the same."""
    return tuple(
        replace(report, repairs=tuple(each for each in report.repairs if not each.silences))
        for report in reports
        if not selection.shows(report.code, report.severity, report.about)
    )


def of_unseen(unseen: Sequence[tuple[int, int]], limits: Limits) -> tuple[types.Diagnostic, ...]:
    """Say of stretches of lines, counted from 1, that they were not looked at: silence there proves nothing."""
    told = [[each] for each in unseen] if len(unseen) <= MOST_NAMED else [unseen]
    return tuple(
        types.Diagnostic(
            range=types.Range(types.Position(lines[0][0] - 1, 0), types.Position(lines[0][0] - 1, 0)),
            message=f"{stopped_after(limits, lines)}. Saving the file tries again.",
            severity=types.DiagnosticSeverity.Information,
            source=SOURCE,
        )
        for lines in told
    )


def _first_lines(message: str) -> str:
    return "\n".join(message.split("\n")[:2])


def _code_description(report: Report, client: Client) -> types.CodeDescription | None:
    return types.CodeDescription(report.url) if report.url and client.shows_code_description else None


def _related(
    report: Report, path: str, locate: Locate, client: Client
) -> list[types.DiagnosticRelatedInformation] | None:
    if not client.shows_related_information:
        return None
    return [
        types.DiagnosticRelatedInformation(locate(step.path, step.stretch), step.message) for step in report.way(path)
    ]
