"""Every case says all that nanproof says about it, and nothing else; every fix it offers holds its promise."""

from __future__ import annotations

from itertools import takewhile
from pathlib import Path

import pytest

from nanproof.analysis import Diagnosis
from tests.literate.annotations import Case, Expected, read_case
from tests.literate.applying import apart, faults
from tests.literate.observations import (
    differences,
    document_of,
    observed,
    project_of,
    revelations,
)

CASES = Path(__file__).parent.parent / "cases"


def case_paths() -> list[Path]:
    return sorted([*CASES.glob("*/*.py"), *CASES.glob("*/*/main.py")])


def _name(path: Path) -> str:
    return path.relative_to(CASES).as_posix().removesuffix("/main.py").removesuffix(".py")


@pytest.fixture(params=case_paths(), ids=_name)
def case(request: pytest.FixtureRequest) -> Case:
    path: Path = request.param
    return read_case(path)


def test_every_topic_has_cases() -> None:
    topics = {path.relative_to(CASES).parts[0] for path in case_paths()}
    assert topics >= {"log", "names", "flow", "classes", "models", "masks", "dtype", "quiet"}
    assert topics >= {"broken", "project", "suppression", "fixes"}
    assert topics >= {"late", "where", "compiled", "reductions"}


@pytest.mark.parametrize("path", case_paths(), ids=_name)
def test_it_begins_with_a_sentence_that_says_what_it_shows(path: Path) -> None:
    text = path.read_text(encoding="utf-8-sig")
    assert text.startswith(('"""', "# ")), "a docstring, or a comment above all code"
    comment = " ".join(takewhile(lambda line: line.startswith("# "), text.split("\n")))
    first = comment or text.partition("\n\n")[0]
    assert first.rstrip('"').endswith((".", "?")), first
    assert len(first.split()) > 4, first


def _nearest(expected: Expected, seen: list[tuple[Expected, Diagnosis]]) -> tuple[Expected, Diagnosis] | None:
    same_line = [each for each in seen if each[0].line == expected.line]
    return min(same_line, key=lambda each: abs(each[0].start - expected.start), default=None)


def test_findings(case: Case) -> None:
    document = document_of(case)
    seen = [(observed(document, each), each) for each in project_of(case).diagnose(document)]
    problems: list[str] = []
    for expected in case.expected:
        match = _nearest(expected, seen)
        if match is None:
            problems.append(f"{case.at(expected.line)}: missing: {expected}")
            continue
        seen.remove(match)
        where = case.at(expected.line)
        problems += [f"{where}: {expected}\n  but {each}" for each in differences(expected, match[0])]
    problems += [f"{case.at(each.line)}: not announced: {each}" for each, _ in seen]
    assert not problems, "\n".join(["", *problems])


def test_fixes(case: Case) -> None:
    document, project = document_of(case), project_of(case)
    diagnoses = project.diagnose(document)
    problems = [fault for chosen in apart(document, diagnoses) for fault in faults(project, document, chosen)]
    for diagnosis in diagnoses:
        left = [document.changed(sorted(fix.edits, reverse=True)).text for fix in diagnosis.fixes]
        if len(set(left)) < len(left):
            problems.append(f"{diagnosis.finding.operand}: two of its fixes leave the same text")
    assert not problems, "\n".join(["", str(case.path), *problems])


def test_revealed_ranges(case: Case) -> None:
    problems = [
        f"{case.at(line)}: stated {stated!r}, inferred {inferred!r}"
        for line, stated, inferred in revelations(case)
        if stated != inferred
    ]
    assert not problems, "\n".join(["", *problems])


def test_the_same_file_twice_says_the_same(case: Case) -> None:
    document, project = document_of(case), project_of(case)
    first = project.diagnose(document)
    assert project.diagnose(document) == first
    assert project_of(case).diagnose(document_of(case)) == first
