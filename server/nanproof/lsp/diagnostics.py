"""Findings as the client shows them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from lsprotocol import types

from nanproof.lsp.client import Client
from nanproof.lsp.documents import OpenDocument
from nanproof.lsp.encoding import to_range
from nanproof.lsp.proposal import propose, to_data
from nanproof.lsp.uri import to_uri
from nanproof.rules.finding import Finding, Place, Severity
from nanproof.source.reader import path_key

if TYPE_CHECKING:
    from nanproof.analysis import Diagnosis

SOURCE = "nanproof"

_SEVERITIES = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.INFORMATION: types.DiagnosticSeverity.Information,
    Severity.HINT: types.DiagnosticSeverity.Hint,
}


def to_diagnostics(
    diagnoses: Sequence[Diagnosis], opened: OpenDocument, open_uris: Mapping[str, str], client: Client
) -> tuple[types.Diagnostic, ...]:
    """Convert what was found in a document.

    `open_uris` holds the client's own URIs of the open documents by `path_key`, to name other files by.
    """
    lines, encoding = opened.document.lines, client.encoding
    return tuple(
        types.Diagnostic(
            range=to_range(diagnosis.finding.span, lines, encoding),
            message=_first_lines(diagnosis.finding.message),
            severity=_SEVERITIES[diagnosis.finding.severity],
            code=diagnosis.finding.code,
            code_description=_code_description(diagnosis.finding, client),
            source=SOURCE,
            related_information=_related(diagnosis.finding, opened.document.path, open_uris, client),
            data=to_data(propose(diagnosis.fixes, opened.version, lines, encoding)),
        )
        for diagnosis in diagnoses
    )


def _first_lines(message: str) -> str:
    return "\n".join(message.split("\n")[:2])


def _code_description(finding: Finding, client: Client) -> types.CodeDescription | None:
    return types.CodeDescription(finding.url) if finding.url and client.shows_code_description else None


def _related(
    finding: Finding, path: str, open_uris: Mapping[str, str], client: Client
) -> list[types.DiagnosticRelatedInformation] | None:
    """Return the way to a finding, without the steps that stand where the finding itself stands."""
    if not client.shows_related_information:
        return None
    return [
        types.DiagnosticRelatedInformation(_location(reason.place, open_uris, client), reason.message)
        for reason in finding.reasons
        if (reason.place.document.path, reason.place.span) != (path, finding.span)
    ]


def _location(place: Place, open_uris: Mapping[str, str], client: Client) -> types.Location:
    path = place.document.path
    uri = open_uris.get(path_key(path)) or to_uri(path)
    return types.Location(uri, to_range(place.span, place.document.lines, client.encoding))
