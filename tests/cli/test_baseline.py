"""A baseline knows what it was written of, wherever that moves to, and nothing else."""

import json
from pathlib import Path

import pytest

from nanproof.cli.check import Request, check

from .baselines import with_baseline
from .stand_in import StandIn

ONE = "y = softmax(x)\nz = tf.log(y)\n"
FOUND, CLEAN, FAILED = 1, 0, 2


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "src" / "a.py"
    path.parent.mkdir()
    path.write_text(ONE)
    return path


def write(baseline: str = "known.json") -> None:
    assert check(Request(["."], write_baseline=baseline), StandIn) == CLEAN


def again(baseline: str = "known.json", path: str = ".") -> int:
    return check(Request([path], configurations=with_baseline(baseline)), StandIn)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (ONE, CLEAN),
        (f"import os\n\n\n{ONE}", CLEAN),
        (ONE.replace("z = ", "loss = 2 * "), CLEAN),
        (ONE.replace("tf.log(y)", "tf.log( y )"), FOUND),
        (ONE + "w = tf.log(y)\n", FOUND),
        (ONE.replace("y", "p"), FOUND),
    ],
)
def test_what_is_known_is_not_reported_again(text: str, code: int, file: Path) -> None:
    write()
    file.write_text(text if "( y )" not in text else text.replace("( y )", "(y2)").replace("y =", "y2 ="))
    assert again() == code


def test_of_equal_ones_as_many_are_known_as_were_written(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file.write_text(ONE + "w = tf.log(y)\n")
    write()
    capsys.readouterr()
    assert again() == CLEAN
    file.write_text(ONE + "w = tf.log(y)\nv = tf.log(y)\n")
    assert again() == FOUND
    assert "src/a.py:4:5 warning" in capsys.readouterr().out


def test_it_is_known_from_another_folder_too(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write()
    monkeypatch.chdir(file.parent)
    assert again("../known.json") == CLEAN


def test_another_file_is_not_known(file: Path) -> None:
    write()
    (file.parent / "b.py").write_text(ONE)
    assert again() == FOUND


def test_what_is_gone_is_counted(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write()
    file.write_text("")
    assert again() == CLEAN
    assert "1 finding of the baseline known.json is not there any more" in capsys.readouterr().err


def test_what_was_not_looked_at_is_not_gone(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (file.parent / "b.py").write_text("")
    write()
    assert again(path="src/b.py") == CLEAN
    assert "not there any more" not in capsys.readouterr().err


def test_it_is_written_in_order_and_says_what_it_knows(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (file.parent / "é.py").write_text(ONE)
    write()
    assert "wrote 2 findings to the baseline known.json" in capsys.readouterr().err
    held = json.loads(Path("known.json").read_text())
    assert list(held["files"]) == ["src/a.py", "src/é.py"]
    [known] = held["files"]["src/a.py"]
    assert (known["code"], known["source"], known["count"]) == ("NAN101", "tf.log(y)", 1)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("{", "it is not JSON"),
        ("[]", "nanproof did not write it, or another version did"),
        ('{"version": 2, "files": {}}', "nanproof did not write it, or another version did"),
        ('{"version": 1, "files": {"a.py": [{}]}}', "somebody has edited it by hand"),
        ('{"version": 1, "files": {"a.py": 3}}', "somebody has edited it by hand"),
    ],
)
def test_what_is_no_baseline_is_told(text: str, told: str, file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert file.exists()
    Path("known.json").write_text(text)
    assert again() == FAILED
    assert told in capsys.readouterr().err


def test_where_none_can_be_written_it_is_told(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert file.exists()
    assert check(Request(["."], write_baseline="nowhere/known.json"), StandIn) == FAILED
    assert "the baseline nowhere/known.json cannot be written" in capsys.readouterr().err


def configured(text: str = 'baseline = "known.json"') -> None:
    Path("nanproof.toml").write_text(text)


def test_the_configured_one_counts_and_is_written_anew(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    configured()
    assert check(Request(["."]), StandIn) == FAILED
    assert "there is no such file; --write-baseline known.json writes one" in capsys.readouterr().err
    write()
    assert check(Request(["."]), StandIn) == CLEAN
    file.write_text(ONE + "w = tf.log(y)\n")
    assert check(Request(["."]), StandIn) == FOUND
    write()
    assert check(Request(["."]), StandIn) == CLEAN


def test_each_file_has_the_one_of_its_own_configuration(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder with a file of its own configures all of it anew."""
    write()
    configured()
    (file.parent / "nanproof.toml").write_text("")
    other = Path("other.py")
    other.write_text(ONE)
    assert check(Request(["."]), StandIn) == FOUND
    told = capsys.readouterr().out
    assert "src/a.py:2:5" in told
    assert "other.py:2:5" in told


def test_what_is_not_asked_for_is_not_gone(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert file.exists()
    write()
    configured('baseline = "known.json"\nignore = ["NAN1"]')
    capsys.readouterr()
    assert check(Request(["."]), StandIn) == CLEAN
    assert "not there any more" not in capsys.readouterr().err


@pytest.mark.parametrize("name", ["../known.json", "/etc/passwd", "C:\\\\known.json", "a\\u0000"])
def test_a_project_does_not_name_one_outside_of_itself(
    name: str, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert file.exists()
    configured(f'baseline = "{name}"')
    assert check(Request(["."]), StandIn) == FAILED
    assert "is no path" in capsys.readouterr().err


def test_no_link_of_a_project_leads_out_to_one(
    file: Path, capsys: pytest.CaptureFixture[str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    write()
    Path("known.json").rename(away := tmp_path_factory.mktemp("away") / "known.json")
    Path("known.json").symlink_to(away)
    assert again() == CLEAN
    configured()
    assert check(Request([str(file)]), StandIn) == FAILED
    assert "a link out of its folder" in capsys.readouterr().err
