"""The program as a shell starts it."""

import fcntl
import os
import pty
import re
import select
import shlex
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

import nanproof
from nanproof import __version__
from nanproof.cli.arguments import parsed

FAULTY = "import tensorflow as tf\ny = tf.nn.softmax(x)\nz = tf.math.log(y)\n"
NANPROOF = [sys.executable, "-m", "nanproof"]

# The engine is made slow or broken in the program that is tested, and nothing else of it is changed.
WITH_ENGINE = """
import sys, time
from nanproof.analysis import Examination, Project
from nanproof.cli.command import main
def examine(self, document, budget=None, *, goes_on=False, hurries=False):
    {body}
    return Examination()
Project.examine = examine
sys.exit(main(sys.argv[1:]))
"""


def run(*arguments: str, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*NANPROOF, *arguments], cwd=cwd, capture_output=True, text=True, check=False)


def with_engine(body: str, *arguments: str) -> list[str]:
    return [sys.executable, "-c", WITH_ENGINE.format(body=body), *arguments]


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    path = tmp_path / "train.py"
    path.write_text(FAULTY)
    return path


def test_it_knows_its_version() -> None:
    done = run("--version")
    assert (done.returncode, done.stdout) == (0, f"nanproof {__version__}\n")


def test_check_finds_explains_and_ends_with_1(faulty: Path) -> None:
    done = run("check", "train.py", cwd=faulty.parent)
    assert done.returncode == 1
    assert done.stderr == ""
    head, message, *frame = done.stdout.splitlines()
    assert head == "train.py:3:5 warning NAN101 unmasked-log"
    assert message.startswith("  `y` is a softmax, exactly 0 once a logit trails")
    assert frame[-5:] == [
        "   = write:      tf.nn.log_softmax(x)",
        "   = or mask it: tf.math.log(tf.clip_by_value(y, 1e-10, 1.0))",
        "",
        "Found 1 problem in 1 file (1 file checked).",
        "1 can be mended with --fix.",
    ]


def test_the_end_says_what_can_be_done_next(faulty: Path) -> None:
    faulty.write_text(f"{FAULTY}w = 2 * tf.math.log(q)\nv = tf.math.log(tf.nn.softmax(q) + 1e-6)\n")
    assert run("check", str(faulty)).stdout.splitlines()[-4:] == [
        "Found 1 problem in 1 file, and 1 place worth a look (1 file checked).",
        "1 can be mended with --fix.",
        "1 more can be mended with --fix --level information.",
        "1 more with --level hint.",
    ]
    done = run("check", "--fix", "--level", "information", str(faulty))
    assert done.stderr == "nanproof: fixed 2 problems in 1 file\n"
    assert done.stdout.splitlines() == ["Found no problems (1 file checked).", "1 more with --level hint."]


def test_without_a_command_it_says_in_five_lines_what_to_type() -> None:
    done = run()
    assert done.returncode == 0
    assert len(done.stdout.splitlines()) == 5
    assert done.stdout.startswith("nanproof check .  ")


COMMANDS = (
    "check",
    "explain",
    "reveal",
    "suspects",
    "trace",
    "catalog",
    "config",
    "completion",
    "clean",
    "server",
    "mcp",
)


def test_the_help_names_all_commands() -> None:
    done = run("--help")
    assert done.returncode == 0
    assert tuple(re.findall(r"^    (\w+)(?:  |$)", done.stdout, re.MULTILINE)) == COMMANDS


@pytest.mark.parametrize("command", COMMANDS)
def test_each_help_shows_examples_that_make_sense(command: str) -> None:
    done = run(command, "--help")
    assert (done.returncode, done.stderr) == (0, "")
    examples = done.stdout.partition("\nexamples:\n")[2].splitlines()
    assert examples
    for line in examples:
        (call,) = re.findall(r"\bnanproof (.*?)(?:  .*| \. .*|$)", line)
        asked = parsed(shlex.split(re.split(" [<>] ", call)[0]))
        assert asked is not None, line
        assert asked.command == command


def test_without_a_path_it_checks_the_current_folder(faulty: Path) -> None:
    assert "train.py:3:5" in run("check", cwd=faulty.parent).stdout


def test_the_mask_it_proposes_silences_it(faulty: Path) -> None:
    faulty.write_text(FAULTY.replace("log(y)", "log(tf.clip_by_value(y, 1e-10, 1.0))"))
    done = run("check", str(faulty))
    assert (done.returncode, done.stdout) == (0, "Found no problems (1 file checked).\n")


