"""`--fix` writes what was named, and what lies inside of it by its real path."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from nanproof.cli.check import Request, check

FAULTY = "import torch\np = torch.sigmoid(z)\nq = torch.log(p)\n"
FIXED = "import torch\np = torch.sigmoid(z)\nq = torch.nn.functional.logsigmoid(z)\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a project with a folder `inside`, of which the file `outside/target.py` is no part."""
    for name in ("inside", "outside"):
        (tmp_path / name).mkdir()
    (tmp_path / "pyproject.toml").touch()
    (tmp_path / "outside" / "target.py").write_text(FAULTY)
    return tmp_path


def fix(*paths: Path, diff: bool = False) -> int:
    return check(Request([str(path) for path in paths], fix=True, diff=diff))


@pytest.mark.parametrize("target", ["../outside/target.py", "{root}/outside/target.py"])
def test_a_link_that_leads_out_is_left_alone_and_said(
    target: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    link, outside = project / "inside" / "link.py", project / "outside" / "target.py"
    link.symlink_to(target.format(root=project))
    assert fix(project / "inside") == 1
    told = capsys.readouterr()
    assert f"inside/link.py: this is a link to {outside}, outside of what was named: it is not fixed" in told.err
    assert "fixed nothing" in told.err
    assert outside.read_text() == FAULTY
    assert fix(project / "inside", diff=True) == 0
    assert "---" not in capsys.readouterr().out


def test_a_link_out_of_the_project_is_not_even_read(
    project: Path, tmp_path_factory: pytest.TempPathFactory, capsys: pytest.CaptureFixture[str]
) -> None:
    secret = tmp_path_factory.mktemp("elsewhere") / "secret.py"
    secret.write_text(FAULTY)
    (project / "inside" / "link.py").symlink_to(secret)
    (project / "inside" / "a.py").write_text("x = 1\n")
    assert check(Request([str(project)])) == 1
    told = capsys.readouterr()
    assert "secret" not in told.out
    assert "link.py: this is a link that leads out of" in told.err
    assert fix(project) == 0
    assert secret.read_text() == FAULTY
    # Who names it wants it read, and fixed.
    assert fix(project / "inside" / "link.py") == 0
    assert secret.read_text() == FIXED


def test_a_link_named_by_hand_is_followed_and_stays_one(project: Path) -> None:
    link, outside = project / "inside" / "link.py", project / "outside" / "target.py"
    link.symlink_to("../outside/target.py")
    assert fix(link) == 0
    assert link.is_symlink()
    assert outside.read_text() == FIXED


def test_a_folder_named_through_a_link_is_inside(project: Path) -> None:
    (project / "way").symlink_to("outside")
    assert fix(project / "way") == 0
    assert (project / "outside" / "target.py").read_text() == FIXED


def test_a_link_within_a_folder_is_one_file_with_its_target(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "outside" / "a.py").symlink_to("target.py")
    assert fix(project / "outside", diff=True) == 1
    assert capsys.readouterr().out.count("+++") == 1
    assert fix(project / "outside") == 0
    assert "fixed 1 problem in 1 file" in capsys.readouterr().err
    assert (project / "outside" / "a.py").is_symlink()
    assert (project / "outside" / "target.py").read_text() == FIXED


def test_a_folder_beside_it_whose_name_begins_alike_is_outside(project: Path) -> None:
    (project / "inside-too").mkdir()
    (project / "inside-too" / "a.py").write_text(FAULTY)
    (project / "inside" / "link.py").symlink_to("../inside-too/a.py")
    fix(project / "inside")
    assert (project / "inside-too" / "a.py").read_text() == FAULTY


def test_a_file_with_more_names_is_left_alone_in_a_folder(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path, outside = project / "inside" / "hard.py", project / "outside" / "target.py"
    os.link(outside, path)
    assert fix(project / "inside") == 1
    assert "inside/hard.py: this file has 1 name more (hard links): it is not fixed" in capsys.readouterr().err
    assert outside.read_text() == path.read_text() == FAULTY
    assert path.samefile(outside)


def test_of_a_file_with_more_names_the_named_one_is_fixed_and_the_others_are_said(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, outside = project / "inside" / "hard.py", project / "outside" / "target.py"
    os.link(outside, path)
    assert fix(path) == 0
    assert "inside/hard.py: it had 1 name more (hard links): there it is not fixed" in capsys.readouterr().err
    assert path.read_text() == FIXED
    assert outside.read_text() == FAULTY


def test_what_is_left_is_reported_of_the_text_that_stands_there(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Two names of one file are both named: the second is not reported as it was before the first was fixed."""
    link, outside = project / "inside" / "link.py", project / "outside" / "target.py"
    link.symlink_to("../outside/target.py")
    assert fix(link, outside) == 0
    assert "Found no problems (2 files checked)." in capsys.readouterr().out
