"""From keystroke to diagnostics: nanproof, ruff and a server that does nothing, on one file, in one run.

    python benchmarks/keystroke.py FILE [--inside NAME] [--rounds 3] [--pause 0.03]

Opens an empty line in front of the last statement of a function, types a line of code into it, key by key, and waits
after each key for the diagnostics of that version. The function is the one in the middle of FILE, or the first that is
called NAME. Brackets stay open until a key closes them. Every round starts each server anew, one after the other. Linux
only (memory is read from /proc).
"""

from __future__ import annotations

import argparse
import ast
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from lsp_client import Client, elapsed_ms

HERE = Path(__file__).resolve().parent
TYPED = "probe = tf.reduce_mean(tf.log(tf.nn.softmax(logits)))"
SERVERS = {
    "nanproof server": [sys.executable, "-m", "nanproof", "server"],
    "ruff server": [str(Path(sys.executable).with_name("ruff")), "server"],
    "empty pygls server": [sys.executable, str(HERE / "empty_server.py")],
}
# What the VS Code extension starts, once `npm run package` or `npm run bundle` has filled it.
_START = HERE.parent / "vscode-client" / "bundled" / "start.py"
if _START.with_name("libs").is_dir():
    SERVERS["bundled server"] = [sys.executable, "-I", "-S", str(_START), "useBundled", "server"]


@dataclass(slots=True)
class Timings:
    """What was measured of one server, in milliseconds and bytes."""

    initialize: list[float] = field(default_factory=list)
    opened: list[float] = field(default_factory=list)
    keystrokes: list[float] = field(default_factory=list)
    memory: int = 0
    diagnostics: int = 0

    @property
    def median(self) -> float:
        """The median time of a keystroke."""
        return statistics.median(self.keystrokes)

    @property
    def slow(self) -> float:
        """The time that 95 of 100 keystrokes stay below."""
        return statistics.quantiles(self.keystrokes, n=20)[-1]


def measure(command: Sequence[str], path: Path, inside: str | None, pause: float, timings: Timings) -> None:
    """Start a server, open the file, type, and note the times."""
    text = path.read_text(encoding="utf-8")
    line, indentation = place_to_type(text, inside)
    lines = text.split("\n")
    text = "\n".join((*lines[:line], "", *lines[line:]))
    typed = indentation + TYPED
    uri = path.as_uri()
    started = time.perf_counter()
    with closing(Client(command, path.parent)) as client:
        client.initialize()
        timings.initialize.append(elapsed_ms(started))
        started = time.perf_counter()
        client.notify(
            "textDocument/didOpen",
            {"textDocument": {"uri": uri, "languageId": "python", "version": 0, "text": text}},
        )
        timings.diagnostics = len(client.diagnostics(0))
        timings.opened.append(elapsed_ms(started))
        for version, (key, column) in enumerate(zip(typed, range(len(typed)), strict=True), 1):
            time.sleep(pause)
            where = {"line": line, "character": column}
            started = time.perf_counter()
            client.notify(
                "textDocument/didChange",
                {
                    "textDocument": {"uri": uri, "version": version},
                    "contentChanges": [{"range": {"start": where, "end": where}, "text": key}],
                },
            )
            client.diagnostics(version)
            timings.keystrokes.append(elapsed_ms(started))
        timings.memory = max(timings.memory, client.peak_memory())
        client.shut_down()


def place_to_type(text: str, name: str | None) -> tuple[int, str]:
    """Return the line, counted from 0, of the last statement of a function, and how far it is indented."""
    functions = [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.FunctionDef)]
    middle = text.count("\n") // 2
    named = [each for each in functions if each.name == name] if name is not None else functions
    chosen = min(named, key=lambda each: (abs(each.lineno - middle) if name is None else 0, each.lineno))
    last = chosen.body[-1]
    return last.lineno - 1, " " * last.col_offset


def table(measured: dict[str, Timings], base: str) -> Iterable[str]:
    """Yield the lines of a Markdown table; ratios are to the median keystroke of the base."""
    yield f"| server | initialize | open to diagnostics | keystroke p50 / p95 | to {base} | peak memory |"
    yield "|---|---|---|---|---|---|"
    for name, timings in measured.items():
        yield (
            f"| {name} | {statistics.median(timings.initialize):.0f} ms | {statistics.median(timings.opened):.0f} ms "
            f"| {timings.median:.1f} / {timings.slow:.1f} ms | {timings.median / measured[base].median:.1f}x "
            f"| {timings.memory / 1e6:.0f} MB |"
        )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    parser.add_argument("--inside", metavar="NAME", help="the function to type in")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--pause", type=float, default=0.03, help="seconds between two keys")
    parser.add_argument("--only", choices=SERVERS, action="append", help="measure only this server")
    asked = parser.parse_args()
    measured = {name: Timings() for name in asked.only or SERVERS}
    with tempfile.TemporaryDirectory() as folder:  # away from the file's own project and its settings
        path = Path(shutil.copy(asked.file, Path(folder).resolve() / asked.file.name))
        for name in measured:  # compiles the modules, fills the caches of the disk
            measure(SERVERS[name], path, asked.inside, 0, Timings())
        for _ in range(asked.rounds):
            for name, timings in measured.items():
                measure(SERVERS[name], path, asked.inside, asked.pause, timings)
    lines = len(asked.file.read_bytes().splitlines())
    keys = len(next(iter(measured.values())).keystrokes)
    print(f"{asked.file.name}, {lines:,} lines; {keys} keystrokes for each server\n")
    print("\n".join(table(measured, "ruff server" if "ruff server" in measured else next(iter(measured)))))
    return 0


if __name__ == "__main__":
    sys.exit(main())
