"""The formats for programs: each is what the program that reads it expects."""

import json
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from nanproof.cli.check import Request, check
from nanproof.cli.formats.output_format import OutputFormat

from .sarif import only_run
from .stand_in import StandIn

EXAMPLES = Path(__file__).parents[2] / "examples"
FAULTY = "import tensorflow as tf\ny = softmax(x)\nz = tf.log(y)\nw = tf.log(q)\n"
PROBLEM, POSSIBLE = "`y` is a softmax, and log(0) is -inf", "nothing is known of `q`"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "a b"
    folder.mkdir()
    (folder / "é%,.py").write_text(FAULTY)
    monkeypatch.chdir(tmp_path)
    return folder


def written(capsys: pytest.CaptureFixture[str], output_format: OutputFormat, *paths: str) -> str:
    assert check(Request(paths or ["."], output_format), StandIn) in (0, 1)
    return capsys.readouterr().out


@pytest.mark.usefixtures("project")
def test_concise_is_a_line_for_each(capsys: pytest.CaptureFixture[str]) -> None:
    assert written(capsys, OutputFormat.CONCISE).splitlines() == [
        "a b/é%,.py:3:5: warning NAN101 `y` is a softmax, and log(0) is -inf",
        "a b/é%,.py:4:5: information NAN101 nothing is known of `q`",
    ]


@pytest.mark.usefixtures("project")
def test_json_lines_are_the_objects_of_json(capsys: pytest.CaptureFixture[str]) -> None:
    lines = written(capsys, OutputFormat.JSON_LINES).splitlines()
    assert [json.loads(line) for line in lines] == json.loads(written(capsys, OutputFormat.JSON))


@pytest.mark.usefixtures("project")
def test_github_is_told_in_its_commands(capsys: pytest.CaptureFixture[str]) -> None:
    assert written(capsys, OutputFormat.GITHUB).splitlines() == [
        "::warning title=nanproof (NAN101),file=a b/é%25%2C.py,line=3,endLine=3,col=5,endColumn=14"
        "::a b/é%25,.py:3:5: NAN101 `y` is a softmax, and log(0) is -inf",
        "::notice title=nanproof (NAN101),file=a b/é%25%2C.py,line=4,endLine=4,col=5,endColumn=14"
        "::a b/é%25,.py:4:5: NAN101 nothing is known of `q`",
    ]


def test_gitlab_gets_issues_that_it_can_tell_apart(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "é%,.py").write_text(FAULTY + "v = tf.log(q)\n")
    issues = json.loads(written(capsys, OutputFormat.GITLAB))
    assert [each["severity"] for each in issues] == ["major", "minor", "minor"]
    assert len({each["fingerprint"] for each in issues}) == 3
    assert issues[0]["location"] == {
        "path": "a b/é%,.py",
        "positions": {"begin": {"line": 3, "column": 5}, "end": {"line": 3, "column": 14}},
    }


@pytest.mark.usefixtures("project")
def test_junit_fails_for_problems_only(capsys: pytest.CaptureFixture[str]) -> None:
    suites = ElementTree.fromstring(written(capsys, OutputFormat.JUNIT))
    [suite] = suites
    assert (suite.get("name"), suite.get("tests"), suite.get("failures")) == ("a b/é%,.py", "2", "1")
    problem, possible = suite
    assert (problem.get("line"), problem[0].tag, possible[0].tag) == ("3", "failure", "system-out")
    assert "made here, values in [0, 1]" in (problem[0].text or "")


def test_junit_passes_where_there_is_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.py").write_text("")
    [suite] = ElementTree.fromstring(written(capsys, OutputFormat.JUNIT, str(tmp_path)))
    assert (suite.get("tests"), suite.get("failures"), len(suite)) == ("1", "0", 1)


@pytest.mark.parametrize(
    ("text", "told", "code"),
    [
        (FAULTY, {PROBLEM, POSSIBLE}, 1),
        ("w = tf.log(q)\n", {POSSIBLE}, 0),  # the smell's own example is seen, and fails nothing
        ("", set(), 0),
    ],
)
@pytest.mark.parametrize("output_format", OutputFormat)
def test_no_format_tells_of_more_or_fails_more_than_another(
    output_format: OutputFormat, text: str, told: set[str], code: int, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "é%,.py").write_text(text)
    assert check(Request(["."], output_format), StandIn) == code
    out = capsys.readouterr().out
    assert {each for each in (PROBLEM, POSSIBLE) if each in out} == told


def sarif(capsys: pytest.CaptureFixture[str], *paths: str) -> dict[str, Any]:
    return only_run(written(capsys, OutputFormat.SARIF, *paths))


def test_the_schema_of_sarif_holds_of_real_findings_with_a_chain_and_fixes(capsys: pytest.CaptureFixture[str]) -> None:
    assert check(Request([str(EXAMPLES)], OutputFormat.SARIF)) == 1
    results = only_run(capsys.readouterr().out)["results"]
    assert any(each["fixes"] for each in results)
    assert any(len(each["codeFlows"][0]["threadFlows"][0]["locations"]) > 2 for each in results)


def test_sarif_has_the_rules_the_chain_and_the_fixes(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run = sarif(capsys)
    problem, possible = run["results"]
    rule = run["tool"]["driver"]["rules"][problem["ruleIndex"]]
    assert (problem["ruleId"], rule["id"], rule["name"]) == ("NAN101", "NAN101", "unmasked-log")
    assert rule["fullDescription"]["text"].startswith("Finds logarithms")
    assert (problem["level"], possible["level"]) == ("warning", "note")
    place = problem["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": "a%20b/%C3%A9%25%2C.py", "uriBaseId": "SRCROOT"}
    assert run["originalUriBaseIds"]["SRCROOT"]["uri"] == f"{project.parent.as_uri()}/"
    assert place["region"] == {"startLine": 3, "startColumn": 5, "endLine": 3, "endColumn": 14}
    steps = problem["codeFlows"][0]["threadFlows"][0]["locations"]
    assert [each["location"]["physicalLocation"]["region"]["startLine"] for each in steps] == [2, 3]
    [fix] = problem["fixes"]
    [change] = fix["artifactChanges"]
    assert change["replacements"] == [
        {
            "deletedRegion": {"startLine": 3, "startColumn": 12, "endLine": 3, "endColumn": 13},
            "insertedContent": {"text": "tf.clip_by_value(y, 1e-10, 1.0)"},
        }
    ]


def test_sarif_speaks_of_cells_without_lines_of_the_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    cells = [{"cell_type": "code", "source": FAULTY}]
    (tmp_path / "b.ipynb").write_text(json.dumps({"cells": cells}))
    problem = sarif(capsys, str(tmp_path))["results"][0]
    [location] = problem["locations"]
    assert "region" not in location["physicalLocation"]
    assert location["logicalLocations"] == [{"name": "cell 1:3:5"}]
    assert problem["fixes"] == []


def test_sarif_of_a_file_elsewhere_has_its_whole_address(
    project: Path, tmp_path_factory: pytest.TempPathFactory, capsys: pytest.CaptureFixture[str]
) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "a.py"
    elsewhere.write_text(FAULTY)
    assert project.exists()
    place = sarif(capsys, str(elsewhere))["results"][0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": elsewhere.as_uri()}
