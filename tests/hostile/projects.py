"""Folders that are odd as a whole: each function fills one, in which `nanproof check` is then run."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable
from pathlib import Path

from tests.hostile.kinds.parts import FOUND, HEAD

_CALL = "def f(p):\n    return torch.log(p)\n"
_LONG = "n" * 240


def _files(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")


def _circular_stars(folder: Path) -> None:
    _files(folder, {f"m{n}.py": f"from m{(n + 1) % 40} import *\n{FOUND}r = torch.log(zz)\n" for n in range(40)})


def _mutual_imports(folder: Path) -> None:
    every = "".join(f"import m{n}\nfrom m{n} import g{n}\n" for n in range(30))
    _files(folder, {f"m{n}.py": f"{every}{HEAD}def g{n}(x): return g{(n + 7) % 30}(x)\n{_CALL}" for n in range(30)})


def _imports_of_themselves(folder: Path) -> None:
    text = "import a\nfrom a import *\nfrom a import p\nfrom . import a\n" + FOUND + "r = torch.log(a.p)\n"
    _files(
        folder, {"a.py": text, "b/__init__.py": "from b import *\nfrom .b import b\n", "b/b.py": "from b import b\n"}
    )


def _one_name(folder: Path) -> None:
    _files(folder, {f"d{n}/d/model.py": f"from model import *\nimport d.model\n{FOUND}{_CALL}" for n in range(60)})


def _odd_names(folder: Path) -> None:
    names = [
        "a b.py",
        "-x.py",
        "--fix.py",
        "a\nb.py",
        "é\u202e.py",
        "'\".py",
        "%s{}.py",
        "*.py",
        ".py",
        "..py",
        "a.py.py",
    ]
    _files(folder, dict.fromkeys([*names, f"{_LONG}.py", "x\x1b[2J.py", "import.py", "#.py"], FOUND))
    (folder / os.fsdecode(b"\xff\xfe.py")).write_text(FOUND, "utf-8")


def _links(folder: Path) -> None:
    _files(folder, {"a/b/c.py": FOUND + _CALL, "main.py": HEAD + _CALL})
    (folder / "a/b/up").symlink_to("../..", target_is_directory=True)
    (folder / "here").symlink_to(".", target_is_directory=True)
    (folder / "gone.py").symlink_to("nowhere.py")
    (folder / "again.py").symlink_to("main.py")


def _pipes_and_devices(folder: Path) -> None:
    _files(folder, {"main.py": HEAD + "from pipe import *\nimport zero, random_, tty\n" + _CALL})
    os.mkfifo(folder / "pipe.py")
    for name, device in (("zero", "zero"), ("random_", "urandom"), ("tty", "tty"), ("full", "full")):
        (folder / f"{name}.py").symlink_to(f"/dev/{device}")
    with socket.socket(socket.AF_UNIX) as server:
        here = Path.cwd()
        os.chdir(folder)  # the path of a socket is short
        server.bind("socket.py")
        os.chdir(here)


def _not_readable(folder: Path) -> None:
    _files(folder, {"main.py": FOUND, "closed/a.py": FOUND, "no.py": FOUND})
    (folder / "no.py").chmod(0)
    (folder / "closed").chmod(0)


def _folders_like_files(folder: Path) -> None:
    _files(folder, {"a.py/b.py": FOUND, "main.py": "import a\nfrom a.py import b\n" + FOUND, "c.py/__init__.py": FOUND})


def _deep_folders(folder: Path) -> None:
    deepest = folder.joinpath(*["d"] * 150)
    deepest.mkdir(parents=True)
    (deepest / "a.py").write_text(FOUND + _CALL, "utf-8")


def _many_files(folder: Path) -> None:
    _files(folder, {f"p{n % 10}/m{n}.py": f"from m{n + 1} import f\nf(x / y)\n" for n in range(240)})
    _files(folder, {"main.py": HEAD + _CALL})


def _blob_in_a_neighbour(folder: Path) -> None:
    _files(folder, {"main.py": HEAD + _CALL, "data.py": f'DATA = "{"deadbeef" * 25_000}"\n'})


def _callers_in_a_ring(folder: Path) -> None:
    ring = {f"m{n}.py": f"from m{(n + 1) % 40} import f{(n + 1) % 40}\n{HEAD}" for n in range(40)}
    calls = "def f{0}(p):\n    torch.log(p)\n    return f{1}(p)\n"
    _files(folder, {name: text + calls.format(n, (n + 1) % 40) for n, (name, text) in enumerate(ring.items())})


PROJECTS: dict[str, Callable[[Path], None]] = {
    "star imports in a circle": _circular_stars,
    "files that import all of each other": _mutual_imports,
    "files that import themselves": _imports_of_themselves,
    "many files of one name": _one_name,
    "odd names": _odd_names,
    "links that lead back": _links,
    "pipes, devices and sockets": _pipes_and_devices,
    "what may not be read": _not_readable,
    "folders named like files": _folders_like_files,
    "folders 150 deep": _deep_folders,
    "many files": _many_files,
    "a blob in another file": _blob_in_a_neighbour,
    "callers in a ring": _callers_in_a_ring,
}
