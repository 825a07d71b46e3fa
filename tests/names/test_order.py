"""What an answer is does not depend on what was asked before it."""

from __future__ import annotations

from nanproof.analysis import Project
from nanproof.names.modules import MOST_FILES, MOST_KEPT
from nanproof.source.document import Document
from tests.names.project import ROOT, Files

MANY = max(MOST_FILES, MOST_KEPT) + 50
FILES = {f"m{number}.py": f"import torch\np{number} = torch.relu(z)\n" for number in range(MANY)}
FILES |= {"producer.py": "import torch\nq = torch.relu(z)\n"}
USES_ALL = "import torch\n" + "".join(f"from m{n} import p{n}\ntorch.log(p{n})\n" for n in range(MANY))
USES_ONE = "import torch\nfrom producer import q\ntorch.log(q)\n"


def warnings(project: Project, source: str) -> int:
    found = project.diagnose(Document.from_text(f"{ROOT}/main.py", source))
    return sum(each.finding.severity.value == "warning" for each in found)


def test_a_file_that_imports_many_leaves_something_for_the_next() -> None:
    project = Project(ROOT, Files(FILES), is_still=True, remembers=0)
    assert warnings(project, USES_ONE) == 1
    assert warnings(project, USES_ALL) == MOST_FILES
    assert warnings(project, USES_ONE) == 1
    assert warnings(project, USES_ALL) == MOST_FILES
