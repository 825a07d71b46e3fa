"""What nanproof asks of the system in the workspace of traps: files, programs, sockets; each one is accounted for."""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from mcp import Client
from mcp.client.stdio import StdioServerParameters, stdio_client

import nanproof
from tests.e2e.install import STRACE_PART
from tests.traps.session import edit_and_leave, running
from tests.traps.test_started import CONSOLE, SECONDS, STARTS
from tests.traps.traced import OPTIONS, Call, read_record
from tests.traps.workspace import Workspace, build

SERVER, ASSISTANT = ("server",), ("mcp",)
CHECKS = {
    "check": ("check", "."),
    "fix": ("check", "--fix", "--unsafe-fixes", "."),
    "diff": ("check", "--diff", "."),
    "reveal": ("reveal", "train.py:20"),
    "suspects": ("suspects", "train.py"),
    "server": SERVER,
    "mcp": ASSISTANT,
}
# The machine's own: what the loader, the C library and Python read of it.
SYSTEM = ("/lib", "/lib64", "/usr/lib", "/usr/lib64", "/usr/share/locale", "/usr/share/zoneinfo", "/etc/ld.so.cache",
          "/etc/localtime", "/etc/ssl", "/proc/self", "/proc/cpuinfo", "/proc/meminfo", "/sys/devices/system/cpu",
          "/sys/fs/cgroup", "/dev/null", "/dev/urandom", "/dev/tty")  # fmt: skip
# What tells a program how to behave or what to load. nanproof has no use for any of it.
NEVER_OPENED = (".so", ".pyd", ".dll", ".pth", ".env", ".python-version", "pyvenv.cfg", "project.json", "settings.json",
                "fifo.py", "setup.cfg", "/.git/config", "/.git/HEAD")  # fmt: skip


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    if not STRACE_PART.present():
        if os.environ.get("CI") == "true":
            pytest.fail(STRACE_PART.absence)
        pytest.skip(STRACE_PART.absence)
    return build(tmp_path)


def traced(start: Sequence[str], arguments: Sequence[str], made: Workspace) -> list[Call]:
    """Run nanproof to its end in the workspace; return every system call of the kinds that matter."""
    record = made.markers.parent / "record"
    command = ["strace", *OPTIONS, "-o", str(record), *start, *arguments]
    if arguments == SERVER:
        with running(command, made.folder, made.environment()) as session:
            assert "NAN101" in edit_and_leave(session, made.folder, made.train)
    elif arguments == ASSISTANT:
        asyncio.run(ask_and_leave(command, made))
    else:
        done = subprocess.run(
            command, cwd=made.folder, env=made.environment(), capture_output=True, check=False, timeout=SECONDS
        )
        assert done.returncode in (0, 1), done.stderr
    calls = read_record(record, made.folder)
    assert made.ran() == []
    return calls


async def ask_and_leave(command: Sequence[str], made: Workspace) -> None:
    """Ask about a file as an assistant does, and end the server."""
    server = StdioServerParameters(
        command=command[0], args=[*command[1:]], env=dict(made.environment()), cwd=made.folder
    )
    async with Client(stdio_client(server)) as client:
        text = made.train.read_text("utf-8")
        answer = await client.call_tool("check_snippet", {"code": text, "filename": made.train.name})
        assert "NAN101" in json.dumps(answer.structured_content)


def is_within(path: str, *folders: str | Path) -> bool:
    return any(path == str(folder) or path.startswith(f"{folder}{os.sep}") for folder in folders)


def own_folders() -> list[str]:
    """The folders of Python, of what is installed in it, and of nanproof."""
    installed = {sys.prefix, sys.base_prefix, *filter(None, sys.path), str(Path(nanproof.__file__).parents[1])}
    return [*installed, *(os.path.realpath(folder) for folder in installed)]


@STARTS
@pytest.mark.parametrize("name", CHECKS)
def test_every_system_call_is_accounted_for(start: tuple[str, ...], name: str, workspace: Workspace) -> None:
    calls = traced(start, CHECKS[name], workspace)
    assert len(calls) > 500  # it was traced

    # One program, which is nanproof itself (the server starts its own Python once more), and nobody to speak to.
    programs = [call.path for call in calls if call.starts and call.name.startswith("exec")]
    assert programs == [os.path.normpath(start[0]), *([os.path.normpath(sys.executable)] if name == "server" else [])]
    assert [call.line for call in calls if call.speaks] == []

    # Written: the caches in the home folder, nanproof's and jedi's, and what --fix was told to mend.
    cache = workspace.home / ".cache"
    may_change = [cache, workspace.folder] if name == "fix" else [cache]
    assert [call.line for call in calls if call.writes and not is_within(call.path, *may_change, os.devnull)] == []

    # Read: the workspace, Python, nanproof, the cache and the system. Not the home folder, nor what lies above.
    opened = [call for call in calls if call.opens]
    known: list[str | Path] = [workspace.folder, cache, *own_folders(), *SYSTEM]
    assert [call.line for call in opened if not is_within(call.path, *known)] == []
    # And of the workspace nothing that could tell nanproof, or the machine, what to do.
    inside = {call.path for call in opened if is_within(call.path, workspace.folder)}
    assert str(workspace.train) in inside or name in ("server", "mcp")  # who are sent the text
    assert [path for path in inside if path.endswith(NEVER_OPENED)] == []
    assert [path for path in inside if is_within(path, workspace.folder / ".venv", workspace.folder / ".git")] == []


@STARTS
def test_a_fix_writes_what_it_mends_and_no_more(start: tuple[str, ...], workspace: Workspace) -> None:
    before = workspace.train.read_bytes()
    calls = traced(start, CHECKS["fix"], workspace)
    assert workspace.train.read_bytes() != before
    changed = {call.path for call in calls if call.writes and is_within(call.path, workspace.folder)}
    assert str(workspace.train) in changed
    assert {Path(path).parent for path in changed} == {workspace.folder}


@pytest.mark.parametrize("name", ["check", "server"])
def test_no_link_leads_out(name: str, workspace: Workspace) -> None:
    calls = [call for call in traced(CONSOLE, CHECKS[name], workspace) if call.opens]
    opened = {os.path.realpath(call.path) for call in calls}
    assert str(workspace.train) in opened or name == "server"
    assert not {path for path in opened if is_within(path, workspace.outside)}


def test_the_record_tells_what_a_program_does(workspace: Workspace) -> None:
    """Else the tests above would hold because nothing is ever seen."""
    program = (
        "import os, socket, subprocess; open('made', 'w'); os.mkdir('folder'); open('../outside/secret.cfg');"
        "subprocess.run(['bin/git']); socket.socket(socket.AF_INET).connect_ex(('127.0.0.1', 9))"
    )
    record = workspace.markers.parent / "record"
    command = ["strace", *OPTIONS, "-o", str(record), sys.executable, "-I", "-c", program]
    subprocess.run(command, cwd=workspace.folder, check=True, timeout=SECONDS)
    calls = read_record(record, workspace.folder)
    assert str(workspace.folder / "bin" / "git") in {call.path for call in calls if call.starts}
    assert {"made", "folder"} <= {Path(call.path).name for call in calls if call.writes}
    assert str(workspace.outside / "secret.cfg") in {call.path for call in calls if call.opens}
    assert {"socket", "connect"} <= {call.name for call in calls if call.speaks}
    assert workspace.ran() == ["git.program"]
