"""What names mean beyond the import table. A case asks about «names»; the comment has the answer."""

from __future__ import annotations

import os
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest

from nanproof.names.jedi_resolver import LONGEST_TEXT, JediResolver

LIBRARY = """
import tensorflow as tf
from tensorflow.keras.layers import Dense
from tensorflow.math import log
from torch import nn

def my_log(x):
    return tf.log(x)

class Head(nn.Module):
    def forward(self, x):
        return x
"""

CASES = {
    "an attribute set in another method": """
        import tensorflow as tf
        class Loss:
            def __init__(self):
                self.log = tf.math.log
            def __call__(self, x):
                return self.«log»(x)  #: tensorflow.math.log
        """,
    "a star import of a project's file": """
        from lib.ops import *
        «log»(y)  #: tensorflow.math.log
        """,
    "a framework imported by a project's file": """
        from lib.ops import tf, Dense
        tf.compat.v1.«log»(y)  #: tensorflow.math.log
        tf.keras.backend.«log»(y)  #: keras.backend.log
        «Dense»(3)  #: keras.layers.Dense
        """,
    "a module of a module": """
        import lib.ops as ops
        ops.tf.«log»(y)  #: tensorflow.math.log
        """,
    "a wrapper is a definition, not an operation": """
        from lib.ops import my_log
        «my_log»(y)  #: None
        """,
    "methods of what operations give": """
        import torch, torch.nn.functional as F
        F.softmax(t, dim=0).«log»()  #: torch.Tensor.log
        torch.relu(t)[0].mean().«log1p_»()  #: torch.Tensor.log1p_
        values, where = torch.relu(t).max(1)
        values.«log»()  #: torch.Tensor.log
        torch.relu(t).max(1).values.«log»()  #: torch.Tensor.log
        [each.«log»() for each in torch.relu(t)]  #: torch.Tensor.log
        (torch.sigmoid(t) + 1).«log10»()  #: torch.Tensor.log10
        """,
    "annotated parameters": """
        import torch
        from torch import FloatTensor, Tensor
        def f(p: torch.Tensor, q: "Tensor", r: FloatTensor, s):
            p.«log»()  #: torch.Tensor.log
            q.«log»()  #: torch.Tensor.log
            r.«log»()  #: torch.Tensor.log
            s.«log»()  #: None
        """,
    "results of layers and of a project's own modules": """
        from torch import nn
        from lib.ops import Head
        class Net(nn.Module):
            def __init__(self):
                self.softmax = nn.Softmax(dim=1)
                self.head = Head()
            def forward(self, x):
                self.softmax(x).«log»()  #: torch.Tensor.log
                self.head(x).«log»()  #: torch.Tensor.log
        Net()(x).«log»()  #: torch.Tensor.log
        nn.Parameter(x).«log»()  #: torch.Tensor.log
        """,
    "other things that are called log": """
        import logging, math
        import mu
        from structlog import get_logger
        logger = logging.getLogger(__name__)
        logger.«log»(10, "text")  #: None
        logging.«log»(10, "text")  #: None
        mu.«log»("text", x)  #: None
        get_logger().«log»("text")  #: None
        math.«log»(3)  #: math.log
        """,
    "a tensor is no call of its class": """
        import torch
        t = torch.relu(x)
        «t»  #: None
        torch.«Tensor»(3)  #: torch.Tensor
        """,
    "branches that agree and branches that do not": """
        try:
            from tensorflow.compat.v1 import log
        except ImportError:
            from tensorflow import log
        «log»(y)  #: tensorflow.math.log
        if y:
            from torch import exp
        else:
            exp = print
        «exp»(y)  #: None
        """,
    "broken code": """
        import torch
        def f(x:
        torch.«log»(  #: torch.log
        class (
        """,
}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "lib").mkdir()
    (tmp_path / "lib" / "__init__.py").touch()
    (tmp_path / "lib" / "ops.py").write_text(LIBRARY, encoding="utf-8")
    return tmp_path


