"""What `--diff` prints: `patch` and `git` can apply it, whatever a file is called and holds; it harms no terminal."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nanproof.cli.difference import quoted, unified

FAULTY = "import torch\np = torch.sigmoid(z)\nq = torch.log(p)\n"
NANPROOF = [sys.executable, "-m", "nanproof"]

NAMES = [
    "plain.py",
    "a b.py",
    "two  spaces .py",
    " first.py",
    "tab\there.py",
    "new\nline.py",
    "return\rhere.py",
    'quo"te.py',
    "apo'strophe.py",
    "back\\slash.py",
    "caf\u00e9.py",
    "\u65e5\u672c.py",
    "\u65e5 \u672c.py",
    "esc\x1b[31m.py",
    "right\u202eleft.py",
    "c1\u009b31m.py",
    "nobreak\u00a0space.py",
    "no\udcfftext.py",
    "-dash.py",
    "a 2020-01-01 00:00:00.000000000 +0000.py",
    "folder of/some depth/\tand name.py",
    "..dots.py",
]

CONTENTS = {
    "line feeds": FAULTY.encode(),
    "no line end at the end": FAULTY.removesuffix("\n").encode(),
    "carriage returns and line feeds": FAULTY.replace("\n", "\r\n").encode(),
    "carriage returns": FAULTY.replace("\n", "\r").encode(),
    "mixed": b"x = 1\r\ny = 2\rw = 3\n" + FAULTY.encode(),
    "byte order mark": b"\xef\xbb\xbf" + FAULTY.encode(),
    "latin-1": b"# coding: latin-1\n# \xe9\x9b\n" + FAULTY.encode(),
    "shift_jis": "# coding: shift_jis\n# \u8868\u793a \u30bd\n".encode("shift_jis") + FAULTY.encode(),
    "separators": "# \u2028 \u2029 \x85 \x0b \x0c \x1c\n".encode() + FAULTY.encode(),
    "controls": "# \x1b[31m \u202e \u009b \x7f \x08\n".encode() + FAULTY.encode(),
    "a difference within": b"# --- a\n# +++ b\n# @@ -1 +1 @@\n" + FAULTY.encode(),
}


def plant(root: Path, files: dict[str, bytes]) -> Path:
    for name, data in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return root


def texts(root: Path) -> dict[str, bytes]:
    return {str(path.relative_to(root)): path.read_bytes() for path in root.rglob("*.py")}


def applied_by_all(tmp_path: Path, files: dict[str, bytes]) -> None:
    """Have the difference applied by both programs; it must leave what `--fix` leaves."""
    expected = plant(tmp_path / "expected", files)
    subprocess.run([*NANPROOF, "check", "--fix", "."], cwd=expected, capture_output=True, check=False)
    assert all(texts(expected)[name] != data for name, data in files.items())
    source = plant(tmp_path / "source", files)
    printed = subprocess.run([*NANPROOF, "check", "--diff", "."], cwd=source, capture_output=True, check=False)
    assert printed.returncode == 1, printed.stderr
    assert texts(source) == files
    for command in (["patch", "-p0", "--quiet"], ["git", "apply", "-p0", "--whitespace=nowarn"]):
        folder = plant(tmp_path / command[0], files)
        if command[0] == "git":
            subprocess.run(["git", "init", "-q"], cwd=folder, check=True)
        done = subprocess.run(command, cwd=folder, input=printed.stdout, capture_output=True, check=False, timeout=60)
        assert (done.returncode, done.stderr) == (0, b""), (command, done)
        assert texts(folder) == texts(expected)


def test_it_can_be_applied_to_files_of_any_name(tmp_path: Path) -> None:
    applied_by_all(tmp_path, dict.fromkeys(NAMES, FAULTY.encode()))


@pytest.mark.parametrize("data", CONTENTS.values(), ids=CONTENTS)
def test_it_can_be_applied_to_files_of_any_text(data: bytes, tmp_path: Path) -> None:
    applied_by_all(tmp_path, {"a.py": data})


def test_it_names_the_file_that_a_link_leads_to(tmp_path: Path) -> None:
    plant(tmp_path, {"a.py": FAULTY.encode()})
    (tmp_path / "link.py").symlink_to("a.py")
    command = [*NANPROOF, "check", "--diff", "link.py", "a.py"]
    printed = subprocess.run(command, cwd=tmp_path, capture_output=True, check=False).stdout
    assert [line for line in printed.splitlines() if line.startswith(b"---")] == [b"--- a.py"]


def test_a_terminal_gets_no_control_character_of_a_file(tmp_path: Path) -> None:
    files = dict.fromkeys(NAMES, CONTENTS["controls"]) | {"crlf.py": CONTENTS["controls"].replace(b"\n", b"\r\n")}
    plant(tmp_path, files)
    shown = on_terminal([*NANPROOF, "check", "--diff", "."], tmp_path)
    assert len(shown.splitlines()) > 8 * len(files)
    assert "caf\u00e9.py" in shown
    assert "-q = torch.log(p)" in shown
    assert harm(shown) == set()


@pytest.mark.parametrize("arguments", [["check", "."], ["check", "--fix", "."], ["check", "gone\x1b[31m\u202e.py"]])
def test_a_terminal_gets_none_in_reports_and_complaints_either(arguments: list[str], tmp_path: Path) -> None:
    files = dict.fromkeys(NAMES, CONTENTS["controls"].replace(b"torch.log(p)", b"torch.log(p) # \x1b[31m \xc2\x9b"))
    plant(tmp_path, files | {f"broken{name}": b"\0" for name in NAMES if "/" not in name})
    (tmp_path / "link\x1b[31m.py").symlink_to("\x1b[31mloop.py")
    (tmp_path / "\x1b[31mloop.py").symlink_to("\x1b[31mloop.py")
    shown = on_terminal([*NANPROOF, *arguments], tmp_path, FORCE_COLOR="0")
    assert "nanproof: " in shown
    assert harm(shown) == set()


@pytest.mark.parametrize(
    "arguments",
    [
        ["reveal", "esc\x1b[31m.py:7"],
        ["reveal", "esc\x1b[31m.py:7:99"],
        ["reveal", "esc\x1b[31m.py:99"],
        ["reveal", "gone\x1b[31m.py:1"],
        ["reveal", "gone\x1b[31m.py"],
        ["explain", "\x1b[31m\u202e"],
        ["catalog", "\x1b[31m\u202e"],
        ["check", "--\x1b[31m\u202e"],
        ["\x1b[31m\u202e"],
    ],
)
def test_a_terminal_gets_none_in_answers(arguments: list[str], tmp_path: Path) -> None:
    text = FAULTY + "\n".join(["x['\x1b[31m \u202e \u009b']", "f(  # \x1b[31m", " '\x1b[31m \u202e \u009b')"]) * 2
    plant(tmp_path, {"esc\x1b[31m.py": text.encode()})
    shown = on_terminal([*NANPROOF, *arguments], tmp_path)
    assert shown
    assert harm(shown) == set()


def harm(shown: str) -> set[str]:
    """Return the characters that would do more on a terminal than be seen."""
    return {each for each in shown if not each.isprintable() and each not in "\n\t"}


def on_terminal(command: list[str], folder: Path, **environment: str) -> str:
    """Run a command on a terminal, and return what it wrote to both streams."""
    ours, theirs = pty.openpty()
    given = os.environ | {"PYTHONIOENCODING": "utf-8", "TERM": "dumb"} | environment
    with subprocess.Popen(command, cwd=folder, stdout=theirs, stderr=theirs, env=given) as process:
        os.close(theirs)
        seen = b""
        while True:
            try:
                more = os.read(ours, 65536)
            except OSError:  # Linux: the other end is closed
                break
            if not more:
                break
            seen += more
    os.close(ours)
    assert process.returncode in (0, 1, 2)
    return seen.decode().replace("\r\n", "\n")


@given(st.text(st.characters(codec="utf-8", exclude_characters="\0/"), min_size=1, max_size=20))
def test_a_name_can_be_read_again_as_git_reads_it(name: str) -> None:
    head = quoted(name)
    assert b"\n" not in head
    if head.startswith(b'"'):
        assert head.isascii()
        read = head[1:-1].decode("unicode_escape").encode("latin-1")
    else:
        assert not head.startswith(b" ")
        read = head.removesuffix(b"\t")
    assert read == name.encode()


def test_lines_end_where_they_do_for_patch(tmp_path: Path) -> None:
    before, after = b"a\rb\x0cc\n\xe2\x80\xa8d\n\xff", b"a\rb\x0cc\n\xe2\x80\xa8e\n\xff"
    difference = unified(str(tmp_path / "a.py"), before, after)
    assert difference.split(b"\n")[3:] == [
        b" a\rb\x0cc",
        b"-\xe2\x80\xa8d",
        b"+\xe2\x80\xa8e",
        b" \xff",
        b"\\ No newline at end of file",
        b"",
    ]
