"""VS Code in a browser (code-server) with the packaged extension, for as long as the tests need it."""

import contextlib
import json
import os
import re
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from .driver import end_group
from .install import CODE_SERVER, NODE, VSIX

START_SECONDS = 60.0
ADDRESS = re.compile(r"HTTP server listening on (http://[\d.]+:\d+)")
# Nothing that talks to the network, moves, or stands in the way of the page.
USER_SETTINGS = {
    "chat.commandCenter.enabled": False,
    "chat.disableAIFeatures": True,
    "editor.minimap.enabled": False,
    "extensions.autoCheckUpdates": False,
    "extensions.autoUpdate": False,
    "extensions.ignoreRecommendations": True,
    "files.autoSave": "off",
    "git.enabled": False,
    "problems.defaultViewMode": "list",
    "telemetry.telemetryLevel": "off",
    "update.mode": "none",
    "workbench.enableExperiments": False,
    "workbench.secondarySideBar.defaultVisibility": "hidden",
    "workbench.startupEditor": "none",
    "workbench.tips.enabled": False,
}


@dataclass(frozen=True, slots=True)
class CodeServer:
    """A running code-server: where its page is, and the folder for everything it writes."""

    url: str
    folder: Path


@contextlib.contextmanager
def running_code_server(folder: Path, environment: Mapping[str, str]) -> Iterator[CodeServer]:
    """Start code-server in `folder` with the extension, and end it with its extension host and servers."""
    home, data, extensions = folder / "home", folder / "data", folder / "extensions"
    home.mkdir()
    (data / "User").mkdir(parents=True)
    (data / "User" / "settings.json").write_text(json.dumps(USER_SETTINGS))
    variables = {name: value for name, value in os.environ.items() if name != "PORT"} | {
        **environment,
        "EXTENSIONS_GALLERY": "{}",
        "HOME": str(home),
        "XDG_CONFIG_HOME": str(home / "config"),
        "XDG_DATA_HOME": str(home / "data"),
    }
    command: list[str | Path] = [NODE, CODE_SERVER, "--user-data-dir", data, "--extensions-dir", extensions]
    subprocess.run(
        [*command, "--install-extension", VSIX],
        env=variables,
        check=True,
        capture_output=True,
        timeout=START_SECONDS,
    )
    log = folder / "code-server.log"
    options = [
        "--bind-addr",
        "127.0.0.1:0",
        "--auth",
        "none",
        "--disable-telemetry",
        "--disable-update-check",
    ]
    options += ["--disable-workspace-trust", "--disable-getting-started-override", "--disable-proxy"]
    # Without this, VS Code ignores a page that asks for tests inside the extension host.
    options += ["--vscode-option", "enable-smoke-test-driver"]
    # Without this, a login shell is asked for PATH, and `nanproof` is not the one under test.
    options += ["--vscode-option", "force-disable-user-env"]
    with log.open("wb") as output:
        process = subprocess.Popen(
            [*command, *options],
            env=variables,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    try:
        yield CodeServer(address(process, log), folder)
    finally:
        end_group(process)


def address(process: "subprocess.Popen[bytes]", log: Path) -> str:
    """Where the server listens, once it answers."""
    end = time.monotonic() + START_SECONDS
    while time.monotonic() < end and process.poll() is None:
        found = ADDRESS.search(log.read_text(errors="replace"))
        if found and answers(f"{found[1]}/healthz"):
            return found[1]
        time.sleep(0.1)
    raise AssertionError(f"code-server did not start:\n{log.read_text(errors='replace')}")


def answers(url: str) -> bool:
    try:
        with urllib.request.urlopen(url, timeout=5) as response:
            return int(response.status) == 200
    except (urllib.error.URLError, TimeoutError):
        return False
