"""Which files belong together."""

from pathlib import Path

import pytest

from nanproof.files.roots import by_root


@pytest.mark.parametrize("marker", ["pyproject.toml", "setup.py", ".git"])
def test_the_nearest_marker_is_the_root(tmp_path: Path, marker: str) -> None:
    (tmp_path / "inner" / "package").mkdir(parents=True)
    (tmp_path / marker).touch()
    (tmp_path / "inner" / marker).touch()
    outside, inside = str(tmp_path / "a.py"), str(tmp_path / "inner" / "package" / "b.py")
    assert by_root([outside, inside]) == {str(tmp_path): [outside], str(tmp_path / "inner"): [inside]}


def test_files_without_a_marker_share_their_common_folder(tmp_path: Path) -> None:
    marked = str(tmp_path / "marked" / "a.py")
    files = [str(tmp_path / "x" / "y" / "a.py"), marked, str(tmp_path / "x" / "z" / "b.py")]
    (tmp_path / "marked").mkdir()
    (tmp_path / "marked" / "setup.py").touch()
    assert by_root(files) == {str(tmp_path / "x"): [files[0], files[2]], str(tmp_path / "marked"): [marked]}


def test_a_whole_disk_is_no_project() -> None:
    assert by_root(["/nowhere/a.py", "/elsewhere/b.py"]) == {
        "/nowhere": ["/nowhere/a.py"],
        "/elsewhere": ["/elsewhere/b.py"],
    }


def test_no_files_have_no_root() -> None:
    assert by_root([]) == {}
