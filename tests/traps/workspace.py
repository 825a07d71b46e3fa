"""Builds the workspace of traps. Whatever of it is executed leaves a marker; what lies around it holds secrets."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import tree_sitter

TRAIN = """\
from linked.far import *
import re, json, typing, gi, native, jedi, pygls, secret, spare
import numpy as np
import tensorflow as tf
import torch
from _binding import Parser
from pack.part import scale
from fifo import whatever

class Loss:
    def __init__(self):
        self.ops = tf.math
        self.parser = Parser()

    def __call__(self, y_, x, w, b):
        y_conv = scale(tf.nn.softmax(tf.matmul(x, w) + b))
        first = self.ops.log(y_conv) + native.log(y_conv) + gi.log(y_conv) + self.parser.log(y_conv)
        second = torch.relu(x).log() + secret.log(x).log() + far.log(x).log() + spare.log(x).log()
        q = tf.nn.softmax(x)
        third = np.log(json.log(x)) + whatever.log(x).log()
        return tf.log(q) + first - tf.reduce_sum(y_ * tf.log(y_conv)) + second + third
"""

# Modules that Python, nanproof or what it rests on import by these names.
MODULES = (
    "re", "json", "typing", "__future__", "argparse", "pathlib", "dataclasses", "enum", "logging", "asyncio",
    "tokenize", "bisect", "multiprocessing", "subprocess", "jedi", "parso", "pygls", "lsprotocol", "attrs", "cattrs",
    "tree_sitter", "pathspec", "tqdm", "wcwidth", "platformdirs", "sqlite3", "tomli", "tomllib", "torch", "gi", "spare",
    "sitecustomize", "usercustomize", "conftest", "setup", "noxfile", "fabfile", "manage",
)  # fmt: skip
PACKAGES = ("numpy", "jax", "catalog", "source", "names")
PROGRAMS = (
    "python", "python3", "git", "ruff", "conda", "pip", "node", "sh", "env", "uname", "ldd", "ldconfig", "gcc", "cc",
    "nanproof",
)  # fmt: skip
# What Python imports between the start of `python -m` and the first line of nanproof: nothing of ours can prevent it.
BEFORE_NANPROOF = ("collections", "contextlib", "functools", "operator", "types", "warnings")

PYPROJECT = """\
[build-system]
requires = ["trap"]
build-backend = "setup"
backend-path = ["."]

[tool.nanproof]
include = ["../outside/**", "/etc/**", "*.py"]
exclude = ["../../**/*.pem"]
per-file-ignores = { "../outside/*" = ["ALL"] }
versions = { torch = ">=2.1" }

[tool.jedi]
load_unsafe_extensions = true

[tool.pytest.ini_options]
addopts = "-p conftest"

