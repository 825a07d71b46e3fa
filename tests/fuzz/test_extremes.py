"""Programs that nobody writes and everybody's tools crash on."""

from __future__ import annotations

from unittest.mock import patch

import pytest

from nanproof.analysis import Project
from nanproof.infer.budgets import MOST_EVALUATIONS
from nanproof.names.imports import Imported
from nanproof.names.modules import Modules
from nanproof.source.document import Document
from tests.fuzz.watching import watched
from tests.names.project import ROOT, Files

HEAD = "import tensorflow as tf\nimport torch\n"
LOG = "q = torch.log(p)\n"


def evaluations(source: str, files: dict[str, str] | None = None) -> int:
    """Ask about a program; return how many expressions were evaluated for it."""
    document = Document.from_text(f"{ROOT}/main.py", source)
    project = Project(ROOT, Files({"main.py": source, **(files or {})}))
    with watched() as engines:
        project.diagnose(document)
        project.describe(document, len(document.data) - 2)
    return sum(engine.cost for engine in engines)


def nested(opening: str, inner: str, closing: str, times: int) -> str:
    return opening * times + inner + closing * times


PROGRAMS = {
    "parentheses": f"p = {nested('(', 'x', ')', 10_000)}\n{LOG}",
    "parentheses in the call": f"q = torch.log({nested('(', 'torch.relu(x)', ')', 3_000)})\n",
    "open parentheses": f"q = torch.log({'(' * 10_000}\n",
    "brackets": f"p = {nested('[', 'x', ']', 10_000)}\n{LOG}",
    "braces": f"p = {nested('{', 'x', '}', 3_000)}\n{LOG}",
    "a long sum": f"p = torch.relu(x) + {' + '.join('x' for _ in range(5_000))}\n{LOG}",
    "a long sum of logarithms": f"p = {' + '.join('torch.log(torch.relu(x))' for _ in range(1_000))}\n",
    "nested calls": f"p = {nested('torch.relu(', 'x', ')', 2_000)}\n{LOG}",
    "nested logarithms": f"p = {nested('torch.log(', 'x', ')', 1_000)}\n",
    "method chain": f"p = x{'.exp()' * 3_000}\n{LOG}",
    "attribute chain": f"p = x{'.y' * 5_000}\n{LOG}",
    "subscripts": f"p = x{'[0]' * 5_000}\n{LOG}",
    "powers": f"p = {'**'.join('2' for _ in range(3_000))}\n{LOG}",
    "minus signs": f"p = {'-' * 5_000}torch.relu(x)\n{LOG}",
    "conditionals": f"p = {'torch.relu(x) if c else ' * 2_000}x\n{LOG}",
    "boolean operators": f"p = {' or '.join('torch.relu(x)' for _ in range(3_000))}\n{LOG}",
    "lambdas": f"p = ({'lambda x: ' * 2_000}torch.relu(x))(1)\n{LOG}",
    "nested functions": "".join(f"{'  ' * n}def f{n}(x):\n" for n in range(500)) + f"{'  ' * 500}return torch.log(x)\n",
    "nested ifs": "".join(f"{' ' * n}if x > {n}:\n" for n in range(500)) + f"{' ' * 500}torch.log(torch.relu(x))\n",
    "many branches": "p = x\nif x:\n    p = torch.relu(x)\n" + "elif x:\n    p = torch.sigmoid(x)\n" * 1_000 + LOG,
    "many assignments": "".join(f"p{n + 1} = torch.relu(p{n})\n" for n in range(3_000)) + "torch.log(p3000)\n",
    "doubling": "p0 = torch.relu(x)\n" + "".join(f"p{n + 1} = p{n} + p{n}\n" for n in range(200)) + "torch.log(p200)\n",
    "many definitions": "def f(x):\n    return torch.relu(x)\n" * 1_000 + "p = f(x)\n" + LOG,
    "call chain": "def f0(x): return torch.relu(x)\n"
    + "".join(f"def f{n + 1}(x): return f{n}(x)\n" for n in range(300))
    + "torch.log(f300(x))\n",
    "call tree": "def f0(x): return torch.relu(x)\n"
    + "".join(f"def f{n + 1}(x): return f{n}(x) + f{n}(x) + f{n}(x)\n" for n in range(30))
    + "torch.log(f30(x))\n",
    "itself": f"x = x\np = p\n{LOG}",
    "each other": f"a = b\nb = a\np = a\n{LOG}",
    "in a loop": f"p = torch.relu(x)\nwhile p:\n    p = p + q\n    q = p - r\n    r = q * p\n    {LOG}",
    "swapping": f"a, b = torch.relu(x), x\nfor _ in x:\n    a, b = b, a\np = a\n{LOG}",
    "a function of itself": f"def f(): return f()\np = f()\n{LOG}",
    "a method of itself": f"class A:\n    def f(self): return self.f()\np = A().f()\n{LOG}",
    "a base of itself": f"class A(A): pass\np = A()(x)\n{LOG}",
    "bases of each other": f"class A(B): pass\nclass B(A): pass\np = A().f()\n{LOG}",
    "an attribute of itself": f"class A:\n    def f(self):\n        self.p = self.p\n        p = self.p\n        {LOG}",
    "a default of itself": f"def f(x=f()): return x\np = f()\n{LOG}",
    "a decorator of itself": f"@f\ndef f(): return f\np = f()\n{LOG}",
    "an instance that calls itself": f"class A:\n    def __call__(self, x): return self(x)\np = A()(x)\n{LOG}",
    "a lambda of itself": f"f = lambda x: f(f(x))\np = f(x)\n{LOG}",
    "called with itself": f"def f(g): return g(g)\np = f(f)\n{LOG}",
    "huge integers": f"p = torch.relu(x) + 10**400 + {'9' * 5_000}\n{LOG}",
    "huge floats": f"p = torch.relu(x) * 1e999 - 1e999 + -1e999\n{LOG}",
    "huge powers": f"p = 2 ** 2 ** 2 ** 2 ** 2 ** 2 ** 100\n{LOG}",
    "a negative shift": f"p = 1 << -1 << 10**9\n{LOG}",
    "division by zero": f"p = 1 / 0 + 1 // 0 + 1 % 0 + 0 ** -1 + 0.0 / 0.0\n{LOG}",
    "nan and inf": f"p = torch.relu(x) + float('nan') * float('inf') - 1e400 * 0\n{LOG}",
    "odd numbers": f"p = 0x + 0b2 + 0o9 + 1_000 + 1__0 + 1e + 1j + 0xFFp3\n{LOG}",
    "clips the wrong way round": f"p = torch.clamp(x, 1.0, 0.0) + torch.clamp(x, float('nan'))\n{LOG}",
    "surrogates": f"p = '\ud83d' + torch.relu(x)  # \ude00\n{LOG}",
    "NUL bytes": f"\0p\0 = torch.relu(x)\0\n\0{LOG}\0",
    "a very long line": f"p = torch.relu(x); y = '{'é' * 50_000}'; {LOG}",
    "many blank lines": f"p = torch.relu(x){chr(10) * 20_000}{LOG}",
    "a deep import": f"import {'.'.join('a' for _ in range(2_000))}\np = a.a.a\n{LOG}",
    "dots": f"from {'.' * 500} import x\np = x\n{LOG}",
    "many stars": "".join(f"from m{n} import *\n" for n in range(500)) + f"p = undefined(x)\n{LOG}",
    "suppression comments": f"p = torch.relu(x)\ntorch.log(p)  # nanproof: ignore[{'NAN999, ' * 5_000}]\n",
    "unpacking": f"{', '.join(f'a{n}' for n in range(2_000))} = x\np = a1999\n{LOG}",
    "nested unpacking": f"{'(' * 200}p,{'),' * 199}), = x\n{LOG}",
    "many comprehensions": f"p = {'[' * 200}x{' for x in x]' * 200}\n{LOG}",
    "many arguments": f"def f(*a, **k): return a\np = f({', '.join(f'k{n}=x' for n in range(2_000))})\n{LOG}",
}  # fmt: skip


