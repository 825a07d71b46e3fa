"""From what was found in a notebook's program to its cells: places, and edits that never cross them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

import attrs
from lsprotocol import types

from nanproof.lsp.encoding import from_range, to_range, to_span
from nanproof.lsp.notebooks import OpenCell, OpenNotebook
from nanproof.lsp.proposal import PlacedEdits, Proposal, Proposals, propose
from nanproof.lsp.remote import difference
from nanproof.lsp.wire import Mended, Repair, Stretch
from nanproof.source.document import encode
from nanproof.source.edited_cells import UnwritableCellError, edited_cells, with_edit
from nanproof.source.positions import Encoding
from nanproof.source.span import TextEdit


def by_cell(
    notebook: OpenNotebook, found: Iterable[types.Diagnostic]
) -> list[tuple[OpenCell, Sequence[types.Diagnostic]]]:
    """Return what was found in the program for each of its cells, in which there may be nothing."""
    parts: dict[str, list[types.Diagnostic]] = {}
    for diagnostic in found if notebook.python else ():
        cell, stretch = notebook.place(from_range(diagnostic.range))
        parts.setdefault(cell.uri, []).append(attrs.evolve(diagnostic, range=to_range(stretch)))
    return [(cell, tuple(parts.get(cell.uri, ()))) for cell in notebook.python]


def propose_in_cells(repairs: Sequence[Repair], notebook: OpenNotebook, encoding: Encoding) -> Proposals:
    """Convert the repairs of a finding of the program: those whose edits each stay in one cell, and can be written."""
    proposals = propose(repairs, notebook.program.version)
    placed = (_placed(proposal, notebook, encoding) for proposal in proposals.fixes)
    return replace(proposals, fixes=tuple(each for each in placed if each is not None))


def _placed(proposal: Proposal, notebook: OpenNotebook, encoding: Encoding) -> Proposal | None:
    edits: dict[str, list[types.TextEdit]] = {}
    lines = notebook.program.document.lines
    for edit in proposal.edits:
        span = to_span(edit.range, lines, encoding)
        try:
            sources = with_edit(notebook.layout, TextEdit(span, edit.new_text))
        except UnwritableCellError:
            return None
        for number, source in sources.items():
            cell = notebook.python[number - 1]
            edits.setdefault(cell.uri, []).append(_edit(cell, source, encoding))
    versions = {cell.uri: cell.version for cell in notebook.python}
    cells = tuple(PlacedEdits(uri, versions[uri], tuple(each)) for uri, each in edits.items())
    return replace(proposal, edits=(), cells=cells)


def mended_cells(notebook: OpenNotebook, mended: Mended, encoding: Encoding) -> list[PlacedEdits]:
    """Return the edits of the cells that make their program another; none where they cannot be written."""
    if not mended.program:
        return []
    try:
        sources = edited_cells(notebook.layout, mended.program, mended.borders)
    except UnwritableCellError:
        return []
    cells = ((notebook.python[number - 1], source) for number, source in sources.items())
    return [PlacedEdits(cell.uri, cell.version, (_edit(cell, source, encoding),)) for cell, source in cells]


def _edit(cell: OpenCell, source: str, encoding: Encoding) -> types.TextEdit:
    change, lines = difference(cell.document.data, encode(source)), cell.document.lines
    start, end = lines.position(change.span.start, encoding), lines.position(change.span.end, encoding)
    return types.TextEdit(to_range(Stretch(start, end)), change.text)