def questions(source: str) -> tuple[str, list[tuple[int, int, str]]]:
    """Take the questions out of a case: each a line, a column and the answer."""
    code = textwrap.dedent(source).lstrip("\n").splitlines()
    asked = [(number, line.index("«"), line.partition("#: ")[2]) for number, line in enumerate(code, 1) if "«" in line]
    return "\n".join(code).translate(str.maketrans("", "", "«»")), asked


@pytest.mark.parametrize("source", CASES.values(), ids=CASES)
def test_meanings(project: Path, source: str) -> None:
    code, asked = questions(source)
    resolver = JediResolver(str(project))
    path = str(project / "train.py")
    assert asked
    for line, column, answer in asked:
        told = resolver.canonical(path, code, line, column)
        assert str(told) == answer, code.splitlines()[line - 1]
    assert resolver.failures == 0


def test_where_a_projects_function_is_defined(project: Path) -> None:
    resolver = JediResolver(str(project))
    code = "from lib.ops import my_log, Head, tf\nmy_log(1)\nHead()\ntf.log(2)\nlen(3)\n"
    path, library = str(project / "train.py"), str(project / "lib" / "ops.py")
    assert resolver.definition(path, code, 2, 1) == (library, 7, 4)
    assert resolver.definition(path, code, 3, 1) == (library, 10, 6)
    assert resolver.definition(path, code, 4, 4) is None
    assert resolver.definition(path, code, 5, 1) is None


def test_a_new_text_of_the_same_file_is_seen(project: Path) -> None:
    resolver = JediResolver(str(project))
    path = str(project / "train.py")
    assert resolver.canonical(path, "import torch as t\nt.log(x)\n", 2, 3) == "torch.log"
    assert resolver.canonical(path, "import numpy as t\nt.log(x)\n", 2, 3) == "numpy.log"
    assert resolver.canonical(path, "import torch as t\nt.log(x)\n", 2, 3) == "torch.log"


def test_a_very_long_text_is_not_asked_about() -> None:
    text = "import torch\ntorch.log(x)\n"
    resolver = JediResolver(None)
    assert resolver.canonical("/nowhere/short.py", text, 2, 7) == "torch.log"
    assert resolver.canonical("/nowhere/long.py", text + "#" * LONGEST_TEXT, 2, 7) is None


def test_the_thousandth_question_about_a_file_is_answered_too() -> None:
    text = "import torch\n" + "torch.log(x)\n" * 1000
    resolver = JediResolver(None)
    answers = {resolver.canonical("/nowhere/a.py", text, line, 7) for line in range(2, 1002)}
    assert answers == {"torch.log"}


@pytest.mark.parametrize(("line", "column"), [(0, 0), (99, 0), (1, 99), (-1, -1)])
def test_a_place_outside_the_text_is_a_question_without_answer(line: int, column: int) -> None:
    resolver = JediResolver(None)
    assert resolver.canonical("/nowhere/a.py", "x = 1\n", line, column) is None
    assert resolver.failures == 1


