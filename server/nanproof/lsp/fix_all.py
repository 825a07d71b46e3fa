"""All safe fixes of a document in one action, `source.fixAll.nanproof`, put together from what was published.

A plain `source.fixAll` comes from people who save with another tool in mind: it rewrites no loss unless that is wished.
In a notebook each cell is asked for itself, in parallel, and imports would be inserted twice (ruff#16154): there it is
the kinds for notebooks that count, `notebook.source.fixAll.nanproof`, which editors ask for once.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from lsprotocol import types

from nanproof.lsp.proposal import PlacedEdits, Proposal, from_data

KIND = "source.fixAll.nanproof"
NOTEBOOK_KIND = f"notebook.{KIND}"
TITLE = "nanproof: apply all safe fixes"
# The cells of a client that synchronises no notebooks, and opens each as a document.
CELLS = "vscode-notebook-cell:"
# As in the terminal: what is only information is not changed without being looked at.
_EVIDENT = (types.DiagnosticSeverity.Error, types.DiagnosticSeverity.Warning)


def kind_asked_for(context: types.CodeActionContext, *, is_cell: bool, fixes_all: bool) -> str | None:
    """Return the kind of this action that a client asks for, by its name or that of a kind above it, if it does.

    What stands above is asked for by a person who opens a menu; what comes by itself, with a save, must name the kind.
    """
    kind = NOTEBOOK_KIND if is_cell else KIND
    asked = {str(each.value) if isinstance(each, types.CodeActionKind) else each for each in context.only or ()}
    if kind in asked or (fixes_all and kind.rpartition(".")[0] in asked):
        return kind
    by_hand = context.trigger_kind is not types.CodeActionTriggerKind.Automatic
    return kind if by_hand and asked & {"", kind.partition(".fixAll")[0]} else None


def all_edits(uri: str, version: int, published: Iterable[types.Diagnostic]) -> list[PlacedEdits]:
    """Return the edits of the automatic fixes that can be applied together to the text at `version`."""
    taken: dict[str, list[types.TextEdit]] = {}
    versions: dict[str, int | None] = {}
    bound: dict[str, int | None] = {}
    for proposal in automatic(version, published):
        places = proposal.places(uri, version)
        new = {each.uri: [edit for edit in each.edits if edit not in taken.get(each.uri, ())] for each in places}
        if any(_overlap(edit, other) for at, edits in new.items() for edit in edits for other in taken.get(at, ())):
            continue
        name, bound_at = proposal.introduces, proposal.bound_at
        if bound_at is not None and bound.get(name, bound_at) != bound_at:
            continue  # it binds that name for another value, and finds another name once this one stands there
        bound |= {name: bound_at} if name else {}
        versions |= {each.uri: each.version for each in places}
        for at, edits in new.items():
            taken.setdefault(at, []).extend(edits)
    return [PlacedEdits(at, versions[at], _in_order(edits)) for at, edits in taken.items() if edits]


def _in_order(edits: Sequence[types.TextEdit]) -> tuple[types.TextEdit, ...]:
    return tuple(sorted(edits, key=lambda edit: _place(edit.range.start)))


def automatic(version: int, published: Iterable[types.Diagnostic]) -> list[Proposal]:
    """Return the fixes of the text at `version` that may be applied without asking."""
    found: list[Proposal] = []
    for diagnostic in published:
        proposals = from_data(diagnostic.data) if is_evident(diagnostic) else None
        if proposals is not None and proposals.version == version:
            found += (each for each in proposals.fixes if each.automatic)
    return found


def is_evident(diagnostic: types.Diagnostic) -> bool:
    """Say whether what is told is mended without being looked at."""
    return diagnostic.severity in _EVIDENT


def _overlap(one: types.TextEdit, other: types.TextEdit) -> bool:
    """Say whether two edits touch the same text; of two at one place nobody can say which comes first."""
    first, second = one.range, other.range
    if first.start == second.start:
        return True
    return _place(first.start) < _place(second.end) and _place(second.start) < _place(first.end)


def _place(position: types.Position) -> tuple[int, int]:
    return position.line, position.character
