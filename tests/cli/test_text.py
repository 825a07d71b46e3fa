"""What a person sees."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wcwidth import wcswidth

from nanproof.cli.check import Request, check
from nanproof.printed.cells import shown

from .stand_in import StandIn


def report(path: Path, source: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(path.parent)
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    path.write_bytes(source.encode("utf-8", "surrogatepass"))
    check(Request([str(path)]), StandIn)
    return capsys.readouterr().out


def underlined(text: str, mark: str) -> list[str]:
    """Return what stands above each underline of a report, cell by cell."""
    found, source = [], ""
    for line in text.splitlines():
        before, bar, shown_line = line.partition("| ")
        if not bar:
            continue
        if before.strip():
            source = shown_line
        elif mark in shown_line:
            start = shown_line.index(mark)
            width = len(shown_line[start:]) - len(shown_line[start:].lstrip(mark))
            found.append(_cells(source, start, start + width))
    return found


def _cells(text: str, start: int, end: int) -> str:
    chosen = [i for i in range(len(text)) if start <= wcswidth(text[:i]) and wcswidth(text[: i + 1]) <= end]
    return "".join(text[i] for i in chosen)


def test_a_finding_is_a_message_a_frame_and_a_remedy(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    source = "import tensorflow as tf\ny = tf.nn.softmax(x)\n" + "\n" * 8 + "loss = -tf.log(y)\nother = tf.log(q)\n"
    assert report(tmp_path / "train.py", source, capsys, monkeypatch) == (
        "train.py:11:9 warning NAN101 unmasked-log\n"
        "  `y` is a softmax, and log(0) is -inf\n"
        "     |\n"
        "   2 | y = tf.nn.softmax(x)\n"
        "     |     ---------------- made here, values in [0, 1]\n"
        "  11 | loss = -tf.log(y)\n"
        "     |         ^^^^^^^^^\n"
        "   = mask it (unsafe): tf.log(tf.clip_by_value(y, 1e-10, 1.0))\n"
        "                       log(1e-10) is finite\n"
        "\n"
        "train.py:12:9: information NAN101 nothing is known of `q`\n"
        "\n"
        "Found 1 problem in 1 file, and 1 place worth a look (1 file checked).\n"
    )


@pytest.mark.parametrize(
    "before",
    [
        "",
        "\t",
        "a\t\tb\t",
        "'日本語'; ",
        "'👍🏽 👩‍👩‍👧'; ",
        "'e\u0301a\u0308'; ",
        "'\x0c\x1b[31m\x7f\x9b\u202e\ud800'; ",
        "'\N{NO-BREAK SPACE}\u2028'; ",
        "x" * 500 + "; ",
    ],
)
def test_carets_stand_below_the_operation(
    before: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    source = f"y = softmax(x)\nif 1:\n {before}z = tf.log(y) # after 日本\n"
    text = report(
        tmp_path / "t.py",
        source.replace("\ud800", "" if "\ud800" in before else "\ud800"),
        capsys,
        monkeypatch,
    )
    assert underlined(text, "^") == ["tf.log(y)"]
    assert underlined(text, "-") == ["softmax(x)"]
    assert not set("\t\x0c\x1b\x7f\x9b\u202e\u2028").intersection(text)


def test_an_operation_over_several_lines_is_underlined_to_the_end_of_its_first(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    source = "y = softmax(\n    x)\nz = tf.log(y)\n"

    class Wide(StandIn):
        pass

    text = report(tmp_path / "t.py", source, capsys, monkeypatch)
    assert underlined(text, "-") == ["softmax("]


@given(st.text(), st.integers(0, 40), st.integers(0, 40))
def test_what_is_shown_can_be_printed_and_cells_are_in_it(line: str, start: int, length: int) -> None:
    line = line.replace("\n", "").replace("\r", "")
    start = min(start, len(line))
    end = min(start + length, len(line))
    made = shown(line, start)
    made.text.encode("utf-8")
    assert all(character.isprintable() or character == "\N{ZERO WIDTH JOINER}" for character in made.text)
    before, width = made.cells(start, end)
    assert before >= 0
    assert width >= 1
    assert before + width <= max(wcswidth(made.text), 0) + 1


@given(st.integers(0, 5000), st.integers(1, 400))
def test_of_a_long_line_the_part_around_the_mark_is_shown(start: int, length: int) -> None:
    line = "a" * start + "M" * length + "b" * 3000
    made = shown(line, start)
    assert len(made.text) <= 202
    before, width = made.cells(start, start + length)
    assert set(made.text[before : before + width]) == {"M"}
    assert width == min(length, made.text.count("M"))


def colours(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, **environment: str
) -> bool:
    for name in ("NO_COLOR", "FORCE_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    (tmp_path / "t.py").write_text("y = softmax(x)\nz = tf.log(y)\n")
    check(Request([str(tmp_path)]), StandIn)
    return "\x1b[" in capsys.readouterr().out


def test_colours_are_for_terminals_and_for_who_wants_them(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not colours(tmp_path, capsys, monkeypatch)
    assert colours(tmp_path, capsys, monkeypatch, FORCE_COLOR="1")
    assert not colours(tmp_path, capsys, monkeypatch, FORCE_COLOR="0")
    assert not colours(tmp_path, capsys, monkeypatch, FORCE_COLOR="1", NO_COLOR="1")
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    assert colours(tmp_path, capsys, monkeypatch)
    assert not colours(tmp_path, capsys, monkeypatch, TERM="dumb")
    assert not colours(tmp_path, capsys, monkeypatch, NO_COLOR="1")
