"""What an earlier run found is told again where nothing that it rests on changed, and only there."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from nanproof.cache.recalled import Cache, Recalled
from nanproof.cache.snapshot import Snapshot
from nanproof.cache.terms import terms_of
from nanproof.cli.inspection import Inspection
from nanproof.cli.processes import inspections
from nanproof.cli.recalling import Groups, recalled
from nanproof.fixes.fix import USUAL, Preferences, Way
from nanproof.names.basis import Basis
from nanproof.watchdog import Limits

HELPER = "import torch\n\n\ndef entropy(p):\n    return torch.log(p)\n"
CALLER = "import torch\nfrom helper import entropy\n\n\ndef loss(x):\n    return entropy(torch.softmax(x, -1))\n"
OTHER = "import torch\n\n\ndef f(x):\n    return torch.softmax(x, -1).log()\n"
USER = "import torch\nfrom maker import made\n\n\ndef loss(x):\n    return torch.log(made(x))\n"
MAKER = "import torch\n\n\ndef made(x):\n    return torch.softmax(x, -1)\n"
SAFE = HELPER.replace("torch.log(p)", "torch.log(p.clamp(1e-6, 1.0))")
# jedi is asked what `ops` holds: all of the project may count.
ASKING = "import torch\n\n\ndef f(ops: Ops, x):\n    return ops.log(torch.softmax(x, -1))\n"


class Run:
    """A folder that is checked again and again, with a cache and without."""

    def __init__(self, folder: Path, kept: Path) -> None:
        self.folder, self.kept = folder, kept
        self.examined: list[str] = []
        self.limits = Limits(60.0)
        folder.mkdir()
        (folder / "setup.py").write_text("")

    def write(self, **texts: str) -> None:
        for name, text in texts.items():
            (self.folder / f"{name}.py").write_text(text)

    @property
    def groups(self) -> dict[str, list[str]]:
        return {str(self.folder): sorted(map(str, self.folder.glob("*.py")))}

    def _afresh(self, groups: Groups) -> Iterator[Inspection]:
        self.examined = [Path(path).stem for paths in groups.values() for path in paths]
        yield from inspections(groups, limits=self.limits)

    def check(self, preferences: Preferences = USUAL) -> list[str]:
        """Check, compare with what is found without a cache, and return the files that were looked at."""
        self.examined = []
        found = list(recalled(self.kept, preferences, self.groups, self._afresh))
        examined, self.examined = self.examined, []
        anew = list(recalled(None, preferences, self.groups, self._afresh))
        assert [(each.path, each.records) for each in found] == [(each.path, each.records) for each in anew]
        return examined


@pytest.fixture
def run(tmp_path: Path) -> Run:
    return Run(tmp_path / "project", tmp_path / "kept")


def test_what_did_not_change_is_not_looked_at_again(run: Run) -> None:
    run.write(helper=HELPER, caller=CALLER, other=OTHER)
    assert run.check() == ["caller", "helper", "other", "setup"]
    assert run.check() == []


def test_only_what_changed_is_looked_at_again(run: Run) -> None:
    run.write(helper=HELPER, caller=CALLER, other=OTHER)
    run.check()
    run.write(other=OTHER + "# more\n")
    assert run.check() == ["other"]
    run.write(other=OTHER)
    assert run.check() == ["other"]  # the latest of each file is kept


def test_what_rests_on_what_changed_is_looked_at_again(run: Run) -> None:
    run.write(helper=HELPER, caller=CALLER, other=OTHER)
    run.check()
    run.write(caller=CALLER.replace("softmax", "sigmoid").replace(", -1", ""))
    assert run.check() == ["caller", "helper"]  # which is asked with what the caller passes
    run.write(maker=MAKER, user=USER)
    run.check()
    run.write(maker=MAKER.replace("(x, -1)", "(x, -1) + 1"))
    assert run.check() == ["maker", "user"]


def test_a_new_caller_counts(run: Run) -> None:
    run.write(helper=HELPER, other=OTHER)
    run.check()
    run.write(caller=CALLER)
    assert run.check() == ["caller", "helper"]
    (run.folder / "caller.py").unlink()
    assert run.check() == ["helper"]


def test_a_file_that_comes_where_an_import_led_nowhere_counts(run: Run) -> None:
    run.write(user=USER, other=OTHER)
    run.check()
    run.write(maker=MAKER)
    assert run.check() == ["maker", "user"]


def test_a_project_that_is_the_framework_itself_counts(run: Run) -> None:
    run.write(other=OTHER)
    run.check()
    (run.folder / "torch").mkdir()
    (run.folder / "torch" / "__init__.py").write_text("def softmax(x, dim): ...\n")
    assert run.check() == ["other"]


def test_where_jedi_was_asked_all_of_the_project_counts(run: Run) -> None:
    run.write(asking=ASKING)
    run.check()
    assert run.check() == []
    run.write(unrelated="x = 1\n")
    assert run.check() == ["asking", "unrelated"]


def test_other_preferences_are_other_terms(run: Run) -> None:
    run.write(other=OTHER)
    run.check()
    assert run.check(Preferences(prefer=Way.MASK)) == ["other", "setup"]
    assert run.check() == []
    assert run.check(Preferences(prefer=Way.MASK)) == []


def test_what_is_cut_short_is_not_kept(run: Run) -> None:
    run.write(other=OTHER)
    run.limits = Limits(0.0)
    found = list(recalled(run.kept, USUAL, run.groups, run._afresh))
    assert [bool(each.unseen) for each in found] == [True, False]
    run.limits = Limits(60.0)
    assert run.check() == ["other"]


def test_what_cannot_be_read_is_not_kept(run: Run) -> None:
    (run.folder / "odd.py").write_bytes(b"\xff")
    run.check()
    assert run.check() == ["odd"]


def test_what_was_found_before_an_interruption_is_kept(run: Run) -> None:
    run.write(helper=HELPER, caller=CALLER, other=OTHER)
    interrupted = recalled(run.kept, USUAL, run.groups, run._afresh)
    next(interrupted)
    next(interrupted)
    interrupted.close()
    assert run.check() == ["other", "setup"]


def test_a_project_too_large_for_a_few_files_is_not_read_whole(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("nanproof.cache.recalled.LEAST_ENTRIES", 3)
    monkeypatch.setattr("nanproof.cache.recalled.ENTRIES_A_FILE", 0)
    run.write(helper=HELPER, caller=CALLER, user=USER, maker=MAKER)
    run.check()
    assert run.check() == []
    run.write(maker=MAKER + "\n")
    assert run.check() == ["maker", "user"]


def test_an_import_from_above_the_root_is_followed_again(tmp_path: Path) -> None:
    package = tmp_path / "pack"
    (package / "sub").mkdir(parents=True)
    run = Run(package / "sub" / "inner", tmp_path / "kept")
    (package / "__init__.py").write_text("")
    run.write(caller=CALLER.replace("from helper", "from pack.helper"))
    run.check()
    (package / "helper.py").write_text(HELPER)
    run.check()
    (package / "helper.py").write_text(SAFE)
    run.check()
    assert run.check() == []


def test_a_killed_process_ends_the_report_where_it_is(run: Run) -> None:
    run.write(helper=HELPER, caller=CALLER, other=OTHER)
    assert len(list(recalled(run.kept, USUAL, run.groups, lambda _: iter(())))) == 0


def test_random_changes_are_seen(run: Run) -> None:
    """Each check compares what is told with what is found anew."""
    texts = {
        "helper": [HELPER, SAFE, "", "from deep import *\n"],
        "deep": [HELPER, SAFE],
        "caller": [CALLER, CALLER.replace("helper", "deep"), "from helper import entropy\n\nentropy(0.0)\n"],
        "other": [OTHER, CALLER, "import helper\n\n\ndef g(x):\n    return helper.entropy(x.exp())\n"],
        "user": [USER, USER + "import helper\n"],
        "maker": [MAKER, "from helper import *\n", MAKER.replace("(x, -1)", "(x, -1) + 1")],
        "shelf": ["from helper import *\n", "import torch as ops\n"],
        "asking": [ASKING, CALLER.replace("helper", "shelf")],
    }
    chance = random.Random(20)
    looked_at = 0
    for _ in range(60):
        name = chance.choice(sorted(texts))
        if chance.random() < 0.2:
            (run.folder / f"{name}.py").unlink(missing_ok=True)
        else:
            run.write(**{name: chance.choice(texts[name])})
        looked_at += len(run.check())
    assert looked_at < 60 * 4


def test_terms_are_the_same_in_each_process() -> None:
    told = repr(Preferences())
    assert " at 0x" not in told
    assert terms_of(USUAL) == terms_of(Preferences())
    assert terms_of(USUAL) != terms_of(Preferences(default_dtype="float64"))


def test_what_is_kept_under_a_broken_text_is_looked_at_again(run: Run) -> None:
    run.write(other=OTHER)
    path = run.groups[str(run.folder)][0]
    digest = Snapshot(str(run.folder), 100).digest_of_file(path)
    assert digest is not None
    cache = Cache(run.kept, USUAL)
    project = cache.of(str(run.folder), [path])
    project.keep([Recalled(path, digest, (), Basis())])
    store = project._store
    [(_, kept)] = store.of(cache._terms, str(run.folder)).items()
    store.keep(cache._terms, str(run.folder), [type(kept)(path, digest, kept.project, "[]")])
    assert run.check() == ["other", "setup"]
