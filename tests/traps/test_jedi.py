"""What jedi could import into nanproof's own process, or read elsewhere, were it left to its own devices."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import tree_sitter

from nanproof.names.jedi_resolver import JediResolver

# A project gets there by PYTHONPATH, or because it is installed editable beside nanproof.
ASKED = """
import json, sys
folder, line, *names = sys.argv[1:]
sys.path.insert(0, folder)
seen, opened = [], []
sys.addaudithook(lambda event, given: seen.append(str(given[1])) if event == "import" else None)
sys.addaudithook(lambda event, given: opened.append(str(given[0])) if event in ("open", "os.listdir") else None)
from nanproof.names.jedi_resolver import JediResolver
text = line + "\\nx.log()\\n"
answer = JediResolver(folder).canonical(folder + "/train.py", text, 2, 2)
loaded = [name for name, module in sys.modules.items() if str(getattr(module, "__file__", "")).startswith(folder)]
print(json.dumps([answer, loaded, [path for path in seen if path.startswith(folder)], opened]))
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
    assert json.loads(done.stdout)[:3] == [None, [], []]
    assert not (tmp_path / "ran").exists()
    assert done.stderr == ""


def test_what_is_compiled_into_python_is_known(tmp_path: Path) -> None:
    """Else the test above would hold because nothing is ever answered."""
    done = asked(
        project(tmp_path), "import torch as t; from functools import partial; import sys, builtins; x = t.ones(3)"
    )
    assert json.loads(done.stdout)[0] == "torch.Tensor.log"


OUTSIDE = {
    "far.py": "import torch\nx = torch.ones(3)\n",
    "near.py": "import torch\nx = torch.ones(3)\n",
    "stub.pyi": "import torch\nx: torch.Tensor\n",
    "folder/far.py": "import torch\nx = torch.ones(3)\n",
    "buildout.cfg": "[buildout]\n",
    "bin/script": "#!/usr/bin/python\nimport sys\nsys.path.append('/outside')\n",
}


@pytest.mark.parametrize(
    "line",
    [
        "import sys; sys.path.append('{outside}'); from far import x",
        "import sys; sys.path[0:0] = ['{outside}']; from far import x",
        "from linked.far import x",
        "from near import x",
        "from stub import x",
        "from far import x",
        "from waiting import x",
        "from . import waiting; x = waiting.x",
    ],
)
def test_nothing_is_read_outside_of_the_project(tmp_path: Path, line: str) -> None:
    outside, inside = tmp_path / "outside", tmp_path / "outside" / "inside"
    for name, text in OUTSIDE.items():
        (outside / name).parent.mkdir(parents=True, exist_ok=True)
        (outside / name).write_text(text, encoding="utf-8")
    inside.mkdir()
    (inside / "linked").symlink_to(outside / "folder")
    (inside / "near.py").symlink_to(outside / "near.py")
    (inside / "stub.pyi").symlink_to(outside / "stub.pyi")
    os.mkfifo(inside / "waiting.pyi")  # who reads it waits for ever
    (inside / "waiting.py").write_text("import torch\nx = 1\n", encoding="utf-8")
    answer, _, _, opened = json.loads(asked(inside, line.format(outside=outside)).stdout)
    real = [os.path.realpath(path) for path in opened if path.startswith(str(tmp_path))]
    assert [path for path in real if not path.startswith(f"{inside}/") and path != str(inside)] == []
    assert answer is None


def test_a_module_of_the_project_is_read(tmp_path: Path) -> None:
    """Beside the file, at the root, in a package, and through a link that stays inside."""
    for name in ("root.py", "pack/part.py", "scripts/helper.py"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("import torch\nx = torch.ones(3)\n", encoding="utf-8")
    (tmp_path / "alias").symlink_to(tmp_path / "pack")
    resolver = JediResolver(str(tmp_path))
    for module in ("root", "pack.part", "alias.part", "helper"):
        text = f"from {module} import x\nx.log()\n"
        assert resolver.canonical(str(tmp_path / "scripts" / "train.py"), text, 2, 2) == "torch.Tensor.log", module
