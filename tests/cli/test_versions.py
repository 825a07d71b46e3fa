"""`--versions`: the releases that a project uses, and what is said where nobody can read them."""

from pathlib import Path

import pytest

from nanproof.cli.command import main

DATED = "import torch\n\n\ndef f(x):\n    return torch.acos(torch.tanh(x).clamp(-1, 1))\n"


@pytest.fixture
def program(tmp_path: Path) -> str:
    path = tmp_path / "a.py"
    path.write_text(DATED)
    return str(path)


@pytest.mark.parametrize(
    ("arguments", "code", "is_dated"),
    [
        ([], 1, True),
        (["--versions", "torch>=2.13"], 1, True),
        (["--versions", "jax<0.5"], 1, True),
        (["--versions", "torch<2.14"], 1, False),
        (["--versions", "jax>=0.11,torch>=2.13,<2.14"], 1, False),
        (["--versions", "torch>=2.13", "--versions", "torch<2.14"], 1, False),
        (["--versions", "torch>=2.14"], 0, False),
        (["--versions", "jax<0.5", "--versions", "torch>=2.14"], 0, False),
        (["--versions", "torch>=2.14", "--fix", "--unsafe-fixes"], 0, False),
    ],
)
def test_what_is_found_follows_the_releases(
    arguments: list[str], code: int, is_dated: bool, program: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", *arguments, program]) == code
    report = capsys.readouterr().out
    assert ("NAN301" in report) is (code == 1)
    assert ("PyTorch 2.14" in report) is is_dated
    assert Path(program).read_text() == DATED


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("torch=>2.14", "'=>2.14' is no range of releases; write it as in 'torch>=2.14'"),
        ("torch 2.14", "'2.14' is no range of releases"),
        ("troch>=2.14", "'troch' is no framework that nanproof knows: jax,"),
        (">=2.14", "'' is no framework"),
        ("", "'' is no framework"),
        ("torch>=2.14,<2.13", "no release of PyTorch is"),
        ("torch<2.14,jax,torch>=2.14", "no release of PyTorch is"),
        ("torch>=2.14\x1b[31m", "is no range of releases"),
    ],
)
def test_what_nobody_can_read_is_one_sentence(written: str, said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--versions", written, "."]) == 2
    told = capsys.readouterr().err
    assert said in told.splitlines()[-1]
    assert told.splitlines()[-1].startswith("nanproof: argument --versions: ")
    assert "Traceback" not in told
    assert "\x1b" not in told
