"""Which files the index of callers reads: each once, those of the workspace only, and not without end."""

from __future__ import annotations

from pathlib import Path

import pytest

from nanproof.budget import Interrupted
from nanproof.names import callers
from nanproof.names.callers import Callers
from nanproof.source.reader import DiskReader, Entry
from nanproof.source.tree import ENVIRONMENT, NEVER_ENTERED


class Watched(DiskReader):
    """The disk, and what was asked of it."""

    def __init__(self) -> None:
        self.read_files: list[str] = []
        self.listed: list[str] = []

    def read(self, path: str) -> bytes | None:
        self.read_files.append(path)
        return super().read(path)

    def entries(self, path: str) -> tuple[Entry, ...] | None:
        self.listed.append(path)
        assert len(self.listed) < 10_000
        return super().entries(path)


def plant(root: Path, *names: str) -> None:
    for name in names:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text("loss(x)\n")


def calling(root: Path, reader: DiskReader) -> list[str]:
    return [str(Path(path).relative_to(root)) for path in Callers(str(root), reader).of("loss")]


def test_links_to_the_folder_itself_are_no_more_folders(tmp_path: Path) -> None:
    plant(tmp_path, "x.py", "sub/y.py")
    for name in ("a", "b", "sub/up", "sub/down"):
        (tmp_path / name).symlink_to(tmp_path)
    reader = Watched()
    assert calling(tmp_path, reader) == ["sub/y.py", "x.py"]
    assert reader.listed == [str(tmp_path), f"{tmp_path}/sub"]


def test_links_out_of_the_workspace_are_not_followed(tmp_path: Path) -> None:
    inside, outside = tmp_path / "inside", tmp_path / "outside"
    plant(tmp_path, "inside/x.py", "outside/y.py")
    (inside / "folder").symlink_to(outside)
    (inside / "file.py").symlink_to(outside / "y.py")
    (inside / "again.py").symlink_to("x.py")
    reader = Watched()
    assert calling(inside, reader) == ["x.py"]
    assert reader.read_files == [f"{inside}/x.py"]


def test_a_workspace_that_is_named_through_a_link_is_searched(tmp_path: Path) -> None:
    plant(tmp_path, "real/x.py")
    (tmp_path / "link").symlink_to("real")
    assert calling(tmp_path / "link", DiskReader()) == ["x.py"]


def test_folders_that_tools_fill_are_passed_over(tmp_path: Path) -> None:
    plant(tmp_path, *(f"{name}/x.py" for name in NEVER_ENTERED), "env/lib/x.py", "env/" + ENVIRONMENT)
    plant(tmp_path, "data/x.py", "docs/conf.py", "_private/x.py", ".github/x.py", "a.b/x.py")
    assert calling(tmp_path, DiskReader()) == [
        ".github/x.py",
        "_private/x.py",
        "a.b/x.py",
        "data/x.py",
        "docs/conf.py",
    ]


def test_a_folder_of_many_other_files_does_not_keep_it_from_the_rest(tmp_path: Path) -> None:
    """The upper folders come first, so that what is deep in a folder of data costs none of them."""
    plant(tmp_path, "src/x.py", *(f"data/{number}/{number}.py" for number in range(callers.MOST_SEARCHED)))
    assert "src/x.py" in calling(tmp_path, DiskReader())


def test_no_more_entries_are_looked_at_than_the_budget_allows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plant(tmp_path, "x.py", "sub/y.py", "sub/sub/z.py")
    reader = Watched()
    monkeypatch.setattr(callers, "MOST_SEEN", 3)
    assert calling(tmp_path, reader) == ["sub/y.py", "x.py"]
    assert reader.listed == [str(tmp_path), f"{tmp_path}/sub"]


class Interrupting(Watched):
    """A disk at each question to which the work is interrupted, every second time."""

    def __init__(self) -> None:
        super().__init__()
        self.questions = 0

    def read(self, path: str) -> bytes | None:
        self._interrupt()
        return super().read(path)

    def entries(self, path: str) -> tuple[Entry, ...] | None:
        self._interrupt()
        return super().entries(path)

    def _interrupt(self) -> None:
        self.questions += 1
        if self.questions % 2:
            raise Interrupted


def test_an_index_that_is_interrupted_goes_on_where_it_was(tmp_path: Path) -> None:
    plant(tmp_path, *(f"{folder}/{file}.py" for folder in "abc" for file in range(4)))
    reader = Interrupting()
    index, interruptions = Callers(str(tmp_path), reader), 0
    assert not index.is_under_way
    while True:
        try:
            found = index.of("loss")
            break
        except Interrupted:
            interruptions += 1
            assert interruptions == 1 or index.is_under_way
    assert interruptions == 16, "4 folders and 12 files"
    assert list(found) == sorted(str(path) for path in tmp_path.rglob("*.py"))
    assert len(reader.read_files) == 12
    assert not index.is_under_way


def test_a_file_that_is_read_again_calls_what_it_calls_now(tmp_path: Path) -> None:
    plant(tmp_path, "a.py", "b.py")
    index = Callers(str(tmp_path), DiskReader())
    assert len(index.of("loss")) == 2
    (tmp_path / "a.py").write_text("other(x)\n")
    index.update(f"{tmp_path}/a.py")
    assert index.of("loss") == (f"{tmp_path}/b.py",)
    assert index.of("other") == (f"{tmp_path}/a.py",)
    (tmp_path / "a.py").unlink()
    index.update(f"{tmp_path}/a.py")
    assert index.of("other") == ()