@pytest.mark.parametrize("asked", ["NAN101", "nan101", "unmasked-log"])
def test_it_explains_a_rule(asked: str) -> None:
    done = run("explain", asked)
    assert done.returncode == 0
    assert done.stdout.startswith("# unmasked-log (NAN101)\n")
    assert "## Why is this bad?" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["explain", "NAN999"], "there is no rule 'NAN999'; did you mean NAN"),
        (["explain", "unmasked-lgo"], "did you mean unmasked-log?; nanproof explain lists the rules"),
        (["catalog", "--output-format", "json"], "give its NAME"),
        (["check", "nowhere"], "nowhere: there is no such file or folder"),
        (["check", "--level", "loud"], "invalid choice: 'loud'"),
        (["frobnicate"], "invalid choice: 'frobnicate'"),
        (["chekc", "."], "did you mean check?"),
        (["check", ".", "--usnafe-fixes", "--fix"], "did you mean --unsafe-fixes?"),
        (["check", "--select", "NAN1O1"], "there is no rule 'NAN1O1'; did you mean NAN101?; nanproof explain RULE"),
        (["check", "--ignore", "unmasked-lgo"], "did you mean unmasked-log?"),
        (["check", "-", "a.py"], "- is the text on standard input"),
        (["check", "--stdin-filename", "a.py", "."], "give - as the path"),
        (["check", "--files-from", "a.txt", "."], "--files-from names the paths"),
        (["check", "--files-from", "nowhere.txt"], "No such file"),
        (["check", "--fix", "--baseline", "b.json"], "leave out --baseline and --since"),
        (["check", "--statistics", "--diff"], "--statistics prints a table"),
        (["check", "--jobs", "0"], "argument --jobs: 0 is no number of processes: give 1 or more"),
        (["check", "--jobs", "-2"], "argument --jobs: "),
        (["check", "--jobs", "many"], "many is no number of processes"),
        (["check", "--jobs", "1.5"], "1.5 is no number of processes"),
        (
            ["check", "--shard", "9/8"],
            "argument --shard: 9/8 is no shard: they are counted from 1, and the last of 8 is",
        ),
        (["check", "--shard", "0/8"], "0/8 is no shard"),
        (["check", "--shard", "0/0"], "0/0 is no shard"),
        (["check", "--shard", "x"], "x is no shard: give its number and how many there are, as in 3/8"),
        (["check", "--shard=-1/8"], "-1/8 is no shard"),
        (["check", "--shard", "1/8", "--fix"], "--fix and --write-baseline are for all: leave out --shard"),
        (["check", "--shard", "1/8", "--write-baseline", "b.json"], "leave out --shard"),
        (["check", "--shard", "1/8", "-"], "- is one text: leave out --shard"),
        (
            ["check", "--watch", "--fix"],
            "--watch checks what is on the disk, again and again in one process: leave out",
        ),
        (["check", "--watch", "--diff"], "leave out --fix, --diff, --write-baseline, --shard, --jobs and -"),
        (["check", "--watch", "--write-baseline", "b.json"], "--watch checks what is on the disk"),
        (["check", "--watch", "--shard", "1/2"], "--watch checks what is on the disk"),
        (["check", "--watch", "--jobs", "2"], "--watch checks what is on the disk"),
        (["check", "--watch", "-"], "--watch checks what is on the disk"),
        (["check", "--baseline", "nowhere.json"], "--write-baseline nowhere.json writes one"),
    ],
)
def test_what_it_cannot_do_ends_with_2_and_says_why(arguments: Sequence[str], sentence: str, tmp_path: Path) -> None:
    (tmp_path / "a.py").touch()  # a baseline is read where there is something to compare with it
    done = run(*arguments, cwd=tmp_path)
    assert done.returncode == 2
    assert sentence in done.stderr
    assert "Traceback" not in done.stderr


