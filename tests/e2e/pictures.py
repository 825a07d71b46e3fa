"""The pictures of the READMEs, taken of VS Code with the packaged extension.

    python -m tests.e2e.pictures    take them anew, and write down what they show

What stands in a picture is kept as text beside it: a picture is current as long as the same drive reads the same there.
"""

import hashlib
import json
import os
import shutil
import sys
import tempfile
import venv
from dataclasses import asdict, dataclass
from pathlib import Path

from .code_server import CodeServer, running_code_server
from .driver import run_driver
from .install import NODE, NODE_MODULES, PARTS, chromium

HERE = Path(__file__).parent
PICTURES = HERE.parents[1] / "docs" / "pictures"
SHOWN = PICTURES / "shown.json"
PROGRAM = HERE / "vscode" / "pictured"
SCRIPT = HERE / "vscode" / "pictures.mjs"
# The call of the logarithm in losses.py.
PLACE = ("6", "25")
SECONDS = 300.0


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture by its digest, and the text that stood in it when it was taken."""

    sha256: str
    text: str


def recorded() -> dict[str, Picture]:
    """What the pictures were written down to show."""
    return {name: Picture(**held) for name, held in json.loads(SHOWN.read_text("utf-8")).items()}


def digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


def take(server: CodeServer, shots: Path) -> dict[str, str]:
    """Take the pictures into `shots`; return the text of each."""
    folder = server.folder / "project"
    shutil.copytree(PROGRAM, folder)
    environment = {"CHROMIUM": chromium() or "", "CODE_SERVER_URL": server.url, "NODE_MODULES": str(NODE_MODULES)}
    command: list[str | Path] = [NODE, SCRIPT, folder, folder / "losses.py", *PLACE, shots]
    return {name: str(text) for name, text in run_driver(command, environment, SECONDS).items()}


def main() -> int:
    """Take all pictures anew."""
    missing = [part.absence for part in PARTS if not part.present()]
    if missing:
        print("\n".join(missing), file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory() as held:
        bare, shots = Path(held) / "bare", Path(held) / "shots"
        venv.create(bare)
        shots.mkdir()
        path = f"{bare / 'bin'}{os.pathsep}/usr/bin{os.pathsep}/bin"
        (Path(held) / "server").mkdir()
        with running_code_server(Path(held) / "server", {"PATH": path}) as server:
            texts = take(server, shots)
        PICTURES.mkdir(parents=True, exist_ok=True)
        for name in texts:
            shutil.copyfile(shots / f"{name}.png", PICTURES / f"{name}.png")
    shown = {name: asdict(Picture(digest(PICTURES / f"{name}.png"), text)) for name, text in texts.items()}
    SHOWN.write_text(json.dumps(shown, indent=2, ensure_ascii=False) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