[tool.mypy]
plugins = ["setup.py"]
"""


# What other tools take for an order to run something: nanproof has no such keys.
ORDERS = """\
[tool.nanproof]
path = ["setup.py"]
plugins = ["spare"]
"""


@dataclass(frozen=True, slots=True)
class Workspace:
    """The workspace, what lies beside it, and where the markers go."""

    folder: Path
    outside: Path
    home: Path
    markers: Path

    @property
    def train(self) -> Path:
        """The file with a finding, which imports every trap."""
        return self.folder / "train.py"

    def ran(self) -> list[str]:
        """Return the names of the traps that were executed."""
        return sorted(path.name for path in self.markers.iterdir())

    def environment(self) -> Mapping[str, str]:
        """Return an environment that leads into the workspace wherever a careless program would let it."""
        path = [str(self.folder / "bin"), ".", str(self.folder / ".venv" / "bin"), os.environ["PATH"]]
        inside = str(self.folder / ".venv")
        return {
            **{name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "NANPROOF_"))},
            "CONDA_PREFIX": inside,
            "HOME": str(self.home),
            "LC_ALL": "C.UTF-8",
            "PATH": os.pathsep.join(path),
            "PYTHONDONTWRITEBYTECODE": "1",
            "VIRTUAL_ENV": inside,
        }

    def trap(self, name: str) -> str:
        """Return Python source that leaves a marker and imports nothing to do so."""
        return f"open({str(self.markers / name)!r}, 'a').close()\n"


def build(root: Path, more_modules: Iterable[str] = ()) -> Workspace:
    """Build workspace, home and surroundings below an empty folder."""
    made = Workspace(root / "workspace", root / "outside", root / "home", root / "markers")
    for folder in (made.folder, made.outside, made.home, made.markers):
        folder.mkdir(parents=True)
    made.train.write_text(TRAIN, encoding="utf-8")
    _modules(made, [*MODULES, *more_modules])
    _programs(made)
    _configuration(made)
    _links(made)
    return made


def _modules(made: Workspace, names: Iterable[str]) -> None:
    for name in names:
        (made.folder / f"{name}.py").write_text(made.trap(name), encoding="utf-8")
    for name in PACKAGES:
        (made.folder / name).mkdir()
        (made.folder / name / "__init__.py").write_text(made.trap(name), encoding="utf-8")
    (made.folder / "pack").mkdir()
    (made.folder / "pack" / "part.py").write_text("def scale(x):\n    return x\n", encoding="utf-8")
    # A real compiled module, under its own name, so that whoever imports it succeeds; and what only looks like one.
    (binding,) = Path(tree_sitter.__file__).parent.glob("_binding.*")
    shutil.copy(binding, made.folder / binding.name)
    for name in ("torch.so", "native.so", "native.abi3.so", "fast.pyd", "fast.dll"):
        (made.folder / name).write_bytes(b"\x7fELF not really")
    (made.folder / "trap.pth").write_text(f"import sys; {made.trap('pth')}", encoding="utf-8")
    os.mkfifo(made.folder / "fifo.py")


def _programs(made: Workspace) -> None:
    for folder in (made.folder / "bin", made.folder / ".venv" / "bin", made.folder):
        folder.mkdir(parents=True, exist_ok=True)
        for name in PROGRAMS:
            program = folder / name
            program.write_text(f"#!/bin/sh\n: >> '{made.markers / name}.program'\n", encoding="utf-8")
            program.chmod(0o755)
    packages = made.folder / ".venv" / "lib" / "python3" / "site-packages"
    packages.mkdir(parents=True)
    (made.folder / ".venv" / "pyvenv.cfg").write_text(f"home = {made.folder}/bin\n", encoding="utf-8")
    (packages / "trap.pth").write_text(f"import sys; {made.trap('venv.pth')}", encoding="utf-8")
    (packages / "sitecustomize.py").write_text(made.trap("venv.sitecustomize"), encoding="utf-8")


def _configuration(made: Workspace) -> None:
    folder = made.folder
    (folder / "pyproject.toml").write_text(PYPROJECT, encoding="utf-8")
    (folder / "buildout.cfg").write_text("[buildout]\nparts = x\n", encoding="utf-8")
    (folder / "setup.cfg").write_text("[options]\npackages = find:\n", encoding="utf-8")
    (folder / ".python-version").write_text("../../bin\n", encoding="utf-8")
    (folder / ".env").write_text(f"PYTHONPATH={folder}\nPATH={folder}/bin\n", encoding="utf-8")
    (folder / ".gitattributes").write_text("* filter=trap diff=trap\n", encoding="utf-8")
    program = folder / "bin" / "git"
    git = folder / ".git"
    (git / "hooks").mkdir(parents=True)
    (git / "HEAD").write_text("ref: refs/heads/main\n", encoding="utf-8")
    (git / "config").write_text(
        f"[core]\n\tfsmonitor = {program}\n\thooksPath = hooks\n\tpager = {program}\n\tworktree = {made.outside}\n"
        f'[filter "trap"]\n\tclean = {program}\n\tsmudge = {program}\n[diff "trap"]\n\ttextconv = {program}\n'
        f"[include]\n\tpath = {made.outside}/secret.cfg\n",
        encoding="utf-8",
    )
    for hook in ("pre-commit", "post-checkout", "post-index-change"):
        shutil.copy(program, git / "hooks" / hook)
    (folder / ".jedi").mkdir()
    (folder / ".jedi" / "project.json").write_text(
        f'[1, {{"_path": "{made.outside}", "path": "{made.outside}", "_environment_path": "{folder}/.venv",'
        f' "environment_path": "{folder}/.venv", "_sys_path": ["{folder}"], "sys_path": ["{folder}"],'
        ' "_load_unsafe_extensions": true, "load_unsafe_extensions": true, "_django": true}]',
        encoding="utf-8",
    )
    (folder / ".vscode").mkdir()
    (folder / ".vscode" / "settings.json").write_text('{"nanproof.path": ["bin/nanproof"]}', encoding="utf-8")


def _links(made: Workspace) -> None:
    far = made.outside / "folder"
    far.mkdir()
    (made.outside / "secret.py").write_text(TRAIN, encoding="utf-8")
    (made.outside / "secret.cfg").write_text("secret\n", encoding="utf-8")
    (far / "far.py").write_text(TRAIN, encoding="utf-8")
    (made.folder / "linked").symlink_to(far)
    (made.folder / "secret.py").symlink_to(made.outside / "secret.py")
    for name in (".netrc", ".gitconfig", ".pypirc", "train.py", "pip.conf"):
        (made.home / name).write_text("secret\n", encoding="utf-8")
