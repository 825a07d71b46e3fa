"""All places that a function is called from, or nothing where some may not be seen."""

from __future__ import annotations

import pytest

from nanproof.names.scopes import scope_of
from nanproof.uses.called_from import calls_of, is_called_only_where, is_handed_to
from tests.uses.program import Marked, marked, shown

FUNCTION = "def f(x):\n    return «x»\n\n\n"
METHOD = "class A:\n    def m(self, x):\n        return «x»\n\n\n"


def called_from(source: str, files: dict[str, str] | None = None) -> list[str] | None:
    """Return the calls of the function around the mark."""
    program = marked(source, files)
    found = calls_of(program.engine, program.document, scope_of(program.node))
    return None if found is None else [shown(document, call) for document, call in found]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (FUNCTION + "f(1)\ny = f(2) + f(3)\n", ["«f(1)»", "y = «f(2)» + f(3)", "y = f(2) + «f(3)»"]),
        (FUNCTION, []),
        (FUNCTION + "g = f\n", None),
        (FUNCTION + "g([f])\n", None),
        (FUNCTION + "g(f)\n", None),
        (FUNCTION + "f = 3\nf(1)\n", []),
        (FUNCTION + "f += 1\n", None),
        (FUNCTION + "def g(f):\n    return f(1)\n", []),
        (FUNCTION + "a.f(1)\n", []),
        (FUNCTION + "g(f=1)\n", []),
        (FUNCTION + "f(1).g(2)\n", ["«f(1)».g(2)"]),
        (FUNCTION + "class A:\n    def f(self):\n        return f(1)\n", ["return «f(1)»"]),
        (FUNCTION + "def g():\n    global f\n    f(1)\n", ["«f(1)»"]),
        (FUNCTION + "__all__ = ['f']\nf(1)\n", None),
        (FUNCTION + "__all__ = ['g', \"f\"]\nf(1)\n", None),
        (FUNCTION + "__all__ = ['g']\nf(1)\n", ["«f(1)»"]),
        (FUNCTION + "import jax\njax.vmap(f)(1)\n", ["«jax.vmap(f)(1)»"]),
        (FUNCTION + "import jax\njax.jit(f)(1)\n", ["«jax.jit(f)(1)»"]),
        (FUNCTION + "import jax\njax.jit(jax.jit(f))(1)\n", ["«jax.jit(jax.jit(f))(1)»"]),
        (FUNCTION + "import jax\ng = jax.jit(f)\ng(1)\n", None),
        (FUNCTION + "import jax\njax.lax.map(f, xs)\n", ["«jax.lax.map(f, xs)»"]),
        (FUNCTION + "import jax\njax.grad(f)(1)\n", None),
        (FUNCTION + "map(f, xs)\n", None),
        (FUNCTION + "pool.imap(f, xs)\n", None),
        ("import jax\n\n\n@jax.jit\n" + FUNCTION + "f(1)\n", ["«f(1)»"]),
        ("import functools as f2, jax\n\n\n@f2.partial(jax.jit, donate=1)\n" + FUNCTION + "f(1)\n", ["«f(1)»"]),
        ("import torch\n\n\n@torch.no_grad()\n" + FUNCTION + "f(1)\n", ["«f(1)»"]),
        ("import jax\n\n\n@jax.vmap\n" + FUNCTION + "f(1)\n", ["«f(1)»"]),
        ("import jax\n\n\n@jax.value_and_grad\n" + FUNCTION + "f(1)\n", None),
        (FUNCTION + "class A(f):\n    pass\n", None),
        (FUNCTION + "import main\nfrom main import f as g\n", []),
        ("@register\n" + FUNCTION + "f(1)\n", None),
        ("import torch\n\n\n@register\n@torch.no_grad()\n" + FUNCTION + "f(1)\n", None),
        ("f = lambda x: «x»\nf(1)\n", None),
        ("class A:\n    y = «x»\n\n\nA()\n", None),
        ("import torch\n\n\n@torch.exp\n" + FUNCTION + "f(1)\n", None),
        (FUNCTION + "import torch\ntorch.exp(f)(1)\n", None),
        ("y = «x»\n", None),
        # Methods: each call of something unknown that is spelt so counts.
        (METHOD + "A().m(1)\nb.m(2)\n", ["«A().m(1)»", "«b.m(2)»"]),
        (METHOD + "m(1)\n", []),
        (METHOD + "class B:\n    def m(self, x):\n        return 1\n\n\nB().m(2)\n", []),
        (METHOD + "g = A().m\n", None),
        (METHOD + "hooks.add(A().m)\n", None),
        (METHOD.replace("def m", "def __add__"), None),
        (METHOD.replace("def m", "def forward"), None),
        ("class A:\n    @staticmethod\n    def m(x):\n        return «x»\n\n\nA.m(1)\n", ["«A.m(1)»"]),
        ("class A:\n    @property\n    def m(self):\n        return «x»\n\n\nA().m\n", None),
        (FUNCTION + "f(1)\n" * 16, ["«f(1)»"] * 16),
        (FUNCTION + "f(1)\n" * 17, None),
    ],
)  # fmt: skip
def test_the_calls_of_a_function(source: str, expected: list[str] | None) -> None:
    assert called_from(source) == expected


