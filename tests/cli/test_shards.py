"""The shards of a run are the run: each file in one of them, the same everywhere, and what is found is the same."""

import json
import shutil
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from nanproof.cli.check import Request, check
from nanproof.cli.formats.output_format import OutputFormat
from nanproof.cli.processes import OpenProject
from nanproof.cli.shards import Shard

from .baselines import with_baseline
from .sarif import only_run
from .stand_in import StandIn

FAULTY = "y = softmax(x)\nz = tf.log(y)\n"
HELPER = "import tensorflow as tf\n\ndef entropy_{0}(p):\n    return tf.math.log(p)\n"
CALLER = "import tensorflow as tf\nfrom helpers.h{0} import entropy_{0}\nloss = entropy_{0}(tf.nn.softmax(x))\n"
FILLING = "def f(items):\n    return items + 1\n\n"


def shards(count: int) -> list[Shard]:
    return [Shard(number, count) for number in range(1, count + 1)]


def planted(folder: Path, sizes: Sequence[int]) -> list[str]:
    folder.mkdir(parents=True)
    for number, size in enumerate(sizes):
        (folder / f"{number:03}.py").write_text("#" * size)
    return [str(path) for path in sorted(folder.iterdir())]


@pytest.mark.parametrize("count", [1, 2, 7, 8, 50, 1000])
def test_each_file_is_in_one_shard(count: int, tmp_path: Path) -> None:
    files = planted(tmp_path / "a", [number * 37 % 500 for number in range(50)])
    taken = Counter(path for shard in shards(count) for path in shard.of(files))
    assert taken == Counter(files)


def test_they_are_balanced_by_size(tmp_path: Path) -> None:
    files = planted(tmp_path / "a", [20_000, *(number**2 for number in range(100))])
    sizes = [sum(Path(path).stat().st_size for path in shard.of(files)) for shard in shards(8)]
    assert max(sizes) - min(sizes) < 0.05 * sum(sizes) / 8


def test_empty_files_are_spread_too(tmp_path: Path) -> None:
    files = planted(tmp_path / "a", [0] * 80)
    assert {len(shard.of(files)) for shard in shards(8)} == {10}


def test_they_depend_on_the_tree_alone(tmp_path: Path) -> None:
    files = planted(tmp_path / "a", [number % 5 for number in range(60)])
    shutil.copytree(tmp_path / "a", tmp_path / "elsewhere" / "z")
    there = [str(path) for path in sorted((tmp_path / "elsewhere" / "z").iterdir(), reverse=True)]
    for shard in shards(8):
        names = {Path(path).name for path in shard.of(files)}
        assert names == {Path(path).name for path in shard.of(there)}
        assert shard.of(files) == shard.of(files[30:] + files[:30])


def test_a_file_that_is_not_there_is_in_a_shard(tmp_path: Path) -> None:
    files = [*planted(tmp_path / "a", [5, 6]), str(tmp_path / "gone.py"), "a\0b"]
    assert sum(len(shard.of(files)) for shard in shards(3)) == 4


def found(
    capsys: pytest.CaptureFixture[str], shard: Shard | None, project: OpenProject | None = None, **request: Any
) -> tuple[int, list[dict[str, Any]], str]:
    code = check(Request(["."], OutputFormat.JSON, shard=shard, **request), project)
    told = capsys.readouterr()
    return code, json.loads(told.out), told.err


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A tree in which what is found in half of the files rests on others; nothing marks its root."""
    for folder in ("helpers", "callers"):
        (tmp_path / folder).mkdir()
    for number in range(12):
        (tmp_path / "helpers" / f"h{number}.py").write_text(HELPER.format(number) + FILLING * number)
        (tmp_path / "callers" / f"c{number}.py").write_text(CALLER.format(number) + FILLING * (30 - number))
    (tmp_path / "callers" / "empty.py").write_text("")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("jobs", [None, 2])
@pytest.mark.usefixtures("tree")
def test_the_union_of_the_shards_is_one_run(jobs: int | None, capsys: pytest.CaptureFixture[str]) -> None:
    _, whole, _ = found(capsys, None)
    assert Counter(each["severity"] for each in whole)["warning"] == 12
    parts = [found(capsys, shard, jobs=jobs)[1] for shard in shards(8)]
    assert all(parts)
    assert sorted((each for part in parts for each in part), key=str) == sorted(whole, key=str)


def test_what_a_file_of_another_shard_passes_is_seen(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    resting = 0
    for shard in shards(8):
        files = shard.of([str(path) for path in tree.glob("*/*.py")])
        for finding in found(capsys, shard)[1]:
            assert finding["filename"] in files
            resting += any(step["filename"] not in files for step in finding["reason"])
    assert resting > 6


def test_what_is_left_out_is_in_no_shard(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tree / "nanproof.toml").write_text('exclude = ["callers/**"]\n')
    counts = [len(found(capsys, shard)[1]) for shard in shards(4)]
    assert counts == [3, 3, 3, 3]


def test_what_belongs_to_no_shard_is_told_by_the_first(
    tree: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    outside = tree / "outside.py"
    outside.write_text(FAULTY)
    (tree / "helpers" / "link.py").symlink_to(outside)
    monkeypatch.chdir(tree / "helpers")
    assert ["link.py: this is a link" in found(capsys, shard, StandIn)[2] for shard in shards(3)] == [
        True,
        False,
        False,
    ]


def test_a_shard_without_files_is_well_and_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.py").write_text(FAULTY)
    assert found(capsys, Shard(1, 2), StandIn)[0] == 1
    assert found(capsys, Shard(2, 2), StandIn) == (
        0,
        [],
        "nanproof: there are no Python files in . for the shard 2/2\n",
    )


@pytest.mark.usefixtures("tree")
def test_people_are_told_which_shard_it_was(capsys: pytest.CaptureFixture[str]) -> None:
    check(Request(["."], shard=Shard(3, 8)), StandIn)
    assert "(3 files of the shard 3/8 checked)." in capsys.readouterr().out


@pytest.mark.usefixtures("tree")
def test_each_shard_has_a_category_of_its_own_in_sarif(capsys: pytest.CaptureFixture[str]) -> None:
    identities = []
    for shard in (None, *shards(3)):
        check(Request(["."], OutputFormat.SARIF, shard=shard), StandIn)
        identities.append(only_run(capsys.readouterr().out).get("automationDetails", {}).get("id"))
    assert identities == [None, "nanproof/1-of-3/", "nanproof/2-of-3/", "nanproof/3-of-3/"]


def test_a_baseline_of_all_is_known_to_each_shard(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check(Request(["."], write_baseline="known.json")) == 0
    capsys.readouterr()
    for shard in shards(3):
        assert found(capsys, shard, configurations=with_baseline("known.json")) == (0, [], "")
    (tree / "callers" / "new.py").write_text(CALLER.format(3).replace("loss = ", "import math\nloss = "))
    (tree / "helpers" / "h3.py").write_text(HELPER.format(3) * 2)
    codes = [found(capsys, shard, configurations=with_baseline("known.json"))[0] for shard in shards(3)]
    assert sorted(codes) == [0, 0, 1]
