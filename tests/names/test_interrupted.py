"""A question to jedi that is interrupted, wherever that is: the next one is answered as if nothing had happened."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
from parso.cache import parser_cache

from nanproof.budget import Interrupted
from nanproof.names.jedi_resolver import JediResolver

BEFORE = """
from head import *

def activation(x):
    return tf.nn.relu(x)

class Loss:
    def of(self, p):
        return tf.math.log(p)
"""

MOVED = """
from head import *

class Focal:
    def of(self, p):
        return tf.math.log(p)

def activation(x):
    return tf.nn.relu(x)

    def of(self, p):
        return tf.math.log(p)
"""

OTHERWISE = "import torch as tf\n\nprint(tf.log(p))\n"

IMPORTER = "from loss import *\n\nprint(tf.math.log(3))\n"

HEAD = "import tensorflow as tf\n"
OTHER_HEAD = "import numpy as np\n\ndef head(x):\n    return x\n\nimport tensorflow as tf\n"


@contextmanager
def interrupted_at(step: int, counted: Callable[[FrameType], bool]) -> Iterator[list[int]]:
    """Raise an interruption at a step of the counted code; yield a list of the steps taken."""
    taken = [0]

    def trace(frame: FrameType, event: str, _: object) -> Any:
        if event == "line":
            taken[0] += 1
            if taken[0] == step:
                raise Interrupted
        return trace if event != "call" or counted(frame) else None

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        yield taken
    finally:
        sys.settrace(before)


def _is_of(*names: str) -> Callable[[FrameType], bool]:
    endings = tuple(names)
    return lambda frame: frame.f_code.co_filename.endswith(endings)


def _asked(resolver: JediResolver, path: Path, text: str) -> list[str | None]:
    lines = text.split("\n")
    places = [(number + 1, line.index(".log") + 1) for number, line in enumerate(lines) if ".log" in line]
    return [resolver.canonical(str(path), text, *place) for place in places]


@pytest.mark.parametrize(
    ("counted", "text", "operations"),
    [
        pytest.param(_is_of("parso/python/diff.py"), MOVED, ["tensorflow.math.log"] * 2, id="while a text is compared"),
        pytest.param(
            _is_of("names/jedi_environment.py"),
            OTHERWISE,
            ["torch.log"],
            id="while texts change places",
        ),
    ],
)
def test_an_interrupted_question_leaves_nothing_behind(
    tmp_path: Path, counted: Callable[[FrameType], bool], text: str, operations: list[str]
) -> None:
    step, stride, wrong = 1, 3, list[tuple[int, list[str | None]]]()
    while True:
        root = tmp_path / str(step)
        root.mkdir()
        path, head = root / "loss.py", root / "head.py"
        head.write_text(HEAD)
        path.write_text(BEFORE)
        resolver = JediResolver(str(root))
        assert _asked(resolver, path, BEFORE) == ["tensorflow.math.log"]
        head.write_text(OTHER_HEAD)
        resolver.forget()
        with suppress(Interrupted), interrupted_at(step, counted) as taken:
            _asked(resolver, path, text)
        found = [*_asked(resolver, path, text), *_asked(resolver, root / "train.py", IMPORTER)]
        if found != [*operations, "tensorflow.math.log"]:
            wrong.append((step, found))
        for files in parser_cache.values():  # so that it takes as many steps each time
            for each in (path, head, root / "train.py"):
                files.pop(each, None)
        if taken[0] < step:
            break
        step += stride
    assert step > stride, "nothing was interrupted"
    assert not wrong


def test_a_copy_that_was_not_written_to_its_end_is_written_again(tmp_path: Path) -> None:
    project, cache = tmp_path / "project", tmp_path / "cache"
    project.mkdir()
    (project / "head.py").write_text(HEAD)
    path = project / "loss.py"
    path.write_text(BEFORE)
    program = (
        "import sys; from nanproof.names.jedi_resolver import JediResolver\n"
        "print(JediResolver(sys.argv[1]).canonical(sys.argv[2], open(sys.argv[2]).read(), 9, 23))"
    )

    def asked() -> str:
        command = [sys.executable, "-c", program, str(project), str(path)]
        environment = {**os.environ, "XDG_CACHE_HOME": str(cache)}
        done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120, check=True)
        return done.stdout.strip()

    assert asked() == "tensorflow.math.log"
    whole = {copy: copy.stat().st_size for copy in cache.rglob("*.pkl")}
    assert whole, "jedi keeps copies elsewhere"
    for copy, size in whole.items():
        os.truncate(copy, size // 2)
    assert asked() == "tensorflow.math.log"
    assert {copy: copy.stat().st_size for copy in cache.rglob("*.pkl")} == whole