def test_no_process_is_started_and_no_project_code_is_run(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a process was started")

    monkeypatch.setattr(subprocess, "Popen", refuse)
    (project / "danger.py").write_text("import pathlib\npathlib.Path('ran').touch()\nfrom torch import log\n")
    monkeypatch.chdir(project)
    resolver = JediResolver(str(project))
    code = "from danger import log\nlog(x)\n"
    assert resolver.canonical(str(project / "train.py"), code, 2, 1) == "torch.log"
    assert resolver.failures == 0
    assert not (project / "ran").exists()
    assert "danger" not in sys.modules


def test_jedi_is_imported_when_first_asked() -> None:
    code = (
        "import sys; from nanproof.names.jedi_resolver import JediResolver; r = JediResolver(None)\n"
        "assert 'jedi' not in sys.modules\n"
        "r.canonical('a.py', 'x', 1, 0)\n"
        "assert 'jedi' in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


# What is compiled is run by importing it. The program stands where `python -m nanproof` stands: in the workspace.
WITH_COMPILED = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
imported = []
sys.addaudithook(lambda event, told: imported.append(told[:2]) if event == "import" else None)
from nanproof.names.jedi_resolver import JediResolver
resolver = JediResolver(sys.argv[1])
code = Path(sys.argv[1], "train.py").read_text()
for line in range(4, len(code.splitlines()) + 1):
    resolver.canonical(sys.argv[1] + "/train.py", code, line, 2)
assert resolver.failures == 0, resolver.failures
trapped = {"foo", "bar", "baz", "package.inner", "gi"} & {*sys.modules, *(name for name, _ in imported)}
assert not trapped, trapped
assert not [name for name, path in imported if path and path.startswith(sys.argv[1])], imported
"""


def test_nothing_compiled_of_the_workspace_is_run_and_nothing_is_said_of_it(tmp_path: Path) -> None:
    (tmp_path / "package").mkdir()
    (tmp_path / "package" / "__init__.py").touch()
    names = (
        "foo.so",
        "foo.cpython-311-x86_64-linux-gnu.so",
        "bar.abi3.so",
        "baz.pyd",
        "package/inner.so",
        "_tkinter.so",
    )
    for name in (*names, "gi.so"):
        (tmp_path / name).write_bytes(b"\x7fELF\0no library")
    (tmp_path / "train.py").write_text(
        "import foo, bar, baz, package.inner, _tkinter, gi, math\n"
        "from gi.repository import Gtk\n"
        "x = '\\d' + foo.make()\n"
        "x.log(x)\nf(foo.log)\nf(bar.log)\nf(baz.a.log)\nf(package.inner.log)\nf(_tkinter.log)\nf(Gtk)\nf(math.log)\n"
        + "".join(f"{name}.log(x)\n" for name in ("foo", "bar", "baz", "package.inner", "_tkinter", "gi", "Gtk"))
    )
    command = [sys.executable, "-W", "always", "-c", WITH_COMPILED, str(tmp_path)]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False, timeout=120)
    assert (done.returncode, done.stderr, done.stdout) == (0, "", "")


def test_the_standard_librarys_compiled_modules_are_known() -> None:
    resolver = JediResolver(None)
    code = "import math\nfrom _socket import socket\nmath.log(3)\nsocket.log\n"
    assert resolver.canonical("/nowhere/a.py", code, 3, 5) == "math.log"
    assert resolver.canonical("/nowhere/a.py", code, 4, 7) is None
    assert resolver.failures == 0


def test_a_text_that_was_never_saved_is_not_what_others_import(tmp_path: Path) -> None:
    lib, main = tmp_path / "lib.py", tmp_path / "main.py"
    lib.write_text("from torch import log\n", encoding="utf-8")
    unsaved, importing = "from torch import exp as log\nlog(1)\n", "from lib import *\nlog(1)\n"
    resolver = JediResolver(str(tmp_path))
    assert resolver.canonical(str(lib), unsaved, 2, 0) == "torch.exp"
    assert resolver.canonical(str(main), importing, 2, 0) == "torch.log"
    assert resolver.canonical(str(lib), unsaved, 2, 0) == "torch.exp"
    another = JediResolver(str(tmp_path))
    assert another.canonical(str(main), importing, 2, 0) == "torch.log"


def test_what_is_written_on_the_disk_is_read_again(tmp_path: Path) -> None:
    lib, main = tmp_path / "lib.py", tmp_path / "main.py"
    lib.write_text("from torch import log\n", encoding="utf-8")
    importing = "from lib import *\nlog(1)\n"
    resolver = JediResolver(str(tmp_path))
    assert resolver.canonical(str(main), importing, 2, 0) == "torch.log"
    lib.write_text("from torch import exp as log\n", encoding="utf-8")
    later = time.time() + 10
    os.utime(lib, (later, later))
    resolver.forget()
    assert resolver.canonical(str(main), importing, 2, 0) == "torch.exp"
