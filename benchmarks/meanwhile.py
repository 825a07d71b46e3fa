"""How long answers take while a file is looked at that takes minutes.

    python benchmarks/meanwhile.py [--rounds 200]

Opens a file of 8,000 logarithms in one sum beside a small one, types into the first so that its analysis begins anew
again and again, and asks for a hover and the code actions of the second. Prints how long the answers took, how many
hovers said something, and what the same answers take without the slow file. Linux only.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path

from lsp_client import Client, elapsed_ms

SLOW = "import torch\n\n\ndef f(y):\n    return " + " + ".join(["torch.log(y)"] * 8_000) + "\n"
QUICK = "import torch\n\n\ndef g(x):\n    p = torch.softmax(x, -1)\n    return torch.log(p)\n"
PLACE = {"line": 5, "character": 18}
SERVER = [sys.executable, "-m", "nanproof", "server"]


def measure(rounds: int, *, slow: bool) -> tuple[list[float], list[float], int]:
    """Return the times of hovers and code actions in milliseconds, and how many hovers said something."""
    hovers, actions, said = [], [], 0
    with tempfile.TemporaryDirectory() as folder, closing(Client(SERVER, Path(folder))) as client:
        client.initialize()
        quick, heavy = Path(folder, "quick.py"), Path(folder, "slow.py")
        opened(client, quick, QUICK)
        found = client.diagnostics(1)
        version = 1
        if slow:
            opened(client, heavy, SLOW)
        for _ in range(rounds):
            if slow:
                version += 1
                edited(client, heavy, version)
            time.sleep(0.02)
            document = {"uri": quick.as_uri()}
            began = time.perf_counter()
            hover = client.request("textDocument/hover", {"textDocument": document, "position": PLACE})
            hovers.append(elapsed_ms(began))
            said += hover is not None
            context = {"diagnostics": found}
            asked = {"textDocument": document, "range": found[0]["range"], "context": context}
            began = time.perf_counter()
            client.request("textDocument/codeAction", asked)
            actions.append(elapsed_ms(began))
    return hovers, actions, said


def opened(client: Client, path: Path, text: str) -> None:
    document = {"uri": path.as_uri(), "languageId": "python", "version": 1, "text": text}
    client.notify("textDocument/didOpen", {"textDocument": document})


def edited(client: Client, path: Path, version: int) -> None:
    place = {"line": 3, "character": 0}
    change = {"range": {"start": place, "end": place}, "text": "#\n"}
    document = {"uri": path.as_uri(), "version": version}
    client.notify("textDocument/didChange", {"textDocument": document, "contentChanges": [change]})


def row(name: str, times: list[float]) -> str:
    quantiles = statistics.quantiles(times, n=20)
    return f"| {name} | {statistics.median(times):.1f} ms | {quantiles[-1]:.1f} ms | {max(times):.1f} ms |"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=200)
    rounds = parser.parse_args().rounds
    print("| answer | p50 | p95 | longest |\n|---|---|---|---|")
    for slow in (False, True):
        hovers, actions, said = measure(rounds, slow=slow)
        beside = "beside a slow file" if slow else "alone"
        print(row(f"hover, {beside} ({said} of {rounds} said something)", hovers))
        print(row(f"code actions, {beside}", actions))
    return 0


if __name__ == "__main__":
    sys.exit(main())
