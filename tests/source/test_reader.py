"""Readers answer with what is there, and with nothing where nothing can be read."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from nanproof.source.reader import LARGEST_FILE, DiskReader, Entry, Kind, OverlayReader, UnlinkedReader, path_key


def test_the_disk_reader_reads_files_and_folders(tmp_path: Path) -> None:
    (tmp_path / "b.py").write_bytes(b"x = 1\r\n")
    (tmp_path / "a").mkdir()
    reader = DiskReader()
    assert reader.read(str(tmp_path / "b.py")) == b"x = 1\r\n"
    assert reader.is_file(str(tmp_path / "b.py"))
    assert not reader.is_file(str(tmp_path / "a"))
    assert reader.entries(str(tmp_path)) == (Entry("a", Kind.FOLDER), Entry("b.py", Kind.FILE))


@pytest.mark.parametrize("name", ["missing.py", "folder", "nul\0byte", "x" * 5000, "file.py/below"])
def test_what_cannot_be_read_is_none(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file.py").write_bytes(b"")
    reader, path = DiskReader(), f"{tmp_path}/{name}"
    assert reader.read(path) is None
    assert not reader.is_file(path)
    assert reader.entries(path) == (() if name == "folder" else None)


def test_an_entry_is_what_it_is_itself(tmp_path: Path) -> None:
    for name, target in {"l": "f", "m": "d", "n": "n", "o": "nowhere"}.items():
        (tmp_path / name).symlink_to(target)
    (tmp_path / "d").mkdir()
    (tmp_path / "f").touch()
    os.mkfifo(tmp_path / "p")
    kinds = {entry.name: entry.kind for entry in DiskReader().entries(str(tmp_path)) or ()}
    links = dict.fromkeys("lmno", Kind.LINK)
    assert kinds == {"d": Kind.FOLDER, "f": Kind.FILE, "p": Kind.OTHER} | links


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no FIFOs")
def test_a_fifo_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.py")
    assert DiskReader().read(str(tmp_path / "pipe.py")) is None


def test_a_file_beyond_the_limit_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "small.py").write_bytes(b"#" * LARGEST_FILE)
    (tmp_path / "large.py").write_bytes(b"#" * (LARGEST_FILE + 1))
    assert DiskReader().read(str(tmp_path / "small.py")) is not None
    assert DiskReader().read(str(tmp_path / "large.py")) is None


def test_an_open_document_comes_before_the_disk(tmp_path: Path) -> None:
    saved, unsaved = tmp_path / "saved.py", tmp_path / "unsaved.py"
    saved.write_bytes(b"old")
    documents = {path_key(str(saved)): b"new", path_key(str(unsaved)): b"never saved"}
    reader = OverlayReader(documents, DiskReader())
    assert reader.read(str(saved)) == b"new"
    assert reader.read(str(tmp_path / "." / "unsaved.py")) == b"never saved"
    assert reader.is_file(str(unsaved))
    assert reader.entries(str(tmp_path)) == (Entry("saved.py", Kind.FILE), Entry("unsaved.py", Kind.FILE))
    documents.clear()
    assert reader.read(str(saved)) == b"old"
    assert not reader.is_file(str(unsaved))


def test_a_link_that_leads_out_of_the_folder_leads_nowhere(tmp_path: Path) -> None:
    folder, beside = tmp_path / "project", tmp_path / "project-old"
    for each in (folder / "lib", beside):
        each.mkdir(parents=True)
        (each / "a.py").write_text("A = 1\n", encoding="utf-8")
    (folder / "in.py").symlink_to(folder / "lib" / "a.py")
    (folder / "out.py").symlink_to(beside / "a.py")
    (folder / "far").symlink_to(beside)
    reader = UnlinkedReader(str(folder), DiskReader())
    assert reader.is_file(str(folder / "in.py"))
    assert reader.read(str(folder / "in.py")) == b"A = 1\n"
    for name in ("out.py", "far/a.py"):
        assert not reader.is_file(str(folder / name))
        assert reader.read(str(folder / name)) is None
    assert reader.entries(str(folder / "far")) is None
    assert [entry.name for entry in reader.entries(str(folder)) or ()] == ["far", "in.py", "lib", "out.py"]
    # What is named itself is no link of the folder.
    assert reader.is_file(str(beside / "a.py"))


def test_a_folder_that_is_reached_through_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "a.py").write_text("A = 1\n", encoding="utf-8")
    (tmp_path / "link").symlink_to(tmp_path / "real")
    assert UnlinkedReader(str(tmp_path / "link"), DiskReader()).is_file(str(tmp_path / "link" / "a.py"))
