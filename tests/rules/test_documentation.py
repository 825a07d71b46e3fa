"""The documentation of the rules: its sections, and that its examples do what they say."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

import pytest

import nanproof
from nanproof.analysis import Diagnosis, Project
from nanproof.findings.rule import PAGES
from nanproof.rules.registry import RULES
from nanproof.source.document import Document
from tests.literate.annotations import read_case
from tests.literate.test_cases import case_paths
from tests.names.project import Files

PACKAGE = Path(nanproof.__file__).parent
SECTIONS = ("What it does", "Why is this bad?", "Example", "Use instead", "Fix safety", "Severity", "References")


def found(program: str) -> tuple[Diagnosis, ...]:
    return Project(None, Files({})).diagnose(Document.from_text("example.py", program))


def test_codes_and_names() -> None:
    for code, rule in RULES.items():
        assert rule.code == code
        assert re.fullmatch(r"NAN\d{3}", code)
        assert re.fullmatch(r"[a-z]+(-[a-z]+)*", rule.name)
    assert len({rule.name for rule in RULES.values()}) == len(RULES)


@pytest.mark.parametrize("code", RULES)
def test_sections_stand_in_order(code: str) -> None:
    rule = RULES[code]
    assert rule.documentation.startswith(f"# {rule.name} ({code})\n")
    titles = re.findall(r"^## (.+)$", rule.documentation, re.MULTILINE)
    assert [title for title in titles if title in SECTIONS] == list(SECTIONS)
    for title in SECTIONS:
        assert rule.section(title), title
    assert rule.section("No such section") == ""


@pytest.mark.parametrize("code", RULES)
def test_the_example_is_found(code: str) -> None:
    examples = RULES[code].programs("Example")
    assert examples
    for program in examples:
        compile(program, "example.py", "exec")
        findings = [each.finding for each in found(program)]
        about = {each.about[0] for each in findings if each.about is not None}
        assert [each.code for each in findings if each.code not in about] == [code]


@pytest.mark.parametrize("code", RULES)
def test_what_to_use_instead_is_not(code: str) -> None:
    instead = RULES[code].programs("Use instead")
    assert instead
    for program in instead:
        compile(program, "example.py", "exec")
        assert found(program) == ()


@pytest.mark.parametrize("code", RULES)
def test_the_fix_makes_of_the_example_what_to_use_instead(code: str) -> None:
    rule = RULES[code]
    (example,), (instead,) = rule.programs("Example"), rule.programs("Use instead")
    document = Document.from_text("example.py", example)
    (diagnosis,) = (each for each in found(example) if each.finding.code == code)
    fix = next(fix for fix in diagnosis.fixes if fix.preferred or (fix.suppresses and diagnosis.finding.about))
    mended = document.changed(sorted(fix.edits, reverse=True))
    assert mended.text == instead


@pytest.mark.parametrize("code", RULES)
def test_the_page_is_the_documentation(code: str) -> None:
    address = urlsplit(RULES[code].url)
    assert (address.scheme, address.netloc) == ("file", "")
    page = Path(url2pathname(address.path))
    assert page.read_text(encoding="utf-8") == RULES[code].documentation
    assert PACKAGE in page.parents, "what stands in the package is in the wheel"


def test_the_severities_of_all_cases_are_told_of() -> None:
    told = {(code, each.value) for code, rule in RULES.items() for each in rule.severities}
    seen = {(each.code, each.severity) for path in case_paths() for each in read_case(path).expected}
    assert seen <= told


def test_no_page_without_a_rule() -> None:
    assert {path.stem for path in PAGES.glob("*.md")} == {rule.name for rule in RULES.values()}
