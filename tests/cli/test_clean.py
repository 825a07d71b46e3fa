"""`nanproof check` keeps what it found, says the same the second time, and `nanproof clean` forgets it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from nanproof.cache.store import NAME

TEXT = "import torch\n\ny = torch.log(torch.softmax(x, -1))\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "project").mkdir()
    (tmp_path / "project" / "a.py").write_text(TEXT)
    return tmp_path / "project"


def run(project: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    told = {**os.environ, "NANPROOF_NO_CACHE": "", "NANPROOF_CACHE_DIR": str(project.parent / "kept"), **environment}
    return subprocess.run(
        [sys.executable, "-m", "nanproof", *arguments],
        cwd=project,
        env=told,
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_second_report_is_the_first(project: Path) -> None:
    first, second, anew = run(project, "check"), run(project, "check"), run(project, "check", "--no-cache")
    assert first.returncode == 1
    assert first.stderr == ""
    assert "NAN101" in first.stdout
    assert (second.stdout, second.stderr, second.returncode) == (anew.stdout, anew.stderr, 1)
    assert second.stdout == first.stdout


def test_nothing_is_kept_where_nobody_wants_it(project: Path) -> None:
    run(project, "check", "--no-cache")
    run(project, "check", NANPROOF_NO_CACHE="1")
    run(project, "check", "--stdin-filename", "b.py", "-")
    assert not (project.parent / "kept").exists()


def test_a_fix_is_made_of_what_was_kept(project: Path) -> None:
    run(project, "check")
    assert run(project, "check", "--fix").returncode == 0
    assert "log_softmax" in (project / "a.py").read_text()
    assert run(project, "check").returncode == 0


def test_a_baseline_is_made_of_what_was_kept(project: Path) -> None:
    run(project, "check")
    run(project, "check", "--write-baseline", "nan.json")
    assert run(project, "check", "--baseline", "nan.json").returncode == 0


def test_clean_says_what_it_removed(project: Path) -> None:
    run(project, "check")
    assert (project.parent / "kept" / NAME).is_file()
    done = run(project, "clean")
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr.startswith("nanproof: removed the cache in ")
    assert done.stderr.endswith("0.0 MB)\n")
    assert list((project.parent / "kept").iterdir()) == []


@pytest.mark.parametrize("off", ["", "1"])
def test_clean_where_there_is_no_cache(project: Path, off: str) -> None:
    done = run(project, "clean", NANPROOF_NO_CACHE=off)
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr.startswith("nanproof: there is no cache")


def test_clean_leaves_what_is_not_its_own(project: Path) -> None:
    kept = project.parent / "kept"
    run(project, "check")
    (kept / "notes.txt").write_text("mine")
    run(project, "clean")
    assert [each.name for each in kept.iterdir()] == ["notes.txt"]


def test_a_cache_that_cannot_be_written_changes_nothing(project: Path) -> None:
    done = run(project, "check", NANPROOF_CACHE_DIR=str(project / "a.py"))
    assert (done.returncode, done.stderr) == (1, "")
    assert (project / "a.py").read_text() == TEXT
