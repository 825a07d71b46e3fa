"""What a piece of a text gives to the others."""

from __future__ import annotations

import pytest

from nanproof.names.bindings import Bindings
from nanproof.names.exports import Export, exported
from nanproof.names.pieces import Owner
from nanproof.source.document import Document


def exports(source: str) -> list[Export]:
    bindings = Bindings(Document.from_text("/a.py", source))
    return [exported(bindings, piece) for piece in bindings.pieces]


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ("def f(x):\n    y = x\n    return y\n", {"f"}),
        ("@decorated(1)\nasync def f(x): ...\n", {"f"}),
        ("def f(x):\n    global y\n    y = x\n", {"f", "x", "y"}),
        ("class A:\n    def m(self):\n        global y\n        y = 1\n", {"A", "m", "self", "y"}),
        ("class A:\n    y = 0\n    def m(self):\n        y = 1\n", {"A"}),
        ("x, *y = torch.log(z), w.t\n", {"x", "y"}),
        ("x.clamp_(1)\ny[0] = 1\n", {"x", "y"}),
        ("for i in n:\n    s += i\n", {"i", "s"}),
        ("import a.b as c\n", {"c"}),
        ("class A(B):\n    pass\n", {"A"}),
        ("print(x)\n", set()),
        ("assert x > eps\n", {"assert", "x", "eps"}),
        ("if n == 0: raise E\n", {"if", "n", "0", "raise", "E"}),
        ("tf.debugging.assert_positive(x)\n", {"tf", "debugging", "assert_positive", "x"}),
    ],
)
def test_names(source: str, names: set[str]) -> None:
    assert frozenset[str]().union(*(each.names for each in exports(source))) == names


def test_members_and_the_bodies_of_classes() -> None:
    head, rate, method = exports("class A(B):\n    rate = 0\n    def m(self): return 1\n")
    owner = Owner(b"class A(B):", 0)
    assert [set(each.names) for each in (head, rate, method)] == [{"A"}, set(), set()]
    assert [set(each.owners) for each in (head, rate, method)] == [{owner}, {owner}, set()]
    assert [set(each.members) for each in (head, rate, method)] == [set(), set(), {(owner, "m")}]


@pytest.mark.parametrize(
    ("source", "calls"),
    [
        ("def f(x):\n    return g (x) + a.h(\n        k\n    )(1)\n", {b"g", b"h"}),
        ("def f(x):\n    return f(x)\n", {b"f"}),
        ("größe(x)\n", {"größe".encode()}),
        ("x = y\n", set()),
    ],
)
def test_calls(source: str, calls: set[bytes]) -> None:
    assert exports(source)[0].calls == calls


def test_attributes_that_are_set_and_not_those_that_are_read() -> None:
    (export,) = exports("def f(self):\n    self.a, model.b = self.c.d, 1\n    self.g[0] = self.h\n")
    assert export.attributes == {"a", "b", "g"}


@pytest.mark.parametrize(
    ("source", "has_import"),
    [
        ("import torch\n", True),
        ("try:\n    import torch\nexcept ImportError:\n    pass\n", True),
        ("from m import *\n", True),
        ("def f():\n    import torch\n", False),
        ("important = 1\n", False),
    ],
)
def test_imports(source: str, has_import: bool) -> None:
    assert exports(source)[0].has_import is has_import
