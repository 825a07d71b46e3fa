"""Packages whose modules import one another through what the package itself takes from all of them."""

from __future__ import annotations

from pathlib import Path

from nanproof.suspects.contents import Class
from nanproof.suspects.program import Program
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


def test_a_class_has_each_base_once(tmp_path: Path) -> None:
    project = written(tmp_path, FILES)
    train = entry(tmp_path)
    project.modules.begin(train.document)
    program = Program(project.modules, [train.document])
    (net,) = program.means(program.contents(train.document).module, "Net0")
    assert isinstance(net, Class)
    assert [each.name for each in program.bases(net)] == ["Base"]


def test_a_function_of_the_name_of_its_module_is_the_function(tmp_path: Path) -> None:
    files = {
        "train.py": "from nets import act\n\nact()\n",
        "nets/__init__.py": "from .act import *\nfrom .other import *\n",
        "nets/act.py": "def act():\n    pass\n",
        "nets/other.py": "from nets import act\n",
    }
    project = written(tmp_path, files)
    train = entry(tmp_path)
    project.modules.begin(train.document)
    program = Program(project.modules, [train.document])
    (found,) = program.means(program.contents(train.document).module, "act")
    assert not isinstance(found, type(program.contents(train.document)))
