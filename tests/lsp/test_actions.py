"""Code actions: what is offered, to whom, and what is not."""

from __future__ import annotations

from dataclasses import replace

import pytest
from lsprotocol import types

from nanproof.fixes.fix import Applicability, Fix
from nanproof.lsp.actions import Asked, code_actions
from nanproof.lsp.client import Client
from nanproof.lsp.proposal import from_data, propose, to_data
from nanproof.lsp.report import repairs_of
from nanproof.source.document import Document
from nanproof.source.positions import Encoding
from nanproof.source.span import Span, TextEdit

URI = "file:///c%3A/a.py"
DOCUMENT = Document.from_text("/a.py", "'😀' and log(x)\n")
CLIENT = Client(
    returns_diagnostic_data=True,
    accepts_code_actions=True,
    accepts_preferred=True,
    accepts_versioned_edits=True,
)
RANGE = types.Range(types.Position(0, 9), types.Position(0, 15))


def fix(title: str, applicability: Applicability = Applicability.SAFE, *, preferred: bool = False) -> Fix:
    return Fix(title, "because", "", applicability, (TextEdit(Span(15, 16), "clip(x)"),), preferred)


FIXES = (
    fix("Mask it", preferred=True),
    replace(fix("Rewrite it", Applicability.UNSAFE), edits=(TextEdit(Span(15, 16), "other(x)"),)),
    fix("Only shown", Applicability.DISPLAY),
    replace(fix("Nothing to do"), edits=()),
)


def diagnostic(data: object, source: str = "nanproof") -> types.Diagnostic:
    return types.Diagnostic(RANGE, "message", source=source, code="NAN101", data=data)


def carried(version: int = 7, encoding: Encoding = Encoding.UTF16) -> object:
    return to_data(propose(repairs_of(FIXES, DOCUMENT.lines, encoding), version))


def ask(
    *diagnostics: types.Diagnostic,
    only: list[str] | None = None,
    version: int = 7,
    published: tuple[types.Diagnostic, ...] = (),
    client: Client = CLIENT,
) -> list[types.CodeAction]:
    context = types.CodeActionContext(diagnostics, only)
    params = types.CodeActionParams(types.TextDocumentIdentifier(URI), RANGE, context)
    return code_actions(params, Asked(version, published, published), client)


def test_what_can_be_applied_is_offered_with_one_of_it_preferred() -> None:
    sent = diagnostic(carried())
    mask, rewrite = ask(sent)
    assert (mask.title, mask.kind, mask.is_preferred) == ("Mask it", types.CodeActionKind.QuickFix, True)
    assert (rewrite.title, rewrite.is_preferred) == ("Rewrite it (unsafe)", None)
    assert mask.diagnostics == [diagnostic(None)], "what names it, and nothing of what it carries"
    stretch = types.Range(types.Position(0, 13), types.Position(0, 14))
    assert mask.edit == types.WorkspaceEdit(
        document_changes=[
            types.TextDocumentEdit(
                types.OptionalVersionedTextDocumentIdentifier(URI, 7), [types.TextEdit(stretch, "clip(x)")]
            )
        ]
    )


SOURCE = "tf.math.log(tf.clip_by_value(" + "a_very_long_name.of_something" * 10 + ", 1e-10, 1.0))"
BRIEF = "tf.math.log(tf.clip_by_value(a_very_lon…ething, 1e-10, 1.0))"


@pytest.mark.parametrize(
    ("title", "result", "applicability", "shown"),
    [
        ("Mask the operand: log(x)", "log(x)", Applicability.SAFE, "Mask the operand: log(x)"),
        (f"Mask the operand: {SOURCE}", SOURCE, Applicability.SAFE, f"Mask the operand: {BRIEF}"),
        (f"Mask the operand: {SOURCE}", "other", Applicability.SAFE, f"Mask the operand: {BRIEF}"),
        (
            f"Mask the operand: {SOURCE} (if x is in [0, 1])",
            SOURCE,
            Applicability.UNSAFE,
            f"Mask the operand: {BRIEF} (if x is in [0, 1]) (unsafe)",
        ),
        ("Unsafe: log(x)", "log(x)", Applicability.UNSAFE, "Unsafe: log(x)"),
        ("Use: unsafe(x)", "unsafe(x)", Applicability.UNSAFE, "Use: unsafe(x) (unsafe)"),
        ("Use: f(\n    '\u202e\x1b')", "f(\n    '\u202e\x1b')", Applicability.SAFE, "Use: f('\ufffd␛')"),
        ("Suppress NAN101 on this line", "# nanproof: ignore", Applicability.SAFE, "Suppress NAN101 on this line"),
    ],
)
def test_a_title_fits_a_menu(title: str, result: str, applicability: Applicability, shown: str) -> None:
    made = replace(fix(title, applicability), result=result)
    (proposal,) = propose(repairs_of([made], DOCUMENT.lines, Encoding.UTF16), 7).fixes
    assert proposal.title == shown


