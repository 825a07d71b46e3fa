"""Two runs of nanproof over repositories: what is kept, and what is shown of their differences."""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from corpus import main
from repositories.comparison import Kind, compared, levels, shown, table
from repositories.pinned import Repository
from repositories.runs import Diagnostic, Program, Read, RunError, as_json, diagnostic, from_json, read

ROOT = Path(__file__).parents[2]
SAID = Diagnostic("a.py", 3, 5, 3, 17, "NAN101", "warning", "torch.log", "`…` is a softmax", "00")
OTHER = replace(SAID, row=9, end_row=9, code="NAN102", operation="/")


def of(*said: Diagnostic, name: str = "one/lib", commit: str = "a" * 40, notes: tuple[str, ...] = ()) -> tuple[Read]:
    return (Read(name, commit, said, notes),)


def found(root: str = "/somewhere/lib", /, **changes: object) -> dict[str, Any]:
    place = {"row": 3, "column": 5}
    whole: dict[str, Any] = {
        "code": "NAN101",
        "filename": f"{root}/models/a.py",
        "location": place,
        "end_location": {"row": 3, "column": 17},
        "message": "`secret(x)` is a softmax: then ``odd ` secret`` is 0, and log(0) is -inf",
        "operation": "torch.log",
        "severity": "warning",
        "operand": "secret(x)",
        "reason": [{"message": "used here", "filename": f"{root}/models/a.py", "location": place}],
        "fixes": [{"message": "Mask the operand: log(secret(x))"}],
    }
    return {**whole, **changes}


def test_equal_runs_differ_in_nothing() -> None:
    run = of(SAID, OTHER, SAID)
    assert compared(run, run).differences == ()
    assert compared(run, run).troubles == ()


def test_what_is_added_and_what_is_gone() -> None:
    differences = compared(of(SAID), of(OTHER)).differences
    assert [(each.kind, each.before, each.after) for each in differences] == [
        (Kind.GONE, SAID, None),
        (Kind.ADDED, None, OTHER),
    ]


def test_two_findings_at_one_place_are_counted() -> None:
    (one,) = compared(of(SAID, SAID), of(SAID)).differences
    assert one.kind is Kind.GONE


@pytest.mark.parametrize(
    ("now", "told"),
    [
        (replace(SAID, severity="hint"), "hint"),
        (replace(SAID, message="`…` is a sigmoid"), "`…` is a sigmoid"),
        (replace(SAID, digest="01"), "(the same sentence"),
    ],
)
def test_what_is_told_otherwise_at_the_same_place_is_one_difference(now: Diagnostic, told: str) -> None:
    (one,) = compared(of(SAID), of(now)).differences
    assert (one.kind, one.before, one.after) == (Kind.OTHERWISE, SAID, now)
    assert told in shown(one, lambda *_: None)


def test_of_two_at_one_place_the_one_that_is_as_before_is_paired_first() -> None:
    now = replace(SAID, digest="01")
    (one,) = compared(of(SAID), of(now, SAID)).differences
    assert (one.kind, one.after) == (Kind.ADDED, now)


def test_other_commits_and_missing_repositories_are_told_and_not_compared() -> None:
    whole = compared((*of(SAID), *of(SAID, name="two/lib")), of(OTHER, commit="b" * 40))
    assert not whole.differences
    assert [each.partition(" ")[0] for each in whole.troubles] == ["one/lib", "two/lib"]


def test_a_file_that_one_run_did_not_read_to_the_end_is_told() -> None:
    (trouble,) = compared(of(SAID), of(SAID, notes=("a.py: too long",))).troubles
    assert trouble == "one/lib, after: a.py: too long"


def test_the_tables_count_by_rule_and_repository_and_by_severity() -> None:
    before = (*of(SAID), *of(SAID, name="two/lib"))
    after = (*of(replace(SAID, severity="hint")), *of(OTHER, name="two/lib"))
    assert table(compared(before, after).differences).splitlines()[2:] == [
        "| NAN101 | all | 0 | 1 | 1 |",
        "| NAN101 | one/lib | 0 | 0 | 1 |",
        "| NAN101 | two/lib | 0 | 1 | 0 |",
        "| NAN102 | all | 1 | 0 | 0 |",
        "| NAN102 | two/lib | 1 | 0 | 0 |",
    ]
    assert "| warning | 2 | 1 |" in levels(before, after)
    assert "| hint | 0 | 1 |" in levels(before, after)


