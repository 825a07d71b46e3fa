"""`--fix`, `--unsafe-fixes` and `--diff`: what is written, what is not, and what the exit code says."""

from pathlib import Path

import pytest

from nanproof.cli.check import Request, check
from nanproof.cli.command import main
from nanproof.cli.formats.output_format import OutputFormat
from nanproof.findings.finding import Severity

FAULTY = "import torch\np = torch.sigmoid(z)\nq = torch.log(p)\n"
FIXED = "import torch\np = torch.sigmoid(z)\nq = torch.nn.functional.logsigmoid(z)\n"
MASKED = "import torch\np = torch.sigmoid(z)\nq = torch.log(torch.clamp(p, 1e-10, 1.0))\n"
UNSAFE = "import torch\nq = torch.log(torch.tanh(z))\n"
UNKNOWN = "import torch\nq = torch.log(torch.as_tensor(z))\n"


def plant(folder: Path, source: str | bytes) -> Path:
    path = folder / "a.py"
    path.write_bytes(source.encode() if isinstance(source, str) else source)
    return path


def test_safe_fixes_are_written_and_nothing_is_left_to_report(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = plant(tmp_path, FAULTY)
    assert check(Request([str(tmp_path)], fix=True)) == 0
    assert path.read_text() == FIXED
    told = capsys.readouterr()
    assert "fixed 1 problem in 1 file" in told.err
    assert told.out == "Found no problems (1 file checked).\n"
    assert check(Request([str(tmp_path)], fix=True)) == 0
    assert "fixed nothing" in capsys.readouterr().err
    assert path.read_text() == FIXED


@pytest.mark.parametrize(("arguments", "expected"), [([], FIXED), (["--prefer", "mask"], MASKED)])
def test_one_option_chooses_between_the_stable_function_and_the_mask(
    arguments: list[str], expected: str, tmp_path: Path
) -> None:
    path = plant(tmp_path, FAULTY)
    assert main(["check", "--fix", *arguments, str(path)]) == 0
    assert path.read_text() == expected


def test_the_mask_is_listed_beside_the_stable_function(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = plant(tmp_path, FAULTY)
    assert main(["check", str(path)]) == 1
    report = capsys.readouterr().out
    assert "= write:      torch.nn.functional.logsigmoid(z)\n" in report
    assert "= or mask it: torch.log(torch.clamp(p, 1e-10, 1.0))\n" in report


def test_what_is_unsafe_says_so_and_why(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = plant(tmp_path, UNSAFE)
    assert main(["check", str(path)]) == 1
    lines = capsys.readouterr().out.splitlines()
    (index,) = (number for number, line in enumerate(lines) if "= mask it (unsafe): torch.log(torch.clamp" in line)
    assert lines[index + 1].strip().startswith("right where nothing negative is meant")


def test_unsafe_fixes_are_only_written_when_asked_for(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = plant(tmp_path, UNSAFE)
    assert check(Request([str(path)], fix=True)) == 1
    assert path.read_text() == UNSAFE
    assert "--unsafe-fixes would fix 1 more" in capsys.readouterr().err
    assert check(Request([str(path)], fix=True, unsafe_fixes=True)) == 0
    assert "clamp" in path.read_text()


def test_what_is_below_the_level_is_left_alone(tmp_path: Path) -> None:
    path = plant(tmp_path, UNKNOWN)
    assert check(Request([str(path)], fix=True)) == 0
    assert path.read_text() == UNKNOWN
    assert check(Request([str(path)], fix=True, fix_level=Severity.INFORMATION)) == 0
    assert path.read_text() != UNKNOWN


def test_the_difference_is_printed_and_nothing_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = plant(tmp_path, FAULTY.removesuffix("\n"))
    assert check(Request([str(path)], diff=True)) == 1
    assert path.read_text() == FAULTY.removesuffix("\n")
    told = capsys.readouterr()
    assert told.out.splitlines() == [
        f"--- {path}",
        f"+++ {path}",
        "@@ -1,3 +1,3 @@",
        " import torch",
        " p = torch.sigmoid(z)",
        "-q = torch.log(p)",
        "\\ No newline at end of file",
        "+q = torch.nn.functional.logsigmoid(z)",
        "\\ No newline at end of file",
    ]
    assert "would fix 1 problem in 1 file" in told.err
    plant(tmp_path, FIXED)
    assert check(Request([str(path)], diff=True)) == 0
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (FAULTY.replace("\n", "\r\n").encode(), FIXED.replace("\n", "\r\n").encode()),
        (FAULTY.replace("\n", "\r").encode(), FIXED.replace("\n", "\r").encode()),
        (b"\xef\xbb\xbf" + FAULTY.encode(), b"\xef\xbb\xbf" + FIXED.encode()),
        (b"# coding: latin-1\n# \xe9\n" + FAULTY.encode(), b"# coding: latin-1\n# \xe9\n" + FIXED.encode()),
        ("# caf\u00e9 \u2028 \x0c\n".encode() + FAULTY.encode(), "# caf\u00e9 \u2028 \x0c\n".encode() + FIXED.encode()),
    ],
    ids=["crlf", "carriage-return", "byte-order-mark", "latin-1", "separators"],
)
def test_encoding_and_line_ends_stay_as_they_were(source: bytes, expected: bytes, tmp_path: Path) -> None:
    path = plant(tmp_path, source)
    assert check(Request([str(path)], fix=True)) == 0
    assert path.read_bytes() == expected


def test_a_file_that_cannot_be_written_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = plant(tmp_path, FAULTY)
    path.chmod(0o444)
    if _can_write(path):
        pytest.skip("this user may write everything")
    assert check(Request([str(path)], fix=True)) == 2
    assert "its fixes cannot be written" in capsys.readouterr().err
    assert path.read_text() == FAULTY


def _can_write(path: Path) -> bool:
    try:
        with path.open("r+b"):
            return True
    except OSError:
        return False


def test_programs_are_told_what_is_left(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = plant(tmp_path, FAULTY + "r = torch.log(torch.tanh(z))\n")
    assert check(Request([str(path)], OutputFormat.JSON, fix=True)) == 1
    told = capsys.readouterr()
    assert told.out.count('"code": "NAN101"') == 1
    assert '"row": 4' in told.out


@pytest.mark.parametrize("arguments", [["--unsafe-fixes"], ["--diff", "--output-format", "json"]])
def test_options_that_make_no_sense(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(["check", *arguments])
    assert left.value.code == 2
    assert "nanproof" in capsys.readouterr().err


def test_the_options_reach_the_check(tmp_path: Path) -> None:
    path = plant(tmp_path, UNSAFE)
    assert main(["check", "--diff", "--unsafe-fixes", str(path)]) == 1
    assert main(["check", "--fix", "--unsafe-fixes", str(path)]) == 0
    assert len(path.read_bytes()) > len(UNSAFE)
