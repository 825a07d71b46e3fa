"""A report that is brought up to date is the one that a new run makes, and no more is examined for it than must be."""

import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import ClassVar

import pytest

from nanproof.analysis import Examination, Project
from nanproof.budget import Budget
from nanproof.cli.check import Request, check
from nanproof.cli.configured import Configurations
from nanproof.cli.formats.output_format import OutputFormat
from nanproof.cli.watch import watch
from nanproof.source.document import Document
from nanproof.source.reader import DiskReader

from .baselines import with_baseline

HELPER = "import tensorflow as tf\n\ndef entropy(p):\n    return tf.math.log(p)\n"
CALLER = "import tensorflow as tf\nfrom helper import entropy\n\nloss = entropy(tf.nn.softmax(x))\n"
OTHER = "import torch\n\ny = torch.softmax(x, -1).log()\n"
Edit = Callable[[], object]


class Noting(Project):
    """A project that notes which files it examines."""

    examined: ClassVar[list[str]] = []

    def examine(
        self, document: Document, budget: Budget | None = None, *, goes_on: bool = False, hurries: bool = False
    ) -> Examination:
        self.examined.append(Path(document.path).name)
        return super().examine(document, budget, goes_on=goes_on, hurries=hurries)


def open_noting(root: str) -> Project:
    return Noting(root, DiskReader(), is_still=True)


class Editing:
    """Makes an edit at each second look at the disk, and ends the watch when there are no more.

    What was printed before is kept, with what a new run prints.
    """

    def __init__(self, capsys: pytest.CaptureFixture[str], request: Request, *edits: Edit) -> None:
        self.told: list[str] = []
        self.said: list[str] = []
        self.anew: list[str] = []
        self.examined: list[list[str]] = []
        self._capsys = capsys
        self._request = request
        self._edits = list(edits)
        self._looks = 0

    def __call__(self, seconds: float) -> None:
        assert 0 < seconds < 5
        self._looks += 1
        if self._looks % 2 == 0:
            return
        told = self._capsys.readouterr()
        self.told.append(told.out)
        self.said.append(told.err)
        self.examined.append(sorted(Noting.examined))
        check(replace(self._request, configurations=Configurations()))
        self.anew.append(self._capsys.readouterr().out)
        Noting.examined.clear()
        if not self._edits:
            raise KeyboardInterrupt
        self._edits.pop(0)()


def watched(capsys: pytest.CaptureFixture[str], *edits: Edit, request: Request | None = None) -> Editing:
    asked = request or Request(["."], OutputFormat.JSON)
    editing = Editing(capsys, asked, *edits)
    Noting.examined.clear()
    with pytest.raises(KeyboardInterrupt):
        watch(asked, lambda _: open_noting, editing)
    return editing


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    before = signal.getsignal(signal.SIGPIPE)
    folder = tmp_path / "project"
    folder.mkdir()
    for name, text in (("helper", HELPER), ("caller", CALLER), ("other", OTHER)):
        (folder / f"{name}.py").write_text(text)
    monkeypatch.chdir(folder)
    yield folder
    signal.signal(signal.SIGPIPE, before)