@pytest.mark.parametrize("name", PROGRAMS)
def test_extreme_programs(name: str) -> None:
    assert evaluations(HEAD + PROGRAMS[name]) <= 2 * MOST_EVALUATIONS


@pytest.mark.parametrize(
    "files",
    [
        {"a.py": "from b import *\nfrom b import p", "b.py": "from a import *\nfrom a import p"},
        {"a.py": "import a\np = a.p", "b.py": ""},
        {"a.py": "from a import p"},
        {"a.py": "from main import p"},
        {"a.py": "from . import a\nfrom .a import p"},
        {"a/__init__.py": "from a import p\nfrom .a import p", "a/a.py": "from a import p"},
        {"a.py": "from b import A\nclass B(A): pass\np = B()(1)", "b.py": "from a import B\nclass A(B): pass"},
        {"a.py": "from b import f\ndef g(x): return f(x)\np = g(1)", "b.py": "from a import g\ndef f(x): return g(x)"},
        {"a.py": "\x00\xff(((("},
        {f"m{n}.py": f"from m{n + 1} import *" for n in range(600)} | {"a.py": "from m0 import *"},
    ],
)
def test_circles_of_files(files: dict[str, str]) -> None:
    source = (
        HEAD + "from a import p, B\nfrom a import *\nimport a, main\n" + LOG + "torch.log(a.p)\ntorch.log(main.p)\n"
    )
    assert evaluations(source, files) <= 2 * MOST_EVALUATIONS