def test_check_never_loads_the_language_server(faulty: Path) -> None:
    code = (
        "import sys; from nanproof.cli.command import main; code = main(sys.argv[1:]);"
        "loaded = {name.partition('.')[0] for name in sys.modules};"
        "print(sorted(loaded & {'pygls', 'lsprotocol', 'asyncio', 'shtab', 'tqdm', 'wcwidth', 'tensorflow', 'mcp'}));"
        "sys.exit(code)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, "check", str(faulty)], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.splitlines()[-1] == "[]"


def test_a_reader_that_goes_away_is_no_error(tmp_path: Path) -> None:
    for number in range(200):  # more than a pipe holds
        (tmp_path / f"{number}.py").write_text(FAULTY)
    with subprocess.Popen(
        [*NANPROOF, "check", str(tmp_path)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == ""
        assert process.wait() == 1


def test_a_full_disk_is_said(faulty: Path) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [*NANPROOF, "check", str(faulty)], stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert done.returncode == 2
    assert done.stderr == "nanproof: stopped, because the report could not be written: No space left on device\n"


WITH_BUG = """
import sys
from nanproof.cli.command import main
import nanproof.cli.{module} as module
def fails(*_, **__):
    raise {error}
module.{name} = fails
sys.exit(main(sys.argv[1:]))
"""


@pytest.mark.parametrize(
    ("module", "name", "error", "sentence"),
    [
        ("check", "discover", "ValueError('a bug')", "stopped, because nanproof itself failed (ValueError: a bug at "),
        (
            "check",
            "by_root",
            "RecursionError('deep')",
            "stopped, because nanproof itself failed (RecursionError: deep at ",
        ),
        ("check", "discover", "OSError(28, 'No space left', '/x')", "stopped: No space left (/x)"),
        ("fixing", "proposals", "KeyError('x')", "train.py: nanproof itself failed on this file (KeyError: 'x' at "),
        ("fixing", "unified", "MemoryError()", "nanproof itself failed (MemoryError"),
        ("fixing", "replace_whole", "ValueError('x')", "nanproof itself failed (ValueError: x"),
    ],
)
def test_a_bug_of_ours_is_never_findings(module: str, name: str, error: str, sentence: str, faulty: Path) -> None:
    program = WITH_BUG.format(module=module, name=name, error=error)
    option = "--diff" if name == "unified" else "--fix"
    done = subprocess.run(
        [sys.executable, "-c", program, "check", option, str(faulty)], capture_output=True, text=True, check=False
    )
    assert (done.returncode, "Traceback" in done.stderr) == (2, False)
    assert sentence in done.stderr
    assert faulty.read_text() == FAULTY


def test_a_current_folder_that_is_gone_is_said(tmp_path: Path) -> None:
    program = f"cd {tmp_path}; mkdir gone; cd gone; rmdir ../gone; exec {sys.executable} -m nanproof check"
    environment = os.environ | {"PYTHONPATH": str(Path(nanproof.__file__).parents[1])}
    done = subprocess.run(["bash", "-c", program], capture_output=True, text=True, check=False, env=environment)
    assert done.returncode == 2
    assert "nanproof: stopped: the folder that it was started in is gone; change to another folder" in done.stderr
    assert "report" not in done.stderr


@pytest.mark.parametrize("arguments", [["check", "gone.py"], ["check", "--fix", "train.py"], ["reveal", "x"]])
def test_who_cannot_hear_complaints_gets_the_same_exit_code(arguments: list[str], faulty: Path) -> None:
    expected = subprocess.run([*NANPROOF, *arguments], cwd=faulty.parent, capture_output=True, check=False).returncode
    faulty.write_text(FAULTY)
    with Path("/dev/full").open("w") as full:
        done = subprocess.run([*NANPROOF, *arguments], cwd=faulty.parent, stderr=full, check=False)
    assert done.returncode == expected
    faulty.write_text(FAULTY)
    shell = ["bash", "-c", 'exec "$@" 2>&-', "bash", *NANPROOF, *arguments]
    assert subprocess.run(shell, cwd=faulty.parent, check=False).returncode == expected


def test_a_terminal_without_unicode_gets_escapes(faulty: Path) -> None:
    faulty.write_text(FAULTY + "é = tf.math.log(tf.nn.softmax(日本))\n")
    done = subprocess.run(
        [*NANPROOF, "check", str(faulty)],
        env=os.environ | {"PYTHONIOENCODING": "ascii"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (1, "")
    assert "\\u65e5" in done.stdout


def test_a_name_that_is_no_text_can_be_checked(tmp_path: Path) -> None:
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff\n.py")).write_text(FAULTY)
    for arguments in (["check"], ["check", "--output-format", "json"]):
        done = subprocess.run([*NANPROOF, *arguments, str(tmp_path)], capture_output=True, check=False)
        assert (done.returncode, done.stderr) == (1, b"")


@pytest.fixture
def interruptible() -> Iterator[None]:
    """Let children hear an interrupt where the tests are run in the background, which ignores it (POSIX shells)."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("interruptible")
@pytest.mark.parametrize("files", [1, 600])
def test_an_interrupt_ends_it_at_once_and_quietly(files: int, tmp_path: Path) -> None:
    for number in range(files):
        (tmp_path / f"{number}.py").write_text(FAULTY)
    begun = tmp_path / "begun"
    body = f"open({str(begun)!r}, 'w').close(); time.sleep(30)"
    with subprocess.Popen(
        with_engine(body, "check", str(tmp_path)),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as process:
        while not begun.exists():
            assert process.poll() is None
            time.sleep(0.01)
        os.killpg(process.pid, signal.SIGINT)  # as a terminal does on Ctrl-C
        out, err = process.communicate(timeout=20)
    assert (process.returncode, out, err) == (130, "", "")


def on_terminal(command: Sequence[str]) -> str:
    """Run a command whose standard error is a terminal, and return what it wrote there."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=theirs)
    os.close(theirs)
    seen = b""
    while process.poll() is None or select.select([ours], [], [], 0)[0]:
        if select.select([ours], [], [], 0.05)[0]:
            try:
                seen += os.read(ours, 65536)
            except OSError:  # Linux: the other end is closed
                break
    os.close(ours)
    process.wait()
    return seen.decode()


def test_who_waits_at_a_terminal_sees_progress_and_nobody_else(tmp_path: Path) -> None:
    for number in range(20):
        (tmp_path / f"{number}.py").write_text(FAULTY)
    slow = with_engine("time.sleep(0.15)", "check", str(tmp_path))
    assert "/20" in on_terminal(slow)
    assert on_terminal(with_engine("pass", "check", str(tmp_path))) == ""
    assert subprocess.run(slow, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, check=False).stderr == b""