def test_calls_in_other_files() -> None:
    files = {"other.py": "from main import f\nz = f(2)\n", "third.py": "def f(x):\n    return x\n\n\nf(3)\n"}
    assert called_from(FUNCTION + "y = f(1)\n", files) == ["y = «f(1)»", "z = «f(2)»"]
    kept = {"other.py": "from main import f\nf(1)\ng = f\n"}
    assert called_from(FUNCTION, kept) is None
    module = {"other.py": "import main\nmain.f(2)\n"}
    assert called_from(FUNCTION, module) == ["«main.f(2)»"]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (FUNCTION + "jax.grad(f)\n", True),
        (FUNCTION + "jax.grad(fun=f)\n", True),
        (FUNCTION + "jax.grad(jax.jit(f))\n", True),
        (FUNCTION + "jax.grad(A.f)\n", True),
        (FUNCTION + "jax.grad(f(1))\n", True),
        (FUNCTION + "jax.jit(f)\n", False),
        (FUNCTION + "jax.grad([f])\n", False),
        (FUNCTION + "jax.grad(g)\nf(1)\n", False),
        ("@jax.grad\n" + FUNCTION, True),
        ("@functools.partial(jax.grad, argnums=1)\n" + FUNCTION, True),
        ("@jax.jit\n" + FUNCTION, False),
    ],
)
def test_whether_a_function_is_handed_to_another(source: str, expected: bool) -> None:
    program = marked(source)
    takers, function = frozenset({"grad", "value_and_grad"}), scope_of(program.node)
    assert is_handed_to(program.engine, program.document, function, takers) == expected


def test_a_function_is_handed_over_in_another_file() -> None:
    program = marked(FUNCTION, {"other.py": "from main import f\njax.grad(f)\nf(1)\n"})
    assert is_handed_to(program.engine, program.document, scope_of(program.node), frozenset({"grad"}))


def only_called_in_g(program: Marked) -> bool:
    """Say whether all calls of the function around the mark stand in functions whose name begins with g."""
    return is_called_only_where(
        program.engine,
        program.document,
        program.node,
        lambda _, document, call: shown(document, scope_of(call)).startswith("«def g"),
    )


@pytest.mark.parametrize(
    ("calls", "expected"),
    [
        ("", False),
        ("def g():\n    f(1)\n", True),
        ("def g():\n    f(1)\n\n\ndef h():\n    f(1)\n", False),
        ("def h():\n    f(1)\n\n\ndef g():\n    h()\n", True),
        ("def h():\n    f(1)\n\n\ndef i():\n    h()\n\n\ndef g():\n    i()\n", True),
        ("def h():\n    f(1)\n\n\ndef i():\n    h()\n\n\ndef j():\n    i()\n\n\ndef g():\n    j()\n", False),
        ("h(f)\n\n\ndef g():\n    f(1)\n", False),
        ("def g():\n" + "    f(1)\n" * 16, True),
        ("def g():\n" + "    f(1)\n" * 17, False),
    ],
)
def test_what_holds_of_all_calls(calls: str, expected: bool) -> None:
    assert only_called_in_g(marked(FUNCTION + calls)) == expected
