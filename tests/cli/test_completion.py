"""What a shell completes with the script that it is given; bash itself runs it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from nanproof.cli.arguments import SHELLS
from nanproof.cli.command import main

COMPLETE = """
source "$1"
[[ "$(complete -p nanproof)" =~ " -F "([^ ]+) ]]
COMP_WORDS=("${@:2}")
COMP_CWORD=$(( $# - 2 ))
"${BASH_REMATCH[1]}"
printf '%s\\n' "${COMPREPLY[@]}"
"""


@pytest.fixture(scope="module")
def script(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("completion") / "nanproof.bash"
    done = subprocess.run(
        [sys.executable, "-m", "nanproof", "completion", "bash"],
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        check=True,
    )
    path.write_bytes(done.stdout)
    return path


def completed(script: Path, *words: str, cwd: Path) -> list[str]:
    done = subprocess.run(
        ["bash", "--norc", "-c", COMPLETE, "bash", script, "nanproof", *words],
        cwd=cwd,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stderr == ""
    return sorted(done.stdout.split())


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (["che"], ["check"]),
        (["re"], ["reveal"]),
        (["check", "--sel"], ["--select"]),
        (["check", "--sh"], ["--shard"]),
        (["check", "a.py", "--output-format", "js"], ["json", "json-lines"]),
        (["check", "--select", "NAN20"], ["NAN201", "NAN202", "NAN203"]),
        (["explain", "unmasked-l"], ["unmasked-log"]),
        (["check", "--baseline", "kn"], ["known.json"]),
        (["check", "tr"], ["train.py", "tried"]),
        (["reveal", "train"], ["train.py"]),
        (["completion", ""], ["bash", "fish", "zsh"]),
        (["config", "--sel"], []),
    ],
)
def test_bash_completes_what_is_typed(words: list[str], found: list[str], script: Path, tmp_path: Path) -> None:
    for name in ("train.py", "known.json"):
        (tmp_path / name).touch()
    (tmp_path / "tried").mkdir()
    assert completed(script, *words, cwd=tmp_path) == found


@pytest.mark.parametrize("shell", SHELLS)
def test_each_shell_has_a_script(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["completion", shell]) == 0
    told = capsys.readouterr().out
    assert all(word in told for word in ("nanproof", "reveal", "--shard", "json-lines", "unmasked-root"))


def test_other_shells_are_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["completion", "cmd"])
    assert "invalid choice: 'cmd'" in capsys.readouterr().err
