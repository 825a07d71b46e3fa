"""`nanproof check` where a file configures it."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from nanproof.cli.check import Request, check
from nanproof.cli.command import main
from nanproof.cli.configured import Configurations
from tests.cli.stand_in import StandIn

LOG = "import torch\n\n\ndef f(x):\n    return torch.log(torch.relu(torch.rand(3)))\n"
HALF = "import torch\n\n\ndef f():\n    return torch.exp(torch.full((3,), 20.0))\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "src").mkdir()
    (tmp_path / "src" / "a.py").write_text(LOG)
    (tmp_path / "b.py").write_text(LOG)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def codes(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, list[str]]:
    code = main(["check", "--output-format", "concise", *arguments])
    told = capsys.readouterr()
    return code, [line.split(":")[0] for line in told.out.splitlines() if "NAN101" in line]


@pytest.mark.parametrize(
    ("text", "code", "files"),
    [
        ("", 1, ["b.py", "src/a.py"]),
        ("level = 'error'", 0, []),
        ("ignore = ['NAN1']", 0, []),
        ("severity = { NAN101 = 'information' }", 0, ["b.py", "src/a.py"]),
        ("severity = { NAN101 = 'hint' }", 0, []),
        ("per-file-ignores = { 'src/**' = ['unmasked-log'] }", 1, ["b.py"]),
        ("exclude = ['src']", 1, ["b.py"]),
        ("include = ['src/**']", 1, ["src/a.py"]),
    ],
)
def test_what_the_file_sets_holds(
    text: str, code: int, files: list[str], folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "pyproject.toml").write_text(f"[tool.nanproof]\n{text}\n")
    assert codes(capsys, ".") == (code, files)
    (folder / "pyproject.toml").unlink()
    (folder / "nanproof.toml").write_text(text)
    assert codes(capsys, ".") == (code, files)
    assert codes(capsys, ".", "--isolated") == (1, ["b.py", "src/a.py"])


def test_what_is_said_about_a_finding_is_shown_where_that_is(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "b.py").write_text(LOG.rstrip() + "  # noqa\n")

    def told(*arguments: str) -> list[str]:
        main(["check", "b.py", "--output-format", "json", *arguments])
        return [each["code"] for each in json.loads(capsys.readouterr().out)]

    assert told() == ["NAN101", "NAN903"]
    assert told("--select", "NAN9") == told("--ignore", "NAN101") == []
    assert told("--level", "warning") == ["NAN101"]
    (folder / "nanproof.toml").write_text("severity = { NAN101 = 'hint' }")
    assert told() == []
    assert told("--level", "hint") == ["NAN101", "NAN903"]
    main(["check", "b.py", "--fix", "--unsafe-fixes", "--level", "hint", "--ignore", "NAN101", "--isolated"])
    assert (folder / "b.py").read_text().endswith("  # noqa\n")


def test_each_file_has_the_configuration_that_is_nearest(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "src" / "nanproof.toml").write_text("ignore = ['NAN101']")
    assert codes(capsys, ".") == (1, ["b.py"])
    assert codes(capsys, ".", "--config", "src/nanproof.toml") == (0, [])


def test_a_function_is_what_the_file_declares(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "src" / "a.py").write_text(
        "import torch\nimport ops\nfloor = ops.floor\n" + LOG.replace("torch.relu", "floor")
    )
    assert codes(capsys, "src", "--level", "information") == (0, ["src/a.py"])
    (folder / "nanproof.toml").write_text("functions = { floor = { returns = [1e-6, inf] } }")
    assert codes(capsys, "src", "--level", "information") == (0, [])
    (folder / "nanproof.toml").write_text("functions = { 'ops.floor' = { returns = [0, inf], takes = [0] } }")
    assert codes(capsys, "src", "--level", "information") == (1, ["src/a.py"])


def test_the_command_line_overrules_the_file(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "nanproof.toml").write_text("level = 'error'\nselect = ['NAN3']\nextend-ignore = ['NAN101']\n")
    everything = ["b.py", "src/a.py"]
    assert codes(capsys, ".", "--level", "warning", "--select", "NAN1", "--ignore", "NAN2") == (1, everything)
    assert codes(capsys, ".", "--level", "warning", "--extend-select", "NAN1") == (0, [])


def test_a_file_that_is_named_is_checked_though_it_is_excluded(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "nanproof.toml").write_text("exclude = ['src']")
    assert codes(capsys, "src/a.py") == (1, ["src/a.py"])


@pytest.mark.parametrize("pattern", ["third_party", "third_party/", "third_party/**", "/third_party", "third_*"])
def test_a_folder_that_is_excluded_is_not_entered(
    pattern: str, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "third_party" / "deep").mkdir(parents=True)
    (folder / "third_party" / "deep" / "c.py").write_text(LOG)
    (folder / "nanproof.toml").write_text(f"exclude = ['{pattern}']")
    real, seen = os.scandir, set[str]()

    def scandir(path: str) -> Iterator[os.DirEntry[str]]:
        seen.add(Path(path).name)
        return real(path)

    monkeypatch.setattr(os, "scandir", scandir)
    assert check(Request(["."]), StandIn) == 0
    assert "(2 files checked)" in capsys.readouterr().out
    assert seen & {"src", "third_party", "deep"} == {"src"}
    assert check(Request(["."], configurations=Configurations(isolated=True)), StandIn) == 0
    assert "(3 files checked)" in capsys.readouterr().out
    assert seen >= {"third_party", "deep"}


def test_what_reveal_says_is_of_what_is_configured(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "b.py").write_text("import torch\ny = torch.exp(torch.full((3,), 20.0))\n")

    def told(*arguments: str) -> str:
        assert main(["reveal", "b.py:2", *arguments]) == 0
        return capsys.readouterr().out

    assert "float32" in told()
    (folder / "nanproof.toml").write_text("default-dtype = 'float16'")
    assert "float16" in told()
    assert "float32" in told("--isolated")
    (folder / "other.toml").write_text("default-dtype = 'float64'")
    assert "float64" in told("--config", "other.toml")
    (folder / "nanproof.toml").write_text("default-dtype = 'float17'")
    assert main(["reveal", "b.py:2:5"]) == 2
    assert "nanproof.toml:1: default-dtype: 'float17' is none of" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("\nlevle = 'hint'", "nanproof: nanproof.toml:2: there is no key 'levle'; did you mean level?"),
        ("level =", "nanproof: nanproof.toml:1: this is no TOML: "),
        ("ignore = ['NAN99']", "nanproof: nanproof.toml:1: ignore: there is no rule 'NAN99'"),
    ],
)
def test_a_broken_file_is_one_sentence(text: str, said: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "nanproof.toml").write_text(text)
    for arguments in (["."], ["--config", "nanproof.toml", "."], ["--fix", "."]):
        assert main(["check", *arguments]) == 2
        (line,) = capsys.readouterr().err.splitlines()
        assert line.startswith(said)
    assert main(["check", "--isolated", "."]) == 1


@pytest.mark.usefixtures("folder")
def test_a_file_that_is_named_and_not_there_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--config", "gone.toml", "."]) == 2
    assert "gone.toml cannot be read" in capsys.readouterr().err


def test_what_is_fixed_follows_it(folder: Path) -> None:
    (folder / "nanproof.toml").write_text("ignore = ['NAN101']\n[per-file-ignores]\n'b.py' = ['ALL']")
    main(["check", "--fix", "."])
    assert (folder / "b.py").read_text() == LOG
    (folder / "nanproof.toml").write_text("[per-file-ignores]\n'b.py' = ['ALL']")
    main(["check", "--fix", "."])
    assert (folder / "b.py").read_text() == LOG
    assert (folder / "src" / "a.py").read_text() != LOG


def test_the_default_dtype_decides_what_overflows(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "half.py").write_text(HALF)
    assert main(["check", "half.py"]) == 0
    (folder / "nanproof.toml").write_text("default-dtype = 'float16'")
    assert main(["check", "half.py"]) == 1
    assert "NAN104" in capsys.readouterr().out
