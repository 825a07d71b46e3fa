"""Functions, classes and imports: many, deep, in circles."""

from __future__ import annotations

from collections.abc import Callable

from tests.hostile.kinds.parts import lines, source

_LOG = "return torch.log(torch.softmax(x, -1))"

KINDS: dict[str, Callable[[], bytes]] = {
    "functions 300 deep": source(
        lambda: lines(300, lambda n: " " * n + f"def f{n}(x):") + " " * 300 + "return torch.log(p)"
    ),
    "classes 300 deep": source(lambda: lines(300, lambda n: " " * n + f"class C{n}:") + " " * 300 + "y = torch.log(p)"),
    "10,000 empty functions": source(lambda: lines(10_000, lambda n: f"def f{n}(): pass")),
    "10,000 functions of one name": source(lambda: "def f(x): return x\n" * 10_000),
    "100 functions with a logarithm": source(lambda: lines(100, lambda n: f"def f{n}(x):\n    {_LOG}")),
    "10,000 empty classes": source(lambda: lines(10_000, lambda n: f"class C{n}: pass")),
    "300 classes of one name": source(lambda: "class C:\n    y = 1\n" * 300),
    "a class of 10,000 methods": source(lambda: "class C:\n" + lines(10_000, lambda n: f"    def m{n}(self): pass")),
    "a class of 5,000 attributes": source(
        lambda: "class C:\n    def m(self, x):\n" + lines(5_000, lambda n: f"        self.a{n} = x")
    ),
    "one attribute, set 500 times": source(
        lambda: "class C:\n" + lines(500, lambda n: f"    def m{n}(self, x):\n        self.a = x + {n}")
    ),
    "10,000 imports": source(lambda: lines(10_000, lambda n: f"import m{n}")),
    "10,000 imports of names": source(lambda: lines(10_000, lambda n: f"from m{n} import a{n} as b{n}")),
    "one import of 10,000 names": source(lambda: "from m import (" + ", ".join(f"a{n}" for n in range(10_000)) + ")"),
    "1,000 star imports": source(lambda: lines(1_000, lambda n: f"from m{n} import *")),
    "star imports in odd places": source(lambda: "def f():\n    from m import *\n    return torch.log(p)\n" * 100),
    "an import of 2,000 packages deep": source(lambda: f"import {'.'.join(['a'] * 2_000)}\na.a.a"),
    "an import 1,000 folders up": source(lambda: f"from {'.' * 1_000} import x"),
    "an import of itself": source(lambda: "import case\nfrom case import *\nfrom . import case\nfrom case import p"),
    "import of nothing": source(
        lambda: "import\nfrom import\nfrom . import\nfrom x import\nimport .\nimport a.\n" * 100
    ),
    "1,000 aliases of a module": source(lambda: lines(1_000, lambda n: f"import torch as t{n}") + "t999.log(p)"),
    "300 aliases of a function": source(lambda: lines(300, lambda n: f"log{n} = torch.log")),
    "aliases of aliases": source(lambda: "l0 = torch.log\n" + lines(500, lambda n: f"l{n + 1} = l{n}") + "r = l500(p)"),
    "a function of itself": source(lambda: "def f(x): return f(x)\nr = torch.log(f(p))"),
    "functions of each other": source(lambda: "def f(x): return g(x)\ndef g(x): return f(x)\nr = torch.log(f(p))"),
    "a ring of 50 functions": source(
        lambda: lines(50, lambda n: f"def f{n}(x): return f{(n + 1) % 50}(x)") + "r = torch.log(f0(p))"
    ),
    "a chain of 300 functions": source(
        lambda: (
            "def f0(x): return torch.relu(x)\n"
            + lines(300, lambda n: f"def f{n + 1}(x): return f{n}(x)")
            + "r = torch.log(f300(x))"
        )
    ),
    "a function that is passed itself": source(lambda: "def f(g): return g(g)\nr = torch.log(f(f))"),
    "lambdas of themselves": source(lambda: "f = lambda x: f(f(x))\ng = lambda h: h(h)\nr = torch.log(f(g(g)))"),
    "a decorator of itself": source(lambda: "@f\ndef f(): return f\n@f()()\ndef g(): return g\nr = torch.log(f())"),
    "1,000 decorators": source(lambda: "@torch.no_grad()\n" * 1_000 + f"def f(x):\n    {_LOG}"),
    "decorators that are expressions": source(lambda: f"@(lambda f: f)[0](x).y\ndef f(x):\n    {_LOG}\n" * 50),
    "a default of itself": source(lambda: "def f(x=f()): return x\nr = torch.log(f())"),
    "2,000 parameters": source(
        lambda: (
            "def f("
            + ", ".join(f"a{n}=torch.log(p)" for n in range(100))
            + ", "
            + ", ".join(f"b{n}=0" for n in range(1_900))
            + "): pass"
        )
    ),
    "the same parameter twice": source(lambda: f"def f(x, x, *x, **x):\n    {_LOG}"),
    "parameters without names": source(lambda: f"def f(, *, /, **):\n    {_LOG}\n" * 20),
    "a base of itself": source(lambda: "class A(A):\n    def f(self): return self.f()\nr = torch.log(A().f())"),
    "bases of each other": source(
        lambda: "class A(B): pass\nclass B(C): pass\nclass C(A): pass\nr = torch.log(A().f())"
    ),
    "a chain of 1,000 bases": source(
        lambda: (
            "class C0:\n    def f(self, x): return torch.relu(x)\n"
            + lines(1_000, lambda n: f"class C{n + 1}(C{n}): pass")
            + "r = torch.log(C1000().f(x))"
        )
    ),
    "a diamond of 20 layers": source(
        lambda: (
            "class A0: pass\nclass B0: pass\n"
            + lines(20, lambda n: f"class A{n + 1}(A{n}, B{n}): pass\nclass B{n + 1}(A{n}, B{n}): pass")
            + "r = torch.log(A20().f(x))"
        )
    ),
    "an attribute of itself": source(
        lambda: (
            "class A:\n    def f(self):\n        self.p = self.p + self.q\n        self.q = self.p\n"
            "        return torch.log(self.p)"
        )
    ),
    "an instance that calls itself": source(
        lambda: "class A:\n    def __call__(self, x): return self(x)\nr = torch.log(A()(x))"
    ),
    "a metaclass of itself": source(
        lambda: "class A(metaclass=A): pass\nclass B(B, metaclass=type(B)): pass\nr = torch.log(A(x))"
    ),
    "self is somebody else": source(
        lambda: "class A:\n    def f(x, self):\n        x.p = self\n        return torch.log(x.p / self.p)"
    ),
    "properties of properties": source(
        lambda: (
            "class A:\n"
            + lines(100, lambda n: f"    @property\n    def p{n}(self): return self.p{(n + 1) % 100}")
            + "r = torch.log(A().p0)"
        )
    ),
    "overwritten frameworks": source(
        lambda: "torch = tf = torch.log\ntorch.log = torch\nclass torch: log = torch\nr = torch.log(p)"
    ),
    "names that are built in": source(
        lambda: "print = len = max = min = sum = input = torch.softmax(x, -1)\nr = torch.log(max)"
    ),
    "names of other alphabets": source(
        lambda: "пи = π = 数 = torch.softmax(x, -1)\nr = torch.log(数) / π\nﬁ = fi\n" * 20
    ),
    "a generator of itself": source(lambda: "def g():\n    yield from g()\nfor p in g():\n    r = torch.log(p)"),
    "async everywhere": source(
        lambda: (
            "async def f(x):\n    async for y in x:\n        async with y as z:\n            await torch.log(p)\n" * 50
        )
    ),
}