@pytest.mark.parametrize("layers", [10, 20, 40])
def test_a_deep_network_costs_what_its_layers_cost(layers: int) -> None:
    body = "    h = tf.nn.relu(tf.matmul(h, w))\n" * layers
    source = f"{HEAD}def network(h, w):\n{body}    return tf.math.log(h)\n"
    assert evaluations(source) <= 40 * layers


def test_twice_as_long_takes_about_twice_as_many_evaluations() -> None:
    def program(length: int) -> str:
        return HEAD + "".join(f"p{n} = torch.softmax(x, -1)\nq{n} = torch.log(p{n})\n" for n in range(length))

    once, twice = evaluations(program(100)), evaluations(program(200))
    assert twice <= 2.2 * once


def test_an_edit_elsewhere_does_not_change_what_is_found() -> None:
    body = "def f(x):\n    p = torch.softmax(x, -1)\n    return torch.log(p)\n"
    project = Project(ROOT, Files({}))
    messages = [
        [each.finding.message for each in project.diagnose(Document.from_text(f"{ROOT}/main.py", HEAD + body + tail))]
        for tail in ("", "\ny = 1\n", "\ndef g(:\n")
    ]
    assert messages[0] == messages[1] == messages[2] != []


def test_a_package_whose_files_import_all_of_each_other() -> None:
    size = 24
    files = {
        "p/__init__.py": "".join(f"from .m{n} import *\n" for n in range(size)),
        "p/t.py": "from typing import *\n",
    }
    files |= {f"p/m{n}.py": "from p import Base\nfrom .t import *\n" for n in range(size)}
    source = f"{HEAD}from p import *\n\n\ndef f(x: Base):\n    return torch.log(x)\n"
    looked_up = 0
    find = Modules.find

    def counted(modules: Modules, imported: Imported, importer: str) -> Document | None:
        nonlocal looked_up
        looked_up += 1
        return find(modules, imported, importer)

    with patch.object(Modules, "find", counted):
        evaluations(source, files)
    assert looked_up <= 100 * size
