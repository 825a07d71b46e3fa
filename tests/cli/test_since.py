"""Only lines that changed since a revision, as git counts them."""

import subprocess
from pathlib import Path

import pytest

from nanproof.cli.check import Request, check
from nanproof.cli.since import SinceError, changed_since

from .baselines import with_baseline
from .stand_in import StandIn

OLD = "y = softmax(x)\nz = tf.log(y)\nw = 1\n"


def git(folder: Path, *arguments: str) -> None:
    identity = ["-c", "user.name=a", "-c", "user.email=a@b", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *identity, "-C", str(folder), *arguments], check=True, capture_output=True)


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "sub dir" / "é.py"
    path.parent.mkdir()
    path.write_text(OLD)
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "old")
    return path


def found(capsys: pytest.CaptureFixture[str], revision: str = "HEAD") -> list[str]:
    code = check(Request(["."], since=revision), StandIn)
    assert code in (0, 1)
    lines = capsys.readouterr().out.splitlines()
    assert code == any("warning" in line for line in lines)
    return [line.split(" warning")[0].split(": information")[0] for line in lines if "NAN101" in line]


def test_what_did_not_change_is_not_reported(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert found(capsys) == []
    file.write_text("\n" + OLD)
    assert found(capsys) == []


def test_a_line_that_changed_is_reported(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file.write_text(OLD.replace("z =", "loss ="))
    assert found(capsys) == ["sub dir/é.py:2:8"]
    git(file.parent, "commit", "-qam", "new")
    assert found(capsys) == []
    assert found(capsys, "HEAD~1") == ["sub dir/é.py:2:8"]


def test_a_file_that_git_does_not_know_is_new(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file.with_name("new.py").write_text(OLD)
    assert found(capsys) == ["sub dir/new.py:2:5"]


def test_what_a_baseline_knows_is_taken_out_of_all_findings_first(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A baseline that knows one of two equal findings knows the old one, and not that on the line that changed."""
    assert check(Request(["."], write_baseline="known.json"), StandIn) == 0
    file.write_text(OLD + "v = tf.log(y)\n")
    assert check(Request(["."], configurations=with_baseline("known.json"), since="HEAD"), StandIn) == 1
    assert "é.py:4:5 warning" in capsys.readouterr().out


def test_lines_that_went_away_are_none(file: Path) -> None:
    file.write_text("z = tf.log(y)\nw = 1\n")
    assert not changed_since("HEAD", str(file)).touches(1, 2)
    file.write_text(OLD + "a\nb\n")
    changed = changed_since("HEAD", str(file))
    assert [row for row in range(1, 8) if changed.touches(row, row)] == [4, 5]
    assert changed.touches(2, 4)
    assert not changed.touches(6, 7)


@pytest.mark.parametrize("revision", ["nowhere", "--output=x"])
def test_a_revision_that_there_is_not_is_told(revision: str, file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check(Request([str(file)], since=revision), StandIn) == 2
    assert "--since asks git what changed, and git cannot say: " in capsys.readouterr().err
    assert not Path("x").exists()


def test_where_there_is_no_git_it_is_told(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(SinceError, match="git cannot be started"):
        changed_since("HEAD", str(file))