def test_a_client_is_sent_no_more_than_it_understands() -> None:
    sent = diagnostic(carried())
    assert ask(sent, client=replace(CLIENT, accepts_code_actions=False)) == []
    plain = ask(sent, client=replace(CLIENT, accepts_preferred=False, accepts_versioned_edits=False))[0]
    assert plain.is_preferred is None
    assert plain.edit is not None
    assert plain.edit.document_changes is None
    assert list(plain.edit.changes or {}) == [URI]


@pytest.mark.parametrize(
    ("only", "offered"),
    [(None, True), (["quickfix"], True), ([""], True), (["source.organizeImports", "refactor"], False), ([], False)],
)
def test_the_kinds_asked_for_are_respected(only: list[str] | None, offered: bool) -> None:
    assert bool(ask(diagnostic(carried()), only=only)) is offered


def test_an_edit_that_mends_two_findings_is_offered_once() -> None:
    alike = replace(fix("Clip it"), preferred=False)
    first = diagnostic(to_data(propose(repairs_of([alike, FIXES[1]], DOCUMENT.lines, Encoding.UTF16), 7)))
    second = diagnostic(to_data(propose(repairs_of([FIXES[0]], DOCUMENT.lines, Encoding.UTF16), 7)))
    second.message = "another"
    both, other = ask(first, second)
    assert [each.message for each in both.diagnostics or ()] == ["message", "another"]
    assert [each.message for each in other.diagnostics or ()] == ["message"]
    assert (both.is_preferred, other.is_preferred) == (True, None)


def test_edits_of_another_version_are_not_offered() -> None:
    assert ask(diagnostic(carried(version=6))) == []
    assert ask(diagnostic(None), published=(diagnostic(carried(version=6)),)) == []


def test_a_client_that_drops_data_is_answered_from_what_was_published() -> None:
    elsewhere = replace_range(diagnostic(carried()), types.Range(types.Position(5, 0), types.Position(5, 1)))
    assert len(ask(diagnostic(None), published=(elsewhere, diagnostic(carried())))) == 2
    assert ask(diagnostic(None), published=(elsewhere,)) == []


def replace_range(found: types.Diagnostic, stretch: types.Range) -> types.Diagnostic:
    return types.Diagnostic(stretch, found.message, source=found.source, code=found.code, data=found.data)


def test_other_tools_diagnostics_are_left_alone() -> None:
    assert ask(diagnostic(carried(), source="ruff")) == []


@pytest.mark.parametrize(
    "data",
    [
        5,
        "fixes",
        [],
        {},
        {"version": 7},
        {"version": "x", "fixes": []},
        {"version": 7, "fixes": [{"title": "x"}]},
    ],
)
def test_data_that_is_not_ours_offers_nothing(data: object) -> None:
    assert from_data(data) is None
    assert ask(diagnostic(data)) == []


@pytest.mark.parametrize(("encoding", "column"), [("utf-8", 15), ("utf-16", 13), ("utf-32", 12)])
def test_edits_are_in_the_clients_units(encoding: str, column: int) -> None:
    proposals = from_data(carried(encoding=Encoding(encoding)))
    assert proposals is not None
    assert proposals.fixes[0].edits[0].range.start.character == column


def warned(
    *edits: tuple[int, int, str],
    severity: types.DiagnosticSeverity = types.DiagnosticSeverity.Warning,
    version: int = 7,
    applicability: Applicability = Applicability.SAFE,
) -> types.Diagnostic:
    """Return a diagnostic whose fix makes some edits of the document's one line."""
    made = tuple(TextEdit(Span(start, end), text) for start, end, text in edits)
    data = to_data(
        propose(
            repairs_of([Fix("f", "r", "", applicability, made, preferred=True)], DOCUMENT.lines, Encoding.UTF8), version
        )
    )
    return types.Diagnostic(RANGE, "message", severity=severity, source="nanproof", code="NAN101", data=data)


BY_HAND, ON_SAVE = types.CodeActionTriggerKind.Invoked, types.CodeActionTriggerKind.Automatic