def test_a_difference_is_shown_with_its_source_line() -> None:
    (one,) = compared(of(), of(SAID)).differences
    assert shown(one, lambda name, file, row: f"{name} {file} {row}").splitlines() == [
        "+ one/lib a.py:3:5 NAN101 warning",
        "    `…` is a softmax",
        "    > one/lib a.py 3",
    ]


def test_what_is_kept_holds_nothing_of_the_source() -> None:
    kept = diagnostic(found(), "/somewhere/lib")
    assert kept.message == "`…` is a softmax: then `…` is 0, and log(0) is -inf"
    assert kept.file == "models/a.py"
    assert "secret" not in as_json(of(kept))


def test_the_digest_depends_on_all_that_is_said_and_not_on_where_the_checkout_lies() -> None:
    here = diagnostic(found(), "/somewhere/lib").digest
    assert diagnostic(found("/else where/x"), "/else where/x").digest == here
    others: list[dict[str, object]] = [{"operand": "y"}, {"fixes": []}, {"reason": []}, {"message": "`y` is a softmax"}]
    for changes in others:
        assert diagnostic(found(**changes), "/somewhere/lib").digest != here


def test_a_run_is_read_as_it_was_written() -> None:
    run = (*of(SAID, OTHER, notes=("é",)), *of(name="two/lib"))
    assert from_json(as_json(run)) == run


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"format": 0, "repositories": []}', '{"format": 1}'])
def test_what_is_no_run_is_refused(text: str) -> None:
    with pytest.raises(RunError):
        from_json(text)


def test_nanproof_is_found_in_a_checkout_or_its_server_folder_and_asked(tmp_path: Path) -> None:
    program = Program.of("python", ROOT)
    assert program == Program.of("python", ROOT / "server")
    with pytest.raises(RunError, match="no nanproof"):
        Program.of("python", tmp_path)


def test_a_checkout_is_read_and_another_nanproof_says_the_same(tmp_path: Path) -> None:
    folder = tmp_path / "lib"
    folder.mkdir()
    (folder / "json.py").write_text("raise SystemExit(7)\n", encoding="utf-8")
    (folder / "a.py").write_text("import torch\n\nq = torch.log(torch.relu(torch.rand(3)))\n", encoding="utf-8")
    answer, _ = read(Program.of(sys.executable, ROOT), Repository("one/lib", "", "a" * 40), folder)
    assert [(each.file, each.row, each.code, each.severity) for each in answer.diagnostics] == [
        ("a.py", 3, "NAN101", "warning")
    ]
    assert str(tmp_path) not in as_json((answer,))


def test_the_command_compares_and_its_exit_code_says_whether_something_differs(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before, after = tmp_path / "before.json", tmp_path / "after.json"
    before.write_text(as_json(of(SAID)), encoding="utf-8")
    after.write_text(as_json(of(SAID, OTHER)), encoding="utf-8")
    options = ["--folder", str(tmp_path)]
    assert main(["compare", str(before), str(before), *options]) == 0
    assert "Nothing differs." in capsys.readouterr().out
    assert main(["compare", str(before), str(after), *options]) == 1
    assert "+ one/lib a.py:9:5 NAN102 warning" in capsys.readouterr().out
    assert main(["compare", str(before), str(after), "--rule", "NAN101", *options]) == 0
    assert main(["compare", str(before), str(after), "--level", "error", *options]) == 0
    after.write_text(as_json((*of(SAID), *of(OTHER, name="two/lib"))), encoding="utf-8")
    assert main(["compare", str(before), str(after), *options]) == 2
    assert main(["compare", str(before), str(after), "--only", "one/lib", *options]) == 0
    after.write_text(json.dumps({"format": 1}), encoding="utf-8")
    assert main(["compare", str(before), str(after), *options]) == 2
    assert "after.json" in capsys.readouterr().err
