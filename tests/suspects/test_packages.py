"""Packages whose modules import one another through what the package itself takes from all of them."""

from __future__ import annotations

from pathlib import Path

from nanproof.suspects.contents import Class, Contents
from nanproof.suspects.program import Program, Target
from tests.suspects.program import entry, written

MODULES = 9
FILES = {
    "train.py": "from models import Net0\n\nNet0()\n",
    "models/__init__.py": "from .base import *\n"
    + "".join(f"from .net{number} import *\n" for number in range(MODULES)),
    "models/base.py": "class Base:\n    pass\n",
    **{
        f"models/net{number}.py": f"from models import Base\n\n\nclass Net{number}(Base):\n    pass\n"
        for number in range(MODULES)
    },
}


def meant(folder: Path, files: dict[str, str], name: str) -> tuple[Program, tuple[Target, ...]]:
    """Return a program, and what a name means in its `train.py`."""
    project, train = written(folder, files), entry(folder).document
    project.modules.begin(train)
    program = Program(project.modules, [train])
    return program, program.means(program.contents(train).module, name)


def test_a_class_has_each_base_once(tmp_path: Path) -> None:
    program, (net,) = meant(tmp_path, FILES, "Net0")
    assert isinstance(net, Class)
    assert [each.name for each in program.bases(net)] == ["Base"]


def test_a_function_of_the_name_of_its_module_is_the_function(tmp_path: Path) -> None:
    files = {
        "train.py": "from nets import act\n\nact()\n",
        "nets/__init__.py": "from .act import *\nfrom .other import *\n",
        "nets/act.py": "def act():\n    pass\n",
        "nets/other.py": "from nets import act\n",
    }
    _, (found,) = meant(tmp_path, files, "act")
    assert not isinstance(found, Contents)
