"""Which files a run is about."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from nanproof.files.discovery import discover
from nanproof.source.reader import DiskReader, OverlayReader, path_key


def plant(root: Path, *names: str) -> None:
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()


def found(root: Path, *names: str) -> list[str]:
    discovery = discover([str(root / name) for name in names or [""]])
    return [str(Path(file).relative_to(root)) for file in discovery.files]


def test_folders_are_searched_in_the_order_of_names(tmp_path: Path) -> None:
    plant(tmp_path, "b.py", "a/z.py", "a/b/c.py", "a.py", "notes.txt", "a/stub.pyi")
    assert found(tmp_path) == ["a/b/c.py", "a/z.py", "a.py", "b.py"]


def test_a_search_ends_after_so_many_entries(tmp_path: Path) -> None:
    plant(tmp_path, "a.py", "b/c.py", "b/d/e.py")
    assert [Path(each).name for each in discover([str(tmp_path)], most=2).files] == ["a.py"]
    assert len(discover([str(tmp_path)], most=4).files) == 2


def test_what_an_editor_holds_is_found(tmp_path: Path) -> None:
    plant(tmp_path, "a.py")
    reader = OverlayReader({path_key(str(tmp_path / "new.py")): b""}, DiskReader())
    assert [Path(each).name for each in discover([str(tmp_path)], reader).files] == ["a.py", "new.py"]


def test_arguments_keep_their_order_and_every_file_comes_once(tmp_path: Path) -> None:
    plant(tmp_path, "b.py", "a/z.py")
    assert found(tmp_path, "b.py", "a", "", "a/../b.py") == ["b.py", "a/z.py"]


@pytest.mark.parametrize("name", [".git", ".venv", "venv", "node_modules", "__pycache__", "build", "dist", ".tox"])
def test_folders_that_tools_fill_are_passed_over(tmp_path: Path, name: str) -> None:
    plant(tmp_path, f"{name}/a.py", f"sub/{name}/a.py", "b.py")
    assert found(tmp_path) == ["b.py"]
    assert found(tmp_path, name) == [f"{name}/a.py"]


def test_a_folder_named_like_a_file_is_searched(tmp_path: Path) -> None:
    plant(tmp_path, "odd.py/a.py")
    assert found(tmp_path) == ["odd.py/a.py"]
    assert found(tmp_path, "odd.py") == ["odd.py/a.py"]


def test_links_cannot_make_it_run_in_circles(tmp_path: Path) -> None:
    plant(tmp_path, "a/b.py")
    (tmp_path / "a" / "up").symlink_to(tmp_path)
    (tmp_path / "a" / "up.py").symlink_to(tmp_path)
    (tmp_path / "a" / ".#lock.py").symlink_to("nobody@nowhere:1")
    (tmp_path / "a" / "link.py").symlink_to("b.py")
    (tmp_path / "a" / "script").write_text("#!/usr/bin/python\n")
    (tmp_path / "a" / "other.py").symlink_to("script")
    assert found(tmp_path) == ["a/b.py", "a/other.py"]
    assert found(tmp_path, "a/link.py", "a") == ["a/link.py", "a/b.py", "a/other.py"]


@pytest.mark.parametrize("ways", [{"loop.py": "loop.py"}, {"a.py": "b.py", "b.py": "a.py"}, {"a.py": "a.py/b"}])
def test_a_link_that_leads_to_itself_is_named(ways: dict[str, str], tmp_path: Path) -> None:
    for name, target in ways.items():
        (tmp_path / name).symlink_to(target)
    discovery = discover([str(tmp_path)])
    assert discovery.files == ()
    assert [Path(problem.path).name for problem in discovery.problems] == list(ways)
    assert {problem.sentence for problem in discovery.problems} == {"this is a link that leads to itself"}


def test_two_links_to_the_folder_itself_are_no_more_folders(tmp_path: Path) -> None:
    plant(tmp_path, "x.py")
    for name in ("a", "b", "c.py"):
        (tmp_path / name).symlink_to(".")
    assert found(tmp_path) == ["x.py"]
    assert found(tmp_path, "a") == ["a/x.py"]


def test_a_link_out_of_the_project_is_named_and_not_found(tmp_path: Path) -> None:
    plant(tmp_path, "project/src/a.py", "project/lib/b.py", "elsewhere/c.py", "project-too/d.py")
    (tmp_path / "project" / "pyproject.toml").touch()
    for name, target in {
        "b.py": "../lib/b.py",
        "c.py": "../../elsewhere/c.py",
        "d.py": "../../project-too/d.py",
    }.items():
        (tmp_path / "project" / "src" / name).symlink_to(target)
    discovery = discover([str(tmp_path / "project" / "src")])
    assert [Path(file).name for file in discovery.files] == ["a.py", "b.py"]
    assert [Path(problem.path).name for problem in discovery.problems] == ["c.py", "d.py"]
    assert found(tmp_path, "project/src/c.py") == ["project/src/c.py"]


def test_a_name_that_is_too_long_does_not_stop_the_others(tmp_path: Path) -> None:
    plant(tmp_path, "a.py")
    assert [Path(file).name for file in discover(["x" * 5_000, str(tmp_path)]).files] == ["x" * 5_000, "a.py"]


def test_a_deep_tree_is_no_recursion(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    depth = 1500
    monkeypatch.chdir(tmp_path)
    for _ in range(depth):
        Path("d").mkdir()
        os.chdir("d")
    Path("x.py").touch()
    monkeypatch.chdir(tmp_path)
    try:
        files = discover([str(tmp_path)]).files
    finally:
        subprocess.run(["rm", "-rf", "d"], check=True)  # shutil.rmtree recurses
    assert [len(Path(file).relative_to(tmp_path).parts) for file in files] == [depth + 1]


def test_named_files_are_kept_whatever_is_ignored(tmp_path: Path) -> None:
    plant(tmp_path, "a.py", "gone/b.py")
    (tmp_path / ".gitignore").write_text("*.py\ngone/\n")
    assert found(tmp_path) == []
    assert found(tmp_path, "a.py") == ["a.py"]


def test_rules_of_the_repository_hold_in_its_folders(tmp_path: Path) -> None:
    plant(tmp_path, "src/a.py", "src/generated/b.py", "src/generated/deep/c.py")
    (tmp_path / ".git").mkdir()
    (tmp_path / ".gitignore").write_text("generated\n")
    assert found(tmp_path, "src") == ["src/a.py"]
    # Whoever names an ignored folder, or one inside it, wants it searched.
    assert found(tmp_path, "src/generated") == ["src/generated/b.py", "src/generated/deep/c.py"]
    assert found(tmp_path, "src/generated/deep") == ["src/generated/deep/c.py"]


def test_rules_above_a_folder_that_is_in_no_repository_do_not_hold(tmp_path: Path) -> None:
    plant(tmp_path, "home/project/a.py")
    (tmp_path / "home" / ".gitignore").write_text("*\n")
    assert found(tmp_path, "home/project") == ["home/project/a.py"]


def test_lines_that_are_no_patterns_are_passed_over(tmp_path: Path) -> None:
    plant(tmp_path, "a.py", "b.py")
    (tmp_path / ".gitignore").write_bytes(b"\xef\xbb\xbf!\n\xff\\\nb.py\r\n")
    assert found(tmp_path) == ["a.py"]


def test_a_folder_that_cannot_be_listed_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plant(tmp_path, "a.py", "locked/b.py")
    real = os.scandir

    def scandir(path: str) -> object:  # permissions do not stop root, who runs the tests in CI
        if path.endswith("locked"):
            raise PermissionError(13, "Permission denied", path)
        return real(path)

    monkeypatch.setattr(os, "scandir", scandir)
    discovery = discover([str(tmp_path)])
    assert [Path(file).name for file in discovery.files] == ["a.py"]
    assert [problem.sentence for problem in discovery.problems] == ["permission to read it is denied"]


FOLDERS = st.lists(st.sampled_from(["a", "b", "ab"]), max_size=2, unique=True)
PATTERN = st.builds(
    "{}{}{}{}".format,
    st.sampled_from(["", "", "!"]),
    st.sampled_from(["", "", "/", "**/", "a/", "*/"]),
    st.sampled_from(["a", "b", "a.py", "b.py", "*.py", "?.py", "*", "[ab].py", "a*"]),
    st.sampled_from(["", "", "/", "/**"]),
)
FILES = st.sets(
    st.builds(lambda folders, name: "/".join([*folders, name]), FOLDERS, st.sampled_from(["a.py", "b.py", "ab.py"])),
    min_size=1,
    max_size=8,
)
RULES = st.dictionaries(st.sampled_from(["", "a", "b", "a/b", "ab"]), st.lists(PATTERN, max_size=4), max_size=3)


@settings(max_examples=60, deadline=None)
@given(files=FILES, rules=RULES)
@example(files={"a/a.py", "a/b.py"}, rules={"": ["a/**", "!a.py"]})
def test_git_agrees_on_what_is_ignored(
    tmp_path_factory: pytest.TempPathFactory, files: set[str], rules: dict[str, list[str]]
) -> None:
    root = tmp_path_factory.mktemp("repository")
    try:
        plant(root, *files)
        for folder, patterns in rules.items():
            if (root / folder).is_dir():
                (root / folder / ".gitignore").write_text("\n".join(patterns) + "\n")
        subprocess.run(["git", "init", "-q", str(root)], check=True)
        listed = subprocess.run(
            ["git", "-c", "core.excludesFile=", "ls-files", "--others", "--exclude-standard"],
            cwd=root,
            check=True,
            capture_output=True,
            text=True,
        )
        expected = sorted(line for line in listed.stdout.splitlines() if line.endswith(".py"))
        assert sorted(found(root)) == expected
    finally:
        shutil.rmtree(root)
