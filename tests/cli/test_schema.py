"""`docs/output.schema.json`: what nanproof prints for programs is what the schema says, and not a key more."""

import io
import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from nanproof.cli.command import main
from nanproof.printed.objects import VERSION
from nanproof.rules.registry import RULES
from tests.literate.test_cases import CASES
from tests.traces.test_logs import PROGRAMS, log_of

ROOT = Path(__file__).parents[2]
SCHEMA = json.loads((ROOT / "docs" / "output.schema.json").read_text("utf-8"))

FAULTY = "import torch\nfrom net import net\np = torch.softmax(net(x), -1)\ny = torch.log(p)\n"
SILENCED = f"{FAULTY}z = 1  # nanproof: ignore[NAN110, NAN102]\n"
BOOK = {"cells": [{"cell_type": "code", "source": text} for text in FAULTY.splitlines()]}


def of(kind: str) -> Draft202012Validator:
    """Return what holds JSON against one kind of output."""
    return Draft202012Validator({**SCHEMA, "anyOf": [{"$ref": f"#/$defs/{kind}"}]})


def test_the_schema_is_one_and_of_this_version() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$defs"]["version"]["const"] == VERSION


def objects(of_what: Any) -> list[Any]:
    below = of_what.values() if isinstance(of_what, dict) else of_what if isinstance(of_what, list) else ()
    found = [each for inner in below for each in objects(inner)]
    return [of_what, *found] if isinstance(of_what, dict) and of_what.get("type") == "object" else found


def test_no_object_may_have_a_key_that_is_not_told_of() -> None:
    assert len(objects(SCHEMA)) == 11
    assert all(each["additionalProperties"] is False for each in objects(SCHEMA))


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a file of Python, a notebook, one that is none, and a value that another file makes."""
    folder = tmp_path_factory.mktemp("project")
    for name, text in {
        "net.py": "import torch\ndef net(x):\n    return torch.nn.Linear(2, 2)(x)\n",
        "train.py": SILENCED,
        "book.ipynb": json.dumps(BOOK),
        "broken.ipynb": "{",
        "nothing.py": "",
    }.items():
        (folder / name).write_text(text)
    return folder


@pytest.mark.parametrize(
    ("arguments", "code", "least"),
    [
        (["train.py", "--level", "hint"], 1, 3),
        (["book.ipynb"], 1, 1),
        (["."], 1, 3),
        (["broken.ipynb"], 2, 0),
        (["gone.py", "train.py"], 2, 1),
        (["nothing.py"], 0, 0),
        (["-"], 1, 1),
        (["-", "--stdin-filename", "new.ipynb"], 1, 1),
        (["train.py", "--select", "NAN9"], 0, 2),
        (["train.py", "--prefer", "mask"], 1, 1),
        ([str(CASES / "suppression"), str(CASES / "fixes"), str(CASES / "project"), "--level", "hint"], 1, 50),
    ],
)
def test_findings_are_as_it_says(
    arguments: list[str],
    code: int,
    least: int,
    project: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(project)
    text = json.dumps(BOOK) if "new.ipynb" in arguments else FAULTY
    for kind in ("json", "json-lines"):
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
        assert main(["check", "--output-format", kind, *arguments]) == code
        out = capsys.readouterr().out
        findings = json.loads(out) if kind == "json" else [json.loads(line) for line in out.splitlines()]
        of("findings").validate(findings)
        assert len(findings) >= least


def test_what_a_baseline_leaves_is_as_it_says(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(project)
    assert main(["check", "train.py", "--write-baseline", "known.json"]) == 0
    capsys.readouterr()
    assert main(["check", "train.py", "book.ipynb", "--baseline", "known.json", "--output-format", "json"]) == 1
    findings = json.loads(capsys.readouterr().out)
    of("findings").validate(findings)
    assert {Path(each["filename"]).name for each in findings} == {"book.ipynb"}


def test_suspects_are_as_it_says(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(project)
    for entry in ("train.py", "book.ipynb", "."):
        assert main(["suspects", "--output-format", "json", entry]) == 1
        suspects = json.loads(capsys.readouterr().out)
        of("suspects").validate(suspects)
        assert [each["rank"] for each in suspects] == list(range(1, len(suspects) + 1))


@pytest.mark.parametrize("name", PROGRAMS)
def test_what_a_log_leads_to_is_as_it_says(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    log = tmp_path / "train.log"
    log.write_bytes(log_of(name))
    is_told = name != "torch_flow_logdet"  # FIXME: nothing is known of the determinant that it is 0
    assert main(["trace", "--output-format", "json", str(log), str(PROGRAMS[name])]) == int(is_told)
    suspects = json.loads(capsys.readouterr().out)
    of("traces").validate(suspects)
    assert [each["rank"] for each in suspects] == list(range(1, len(suspects) + 1))


def test_rules_are_as_it_says(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "--output-format", "json"]) == 0
    rules = json.loads(capsys.readouterr().out)
    of("rules").validate(rules)
    assert [each["code"] for each in rules] == sorted(RULES)
    for each in rules:
        assert Path(each["page"]).read_text("utf-8") == RULES[each["code"]].documentation
        assert all(each.values())


def test_rules_that_are_named_are_told_once_each(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "--output-format", "json", "unmasked-log", "NAN9", "nan101"]) == 0
    assert [each["code"] for each in json.loads(capsys.readouterr().out)] == ["NAN101", "NAN901", "NAN902", "NAN903"]


@pytest.mark.parametrize("name", ["torch.log", "log", "tf.sqrt"])
def test_operations_are_as_it_says(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["catalog", "--output-format", "json", name]) == 0
    operations = json.loads(capsys.readouterr().out)
    of("operations").validate(operations)
    assert main(["catalog", name]) == 0
    text = capsys.readouterr().out
    for each in operations:
        assert f"{each['name']}\n" in text
        assert all(line in text for fact in each["facts"] for line in fact["text"].splitlines())
