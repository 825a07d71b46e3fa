"""The labels that README's figures rest on, and how they are scored."""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from pathlib import Path

import pytest

from repositories.labelled import FOLDER, VERDICTS, Found, Label, LabelError, family, labels_of, scored

FILES = sorted(FOLDER.glob("*.jsonl"))
UNSAFE = Label("one/lib", "a" * 40, "a.py", 7, "log", "unsafe")
SAFE = replace(UNSAFE, line=9, verdict="safe")
HERE = Found(7, 7, "torch.log", "warning")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_each_row_says_where_and_what_and_nothing_of_the_text(path: Path) -> None:
    labels = labels_of(path.read_text(encoding="utf-8"))
    assert len(labels) > 100
    assert {each.verdict for each in labels} == VERDICTS
    for each in labels:
        assert len(each.commit) == 40 and set(each.commit) <= set("0123456789abcdef")
        assert each.file.endswith(".py") and not each.file.startswith("/")
        assert each.line > 0
    commits = {(each.repository, each.commit) for each in labels}
    assert len(commits) == len({repository for repository, _ in commits})


def test_a_row_is_read_back() -> None:
    assert labels_of(f"\n{json.dumps(asdict(UNSAFE))}\n") == (UNSAFE,)


@pytest.mark.parametrize(
    ("change", "said"), [({"verdict": "bad"}, "no verdict"), ({"operand": "x"}, "nothing else"), (None, "no JSON")]
)
def test_a_row_that_makes_no_sense_is_refused(change: dict[str, str] | None, said: str) -> None:
    line = json.dumps({**asdict(UNSAFE), **change}) if change is not None else "{"
    with pytest.raises(LabelError, match=said):
        labels_of(line)


@pytest.mark.parametrize(
    ("operation", "expected"),
    [
        ("torch.log", "log"),
        ("/", "div"),
        ("div_", "div"),
        ("Tensor.sqrt_", "sqrt"),
        ("np.arccos", "inverse"),
        ("f", None),
    ],
)
def test_a_family_is_told_by_the_last_name(operation: str, expected: str | None) -> None:
    assert family(operation) == expected


@pytest.mark.parametrize(
    ("found", "is_found"),
    [
        (HERE, True),
        (replace(HERE, first=5, last=8), True),
        (replace(HERE, first=8, last=8), False),
        (replace(HERE, operation="/"), False),
        (replace(HERE, operation="BCELoss"), True),
        (replace(HERE, severity="information"), False),
    ],
)
def test_a_finding_is_of_a_site_by_line_family_and_severity(found: Found, is_found: bool) -> None:
    score = scored([UNSAFE], [(UNSAFE, [found])])
    assert (score.found == 1) is is_found
    assert (score.missed == ()) is is_found
    assert scored([UNSAFE], [(UNSAFE, [replace(found, severity="hint")])], strong=False).found == (
        1 if is_found or found.severity == "information" else 0
    )


def test_recall_and_precision() -> None:
    other = replace(UNSAFE, line=8, verdict="ineffective")
    context = replace(UNSAFE, line=10, verdict="context")
    reported = [(each, [replace(HERE, first=each.line, last=each.line)]) for each in (UNSAFE, SAFE, context)]
    score = scored([UNSAFE, other, SAFE, context], reported)
    assert (score.faulty, score.safe, score.recall, score.precision) == (2, 1, 0.5, 0.5)
    assert (score.missed, score.false) == ((other,), (SAFE,))
