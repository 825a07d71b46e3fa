"""Walking a folder, without a disk."""

from __future__ import annotations

from nanproof.source.reader import Entry, Kind
from nanproof.source.tree import Found, walk

Tree = dict[str, tuple[Entry, ...]]


class Folders:
    """A reader of folders that exist nowhere."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self.listed: list[str] = []

    def read(self, path: str) -> bytes | None:
        raise AssertionError(path)

    def is_file(self, path: str) -> bool:
        raise AssertionError(path)

    def entries(self, path: str) -> tuple[Entry, ...] | None:
        self.listed.append(path)
        return self._tree.get(path)


def file(name: str) -> Entry:
    return Entry(name, Kind.FILE)


def folder(name: str) -> Entry:
    return Entry(name, Kind.FOLDER)


def test_the_upper_folders_come_first_and_each_in_the_order_of_names() -> None:
    tree = {
        "/r": (folder("a"), file("b.py"), folder("c"), file("d.txt"), folder("e.py")),
        "/r/a": (folder("a"), file("x.py")),
        "/r/a/a": (file("y.py"),),
        "/r/c": (file("z.py"),),
        "/r/e.py": (),
    }
    paths = [found.path for found in walk(Folders(tree), "/r")]
    assert paths == ["/r/b.py", "/r/a/x.py", "/r/c/z.py", "/r/a/a/y.py"]


def test_links_are_told_and_not_entered() -> None:
    reader = Folders({"/r": (Entry("a", Kind.LINK), Entry("b.py", Kind.LINK), Entry("c.py", Kind.OTHER))})
    assert list(walk(reader, "/r")) == [Found("/r/b.py", Kind.LINK), Found("/r/c.py", Kind.OTHER)]
    assert reader.listed == ["/r"]


def test_a_folder_that_cannot_be_read_is_told() -> None:
    reader = Folders({"/r": (folder("a"), folder("b")), "/r/b": (file("x.py"),)})
    assert list(walk(reader, "/r")) == [Found("/r/a", Kind.FOLDER), Found("/r/b/x.py", Kind.FILE)]


def test_a_virtual_environment_is_entered_only_if_it_is_asked_for() -> None:
    tree = {"/r": (folder("py3"),), "/r/py3": (folder("lib"), file("pyvenv.cfg")), "/r/py3/lib": (file("x.py"),)}
    assert list(walk(Folders(tree), "/r")) == []
    assert list(walk(Folders(tree), "/r/py3")) == [Found("/r/py3/lib/x.py", Kind.FILE)]


def test_deep_and_wide_trees_are_no_recursion() -> None:
    deep: Tree = {}
    path = "/r"
    for _ in range(2_000):
        deep[path] = (folder("d"), file("x.py"))
        path += "/d"
    deep[path] = ()
    assert sum(1 for _ in walk(Folders(deep), "/r")) == 2_000
    wide = {"/r": tuple(folder(f"{number:05}") for number in range(10_000))}
    wide |= {f"/r/{entry.name}": (file("x.py"),) for entry in wide["/r"]}
    assert sum(1 for _ in walk(Folders(wide), "/r")) == 10_000


def test_it_ends_when_it_has_seen_enough() -> None:
    tree = {"/r": (folder("a"), file("x.py")), "/r/a": (file("y.py"),)}
    assert [found.path for found in walk(Folders(tree), "/r", most=2)] == ["/r/x.py"]
