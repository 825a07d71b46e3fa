"""Small samples of the long fuzzers (`benchmarks/fuzz.py`), and that each of them finds a fault when there is one."""

from __future__ import annotations

import sys
from pathlib import Path
from unittest.mock import patch

import pytest

from fuzz import main
from fuzzing import editor, wire
from fuzzing.text_model import Edit, difference, edited, index_of, lines_of, position_of, settled
from nanproof.files.ignore import IgnoreRules
from nanproof.fixes import applied
from nanproof.names.modules import Modules
from nanproof.source.lines import LineTable

TEXT = "a😀é\r\nb\rc\u2028d\x0c\n"
# A server that does not hear when a text is sent as a whole.
DEAF = """
import sys
from lsprotocol import types
from nanproof.lsp.documents import Documents

change = Documents.change
def deaf(self, params, encoding):
    changes = [each for each in params.content_changes if hasattr(each, "range")]
    params.content_changes = changes
    return change(self, params, encoding)

Documents.change = deaf
from nanproof.cli.command import main
sys.exit(main(["server"]))
"""


# Little of its own, so that most of what is found in a file hangs on what others give it.
LOSS = "def loss(p, y):\n    q = torch.softmax(p, -1)\n    return -(y * torch.log(q)).sum()\n"


def fuzzed(tmp_path: Path, *arguments: str) -> int:
    return main([*arguments, "--out", str(tmp_path / "out"), "--failures", "1"])


@pytest.mark.parametrize(
    ("index", "encoding", "position"),
    [
        (2, "utf-8", (0, 5)), (2, "utf-16", (0, 3)), (2, "utf-32", (0, 2)), (3, "utf-8", (0, 7)), (5, "utf-16", (1, 0)),
        (7, "utf-16", (2, 0)), (9, "utf-8", (2, 4)), (9, "utf-16", (2, 2)), (12, "utf-32", (3, 0)),
    ],
)  # fmt: skip
def test_the_model_counts_as_editors_do(index: int, encoding: str, position: tuple[int, int]) -> None:
    lines = lines_of(TEXT)
    assert position_of(TEXT, lines, index, encoding) == position
    assert index_of(TEXT, lines, *position, encoding) == index


def test_the_model_knows_no_place_inside_of_a_line_end() -> None:
    assert settled(TEXT, 4) == 3
    assert position_of(TEXT, lines_of(TEXT), 4, "utf-16") == position_of(TEXT, lines_of(TEXT), 3, "utf-16")


def test_a_difference_leads_from_one_text_to_the_other() -> None:
    assert difference("abcd", "axd") == Edit(1, 3, "x")
    assert edited("abcd", difference("abcd", "abab")) == "abab"


def test_edits(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert fuzzed(tmp_path, "edits", "--edits", "2000", "--seed", "ci") == 0, capsys.readouterr().out


def test_edits_through_a_server(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert fuzzed(tmp_path, "server", "--edits", "300", "--seed", "ci") == 0, capsys.readouterr().out


def test_fixes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert fuzzed(tmp_path, "fix", "--files", "60", "--seed", "ci") == 0, capsys.readouterr().out


def test_ignored_files(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert fuzzed(tmp_path, "ignore", "--trees", "60", "--seed", "ci") == 0, capsys.readouterr().out


def test_command_lines(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert fuzzed(tmp_path, "arguments", "--vectors", "150", "--seed", "ci") == 0, capsys.readouterr().out


def test_a_wrong_position_is_found_and_done_again(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with patch.object(LineTable, "count", 3):
        assert fuzzed(tmp_path, "edits", "--edits", "50") == 1
        kept = tmp_path / "out" / "edits-1-0.txt"
        assert f"--replay {kept}  (1 of " in capsys.readouterr().out
        assert main(["edits", "--replay", str(kept)]) == 1
    assert main(["edits", "--replay", str(kept)]) == 0


def test_what_is_remembered_wrongly_is_found(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    (corpus / "loss.py").write_text(LOSS, encoding="utf-8")
    with patch.object(Modules, "follows_again", return_value=True):
        # It ends with the first that is found: of all seeds one in twelve needs more than 20,000.
        assert fuzzed(tmp_path, "edits", str(corpus), "--edits", "100000", "--seed", "5", "--reduce", "0") == 1
    assert "FAILED: findings of" in capsys.readouterr().out


def test_a_server_out_of_step_is_found(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(wire, "COMMAND", (sys.executable, "-c", DEAF))
    monkeypatch.setattr(editor, "SECONDS_TO_CATCH_UP", 2.0)
    assert fuzzed(tmp_path, "server", "--edits", "4000", "--seed", "ci", "--reduce", "0") == 1
    assert "FAILED: diagnostics of" in capsys.readouterr().out


def test_a_fix_that_touches_more_is_found(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edited_well = applied.edited

    def edited_badly(*arguments: object) -> object:
        document = edited_well(*arguments)  # type: ignore[arg-type]  # passed on as they come
        return type(document)(document.path, document.data.rstrip())

    with patch("fuzzing.fix._EDITED", edited_badly):
        assert fuzzed(tmp_path, "fix", "--files", "60", "--seed", "ci") == 1
    assert "FAILED: bytes" in capsys.readouterr().out


def test_an_ignored_file_that_is_checked_is_found(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with patch.object(IgnoreRules, "ignore", return_value=False):
        assert fuzzed(tmp_path, "ignore", "--trees", "60", "--seed", "ci") == 1
    assert "FAILED: files" in capsys.readouterr().out


def test_a_command_line_that_raises_is_found(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with patch("nanproof.cli.explain.explain", side_effect=ValueError):
        assert fuzzed(tmp_path, "arguments", "--vectors", "150", "--seed", "ci") == 1
    assert "ValueError" in capsys.readouterr().out
