"""What jedi could import into nanproof's own process, were the project among the folders that Python looks in."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import tree_sitter

# A project gets there by PYTHONPATH, or because it is installed editable beside nanproof.
ASKED = """
import json, sys
folder, line, *names = sys.argv[1:]
sys.path.insert(0, folder)
seen = []
sys.addaudithook(lambda event, given: seen.append(str(given[1])) if event == "import" else None)
from nanproof.names.jedi_resolver import JediResolver
text = line + "\\nx.log()\\n"
answer = JediResolver(folder).canonical(folder + "/train.py", text, 2, 2)
loaded = [name for name, module in sys.modules.items() if str(getattr(module, "__file__", "")).startswith(folder)]
print(json.dumps([answer, loaded, [path for path in seen if path.startswith(folder)]]))
"""


def asked(folder: Path, line: str) -> subprocess.CompletedProcess[str]:
    """Ask jedi what the `x` is that `line` makes, with the folder on the path of modules."""
    command = [sys.executable, "-c", ASKED, str(folder), line]
    return subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)


def project(folder: Path) -> Path:
    (binding,) = Path(tree_sitter.__file__).parent.glob("_binding.*")
    shutil.copy(binding, folder / binding.name)
    (folder / "torch").mkdir()
    shutil.copy(binding, folder / "torch" / binding.name)
    (folder / "torch" / "__init__.py").write_text(f"open({str(folder / 'ran')!r}, 'w')\n")
    (folder / "gi.py").write_text(f"open({str(folder / 'ran')!r}, 'w')\n")
    return folder


@pytest.mark.parametrize(
    "line",
    [
        "from _binding import Parser; x = Parser()",
        "import torch._binding; x = torch._binding.Parser()",
        "from torch import _binding; x = _binding.Parser()",
        "import gi; x = gi.Thing()",  # jedi imports this one always, compiled or not
        "from gi.repository import Thing; x = Thing()",
    ],
)
def test_nothing_of_the_project_is_imported(tmp_path: Path, line: str) -> None:
    done = asked(project(tmp_path), line)
    assert json.loads(done.stdout) == [None, [], []]
    assert not (tmp_path / "ran").exists()
    assert done.stderr == ""


def test_what_is_compiled_into_python_is_known(tmp_path: Path) -> None:
    """Else the test above would hold because nothing is ever answered."""
    done = asked(
        project(tmp_path), "import torch as t; from functools import partial; import sys, builtins; x = t.ones(3)"
    )
    assert json.loads(done.stdout)[0] == "torch.Tensor.log"