def test_each_report_is_that_of_a_new_run(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    cells = [{"cell_type": "code", "source": OTHER.splitlines(keepends=True), "metadata": {}, "outputs": []}]
    book = json.dumps({"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5})
    editing = watched(
        capsys,
        lambda: (project / "helper.py").write_text(HELPER.replace("log(p)", "log(p + 1e-8)")),
        lambda: (project / "helper.py").write_text(f"# moved\n\n{HELPER}"),
        lambda: (project / "caller.py").write_text(CALLER.replace("softmax", "relu")),
        lambda: (project / "caller.py").write_text(CALLER + "loss = (\n"),
        lambda: (project / "caller.py").write_text(CALLER),
        lambda: (project / "new.py").write_text(CALLER.replace("softmax", "sigmoid")),
        lambda: (project / "caller.py").unlink(),
        lambda: (project / "new.py").write_text(CALLER.replace("from helper ", "from helpers ")),
        lambda: (project / "helper.py").rename(project / "helpers.py"),
        lambda: (project / "nanproof.toml").write_text('level = "warning"\n'),
        lambda: (project / "nanproof.toml").write_text('ignore = ["NAN1"]\n'),
        lambda: (project / "nanproof.toml").unlink(),
        lambda: (project / "book.ipynb").write_text(book),
        lambda: (project / ".gitignore").write_text("/other.py\n"),
        lambda: (project / "package").mkdir(),
        lambda: (project / "new.py").rename(project / "package" / "new.py"),
    )
    assert len(editing.told) == 17
    for told, before, anew in zip(editing.told[1:], editing.anew, editing.anew[1:], strict=False):
        assert told == anew or (told == "" and anew == before)
    assert len({*editing.told}) > 10


def test_a_folder_that_is_named_before_it_is_there_is_watched(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "pyproject.toml").touch()  # the folder that comes is in no project that is watched
    later = project.parent / "parent" / "later"

    def make() -> None:
        (later / "inside").mkdir(parents=True)
        (later / "inside" / "new.py").write_text(OTHER)

    editing = watched(
        capsys,
        make,
        lambda: (later / "inside" / "new.py").write_text(f"\n{OTHER}"),
        lambda: (later / "helper.py").write_text(HELPER),
        lambda: later.parent.rename(project.parent / "elsewhere"),
        make,
        lambda: (later / "inside" / "new.py").write_text("z = 1\n"),
        request=Request(["other.py", str(later)], OutputFormat.JSON),
    )
    assert editing.told == editing.anew
    assert "later" in editing.said[0]
    assert [each.count("later/inside/new.py") > 0 for each in editing.told] == [False, *[True] * 3, False, True, False]


def test_only_what_rests_on_the_change_is_examined_again(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    editing = watched(
        capsys,
        lambda: (project / "other.py").write_text(OTHER + "z = 1\n"),
        lambda: (project / "helper.py").write_text(HELPER + "z = 1\n"),
        lambda: (project / "caller.py").write_text(CALLER + "z = 1\n"),
        lambda: (project / "nanproof.toml").write_text('ignore = ["NAN101"]\n'),
        lambda: (project / "nanproof.toml").write_text("seconds-per-file = 9\n"),
    )
    everything = ["caller.py", "helper.py", "other.py"]
    both = ["caller.py", "helper.py"]
    assert editing.examined == [everything, ["other.py"], ["helper.py"], both, [], everything]


def test_a_file_that_nothing_rests_on_changes_in_silence(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    request = Request(["caller.py"], OutputFormat.JSON)
    editing = watched(
        capsys,
        lambda: (project / "other.py").write_text("z = 1\n"),
        lambda: (project / "notes.txt").write_text("z = 1\n"),
        lambda: (project / "caller.py").write_text(CALLER + OTHER),
        request=request,
    )
    assert editing.told[1:3] == ["", ""]
    assert editing.said[1:3] == ["", ""]
    assert editing.told[3] == editing.anew[3] != "[]\n"


def test_a_line_before_each_report_says_when_and_what(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def many() -> None:
        for number in range(5):
            (project / f"n{number}.py").write_text(OTHER)

    said = watched(capsys, lambda: (project / "other.py").write_text(HELPER), many).said
    assert said[0] == "nanproof: watching for changes; Ctrl-C ends it\n"
    assert re.fullmatch(r"nanproof: \d\d:\d\d:\d\d: other\.py changed\n", said[1])
    assert re.fullmatch(r"nanproof: \d\d:\d\d:\d\d: n0\.py, n1\.py, n2\.py and 2 more changed\n", said[2])


def test_changes_that_come_together_are_one(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    waited = list[float]()

    def wait(seconds: float) -> None:
        waited.append(seconds)
        if len(waited) > 4:
            raise KeyboardInterrupt
        if len(waited) < 4:
            (project / f"n{len(waited)}.py").write_text(OTHER)

    with pytest.raises(KeyboardInterrupt):
        watch(Request(["."], OutputFormat.CONCISE), lambda _: open_noting, wait)
    [head] = re.findall(r".* changed\n", capsys.readouterr().err)
    assert head.endswith(": n1.py, n2.py, n3.py changed\n")


def test_what_is_wrong_with_a_configuration_is_said_and_it_goes_on(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def break_it() -> None:
        (project.parent / "nanproof.toml").write_text("level = \n")
        (project / "other.py").write_text(OTHER + "z = torch.zeros(1).log()\n")

    editing = watched(capsys, break_it, (project.parent / "nanproof.toml").unlink)
    assert "nanproof.toml" in editing.said[1]
    assert editing.told[1] == ""
    assert editing.told[2] == editing.anew[2] != editing.told[0]


def test_a_baseline_is_read_again(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def write() -> None:
        check(Request(["."], write_baseline="known.json"))
        capsys.readouterr()

    request = Request(["."], OutputFormat.JSON, configurations=with_baseline("known.json"))
    editing = watched(capsys, write, request=request)
    assert "known.json cannot be read" in editing.said[0]
    assert editing.told == ["", "[]\n"]
    assert (project / "known.json").exists()


@pytest.fixture
def interruptible() -> Iterator[None]:
    """Let children hear an interrupt where the tests are run in the background, which ignores it (POSIX shells)."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@contextmanager
def started(folder: Path) -> "Iterator[subprocess.Popen[str]]":
    command = [sys.executable, "-m", "nanproof", "check", "--watch", "--output-format", "concise", "."]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=folder, stdout=pipe, stderr=pipe, text=True, env=environment) as process:
        try:
            yield process
        finally:
            process.kill()


@pytest.mark.usefixtures("interruptible")
def test_an_interrupt_ends_it_quietly(project: Path) -> None:
    for name in ("helper", "caller"):
        (project / f"{name}.py").unlink()
    with started(project) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.readline().startswith("other.py:3:5: ")
        assert "watching" in process.stderr.readline()
        (project / "other.py").write_text(f"\n{OTHER}")
        assert process.stdout.readline().startswith("other.py:4:5: ")
        assert "other.py changed" in process.stderr.readline()
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=20)
    assert (process.returncode, out, err) == (130, "", "")


def test_it_ends_when_nobody_reads_it_any_more(project: Path) -> None:
    with started(project) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        assert "watching" in process.stderr.readline()
        process.stdout.close()
        (project / "other.py").write_text(f"\n{OTHER}")
        assert process.wait(timeout=20) == -signal.SIGPIPE
        assert "Traceback" not in process.stderr.read()