def texts(
    *published: types.Diagnostic,
    only: str = "source.fixAll.nanproof",
    uri: str = URI,
    trigger: types.CodeActionTriggerKind | None = None,
    fixes_all: bool = False,
    is_cell: bool = False,
) -> list[str]:
    """Return what the edits of the one action write, in their order."""
    context = types.CodeActionContext([], [only], trigger)
    params = types.CodeActionParams(types.TextDocumentIdentifier(uri), RANGE, context)
    asked = Asked(7, published, published, is_cell=is_cell, fixes_all=fixes_all)
    actions = code_actions(params, asked, CLIENT)
    assert [action.kind for action in actions] in ([], [f"{'notebook.' * is_cell}source.fixAll.nanproof"])
    edit = actions[0].edit if actions else None
    changes = [each for each in edit.document_changes or () if isinstance(each, types.TextDocumentEdit)] if edit else []
    written = [each for change in changes for each in change.edits]
    return [each.new_text for each in written if isinstance(each, types.TextEdit)]


@pytest.mark.parametrize("only", ["source", "source.fixAll.nanproof", ""])
def test_all_safe_fixes_in_one_action(only: str) -> None:
    assert texts(warned((15, 16, "b")), warned((11, 14, "a")), only=only) == ["a", "b"]


@pytest.mark.parametrize("trigger", [None, BY_HAND, ON_SAVE])
def test_a_save_that_is_set_for_another_tool_rewrites_nothing(trigger: types.CodeActionTriggerKind | None) -> None:
    found = warned((15, 16, "b"))
    assert texts(found, only="source.fixAll", trigger=trigger) == []
    assert texts(found, only="source.fixAll", trigger=trigger, fixes_all=True) == ["b"]
    assert texts(found, only="source.fixAll.nanproof", trigger=trigger) == ["b"]
    assert texts(found, only="source", trigger=trigger) == ([] if trigger is ON_SAVE else ["b"])


def test_a_notebook_is_fixed_as_a_whole_and_not_cell_by_cell() -> None:
    found = warned((15, 16, "b"))
    assert texts(found, only="notebook.source.fixAll.nanproof", is_cell=True) == ["b"]
    assert texts(found, only="notebook.source.fixAll", is_cell=True) == []
    assert texts(found, only="notebook.source.fixAll", is_cell=True, fixes_all=True) == ["b"]
    assert texts(found, only="source.fixAll.nanproof", is_cell=True) == []
    assert texts(found, only="notebook.source.fixAll.nanproof") == []


@pytest.mark.parametrize("only", ["source.fixAll.ruff", "source.organizeImports", "sourc", "quickfix"])
def test_other_kinds_get_none_of_it(only: str) -> None:
    assert texts(warned((15, 16, "b")), only=only) == []


def test_edits_of_one_action_never_overlap_and_are_made_once() -> None:
    outer, inner = warned((11, 17, "outer")), warned((15, 16, "inner"))
    assert texts(outer, inner) == ["outer"]
    assert texts(inner, outer) == ["inner"]
    assert texts(warned((0, 0, "import"), (11, 14, "a")), warned((0, 0, "import"), (15, 16, "b"))) == [
        "import",
        "a",
        "b",
    ]


def test_what_is_not_applied_without_asking() -> None:
    assert texts(warned((15, 16, "b"), applicability=Applicability.UNSAFE)) == []
    assert texts(warned((15, 16, "b"), severity=types.DiagnosticSeverity.Information)) == []
    assert texts(warned((15, 16, "b"), version=6)) == []
    assert texts(warned((15, 16, "b")), uri="vscode-notebook-cell:/a.ipynb#1") == []


def test_suppressions_are_not_applied_to_all() -> None:
    silences = replace(fix("Suppress"), suppresses=True)
    data = to_data(propose(repairs_of([silences], DOCUMENT.lines, Encoding.UTF8), 7))
    silent = types.Diagnostic(RANGE, "m", severity=types.DiagnosticSeverity.Warning, source="nanproof", data=data)
    assert texts(silent) == []


def test_an_epsilon_is_a_placeholder_where_the_client_takes_snippets() -> None:
    edits = (TextEdit(Span(15, 15), "("), TextEdit(Span(16, 16), " + '$\\}' + 1e-8)"))
    data = to_data(
        propose(repairs_of([replace(FIXES[1], edits=edits, placeholder="1e-8")], DOCUMENT.lines, Encoding.UTF16), 7)
    )
    for client, last in (
        (CLIENT, types.TextEdit(at(14), " + '$\\}' + 1e-8)")),
        (
            replace(CLIENT, takes_snippets=True),
            types.SnippetTextEdit(at(14), types.StringValue(r" + '\$\\\}' + ${1:1e-8})")),
        ),
    ):
        (action,) = ask(diagnostic(data), client=client)
        assert action.edit is not None
        (change,) = action.edit.document_changes or ()
        assert isinstance(change, types.TextDocumentEdit)
        assert list(change.edits) == [types.TextEdit(at(13), "("), last]


def at(column: int) -> types.Range:
    return types.Range(types.Position(0, column), types.Position(0, column))
