"""What becomes of files that are odd."""

import os
import socket
from pathlib import Path

import pytest

from nanproof.files.loading import Source, load
from nanproof.files.problem import Problem


def text(path: Path, data: bytes) -> str:
    path.write_bytes(data)
    loaded = load(str(path))
    assert isinstance(loaded, Source), loaded
    return loaded.text


def sentence(path: Path) -> str:
    loaded = load(str(path))
    assert isinstance(loaded, Problem), loaded
    assert loaded.path == str(path)
    assert not loaded.defect
    return loaded.sentence


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", ""),
        ("é = 1\n".encode(), "é = 1\n"),
        (b"\xef\xbb\xbfx = 1\n", "x = 1\n"),
        (b"x = 1\r\ny\r", "x = 1\r\ny\r"),
        (b"# -*- coding: latin-1 -*-\n\xe9 = 1", "# -*- coding: latin-1 -*-\né = 1"),
        (
            b"#!/usr/bin/python\n# vim: set fileencoding=cp1252 :\n\x80",
            "#!/usr/bin/python\n# vim: set fileencoding=cp1252 :\n€",
        ),
        (b"x = 1\ny = 2\n# coding: latin-1\n", "x = 1\ny = 2\n# coding: latin-1\n"),
        (b"coding = 'latin-1'\n", "coding = 'latin-1'\n"),
    ],
)
def test_text_is_decoded_as_python_decodes_it(tmp_path: Path, data: bytes, expected: str) -> None:
    assert text(tmp_path / "x.py", data) == expected


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"x = 1\n# \xe9", "cannot be decoded as utf-8: line 2 holds the byte 0xe9; declare the encoding"),
        (b"# coding: klingon\n", "cannot be decoded: unknown encoding: klingon"),
        (b"\xef\xbb\xbf# coding: latin-1\n", "cannot be decoded: encoding problem"),
        (b"# coding: hex\n", "cannot be decoded: 'hex' is not a text encoding"),
        (b"x = 1\0", "it holds a zero byte"),
    ],
)
def test_bytes_that_are_no_python_are_named(tmp_path: Path, data: bytes, expected: str) -> None:
    path = tmp_path / "x.py"
    path.write_bytes(data)
    assert expected in sentence(path)


@pytest.mark.parametrize("text", ["x = 1\n", "", "\u65e5\u672c", "# coding: utf-16\n"])
@pytest.mark.parametrize("order", ["le", "be"])
@pytest.mark.parametrize("encoding", ["utf-16", "utf-32"])
def test_a_wide_encoding_is_called_by_its_name(encoding: str, order: str, text: str, tmp_path: Path) -> None:
    path = tmp_path / "x.py"
    path.write_bytes(f"\ufeff{text}".encode(f"{encoding}-{order}"))
    assert sentence(path) == (
        f"this file is {encoding.upper()}: Python reads only UTF-8 or a declared encoding that ASCII is part of;"
        " save it as UTF-8"
    )


def test_a_link_that_leads_to_itself_is_called_one(tmp_path: Path) -> None:
    (tmp_path / "loop.py").symlink_to("loop.py")
    assert sentence(tmp_path / "loop.py") == "this is a link that leads to itself"


def test_a_picture_is_not_python(tmp_path: Path) -> None:
    path = tmp_path / "plot.png"
    path.write_bytes(b"\x89PNG\r\n\x1a\n\0")
    assert "not a Python file" in sentence(path)


def test_a_script_needs_no_suffix(tmp_path: Path) -> None:
    assert text(tmp_path / "train", b"#!/usr/bin/env python3\nx = 1\n").endswith("x = 1\n")


@pytest.mark.parametrize("name", ["app.wsgi", "deps.gyp", "deps.gypi", "net.pyi", "net.pyw", "app.tac", "wscript"])
def test_what_other_tools_hand_over_as_python_is_python(name: str, tmp_path: Path) -> None:
    assert text(tmp_path / name, b"{'x': 1}\n") == "{'x': 1}\n"


def test_a_file_that_has_gone_is_named(tmp_path: Path) -> None:
    assert sentence(tmp_path / "gone.py") == "there is no such file or folder"


def test_a_path_that_cannot_be_is_named() -> None:
    loaded = load("a\0b.py")
    assert isinstance(loaded, Problem)


def test_a_pipe_does_not_keep_it_waiting(tmp_path: Path) -> None:
    path = tmp_path / "pipe.py"
    os.mkfifo(path)
    assert "a pipe, a socket or a device" in sentence(path)


def test_a_socket_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # the name of a socket must be short
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("s.py")
        assert "a pipe, a socket or a device" in sentence(tmp_path / "s.py")


def test_a_huge_file_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.py"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    assert sentence(path) == "this file is larger than nanproof reads: 50.0 MB, the limit is 5 MB"


def test_a_file_that_may_not_be_read_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "secret.py"
    path.touch()

    def denied(*_: object) -> int:  # permissions do not stop root, who runs the tests in CI
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(os, "open", denied)
    assert sentence(path) == "permission to read it is denied"
