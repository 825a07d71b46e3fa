"""Programs of any size, one for each way in which the programs of people, or of other programs, grow.

Each is `n` units of one thing: branches, statements, functions, callers, elements.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

_HEAD = "import torch\n\n\ndef f(x, k):\n    y = torch.softmax(x, -1)\n"
_MODULE = "import torch\n\n\nclass M(torch.nn.Module):\n    def __init__(self):\n        super().__init__()\n"


def _each(unit: Callable[[int], str], n: int) -> str:
    return "".join(map(unit, range(n)))


def _in_function(unit: Callable[[int], str], end: str = "    return y\n", begin: str = "") -> Callable[[int], str]:
    return lambda n: _HEAD + begin + _each(unit, n) + end


def _in_module(unit: Callable[[int], str], end: str = "", begin: str = "") -> Callable[[int], str]:
    return lambda n: "import torch\n" + begin + _each(unit, n) + end


# What `n` units of it cost is at most in proportion to n, or nearly so.
LINEAR: Mapping[str, Callable[[int], str]] = {
    "alternatives": _in_function(
        lambda i: f"    elif k == {i}:\n        y = torch.log(y * {i})\n", begin="    if k < 0:\n        pass\n"
    ),
    "attempts": _in_function(
        lambda i: f"    try:\n        y = y * {i}\n    except ValueError:\n        y = y + 1\n",
        "    return torch.log(y)\n",
    ),
    "lambdas that call the one before": lambda n: (
        _HEAD
        + "    g0 = lambda z: torch.log(z)\n"
        + _each(lambda i: f"    g{i + 1} = lambda z: torch.log(z * {i}) + g{i}(z)\n", n)
        + f"    return g{n}(y)\n"
    ),
    "contexts": _in_function(lambda i: f"    with torch.no_grad():\n        y = y * {i} + torch.log(y)\n"),
    "assertions": _in_function(lambda i: f"    assert y.min() > {i}\n    y = torch.log(y)\n"),
    "attributes": lambda n: (
        _MODULE
        + _each(lambda i: f"        self.a{i} = torch.zeros(3)\n", n)
        + "\n    def forward(self, x):\n"
        + _each(lambda i: f"        x = x / self.a{i}\n", n)
        + "        return x\n"
    ),
    "choices between tensors": _in_function(lambda i: f"    y = torch.where(y > {i}, y, torch.log(y))\n"),
    "comprehensions": _in_function(lambda i: f"    z{i} = [torch.log(v) for v in y if v > {i}]\n"),
    "returns": _in_function(lambda i: f"    if k == {i}:\n        return torch.log(y) / {i}\n"),
    "helpers of helpers": lambda n: (
        "import torch\n"
        + _each(lambda i: f"def h{i}(p):\n    return h{i + 1}(p * 0.5) + torch.log(p)\n", n)
        + f"def h{n}(p):\n    return p\n\n\ndef f(x):\n    return h0(torch.softmax(x, -1))\n"
    ),
    "callers": _in_module(
        lambda i: f"def k{i}(x):\n    return g(torch.softmax(x, -1), x.sum(), {i})\n",
        begin="def g(a, b, c):\n    return torch.log(a) / b / c\n",
    ),
    "classes": _in_module(
        lambda i: f"class C{i}(torch.nn.Module):\n    def forward(self, x):\n        return torch.log(x.softmax(-1))\n"
    ),
    "functions in a ring": lambda n: (
        "import torch\n" + _each(lambda i: f"def r{i}(p):\n    return r{(i + 1) % n}(p) + torch.log(p)\n", n)
    ),
    "items that are appended": _in_function(
        lambda _: "    o.append(torch.log(y))\n", "    return sum(o)\n", begin="    o = []\n"
    ),
    "statements of a script": _in_module(
        lambda i: f"y = torch.log(y) + {i}\nprint(y)\n", begin="y = torch.softmax(torch.randn(3), -1)\n"
    ),
    "calls in calls": _in_function(lambda i: f"    y = torch.clamp(torch.log(input=y), min={i})\n"),
    "decorated functions": _in_module(
        lambda i: f"@torch.no_grad()\ndef d{i}(p, q=1e-9):\n    return torch.log(torch.softmax(p, -1) + q)\n"
    ),
    "functions in a function": _in_function(lambda i: f"    def g{i}():\n        return torch.log(y) / {i}\n"),
    "pairs that are unpacked": _in_function(lambda i: f"    a{i}, b{i} = y.max(0)\n    c = torch.log(a{i} / b{i})\n"),
    "conditional expressions": _in_function(lambda i: f"    y = torch.log(y) if k > {i} else y\n"),
    "terms of a sum": lambda n: _HEAD + "    return torch.log(" + " + ".join(f"y[{i}]" for i in range(n)) + ")\n",
    "factors of a product": lambda n: _HEAD + "    return torch.log(" + " * ".join(["y"] * n) + ")\n",
    "layers of a network": lambda n: (
        "import torch.nn as nn\nimport torch\n\nnet = nn.Sequential("
        + ", ".join(f"nn.Linear({i + 1}, {i + 2}), nn.Softmax(-1)" for i in range(n))
        + ")\n\n\ndef f(x):\n    return torch.log(net(x))\n"
    ),
    "objects": _in_module(
        lambda i: f"a{i} = A({i}e-9)\nz{i} = a{i}.go(torch.randn(3))\n",
        begin="class A:\n    def __init__(self, e):\n        self.e = e\n\n    def go(self, x):\n"
        "        return torch.log(torch.softmax(x, -1) + self.e)\n",
    ),
    "elements that are replaced": _in_function(lambda i: f"    y[y < {i}] = {i}\n    z = torch.log(y)\n"),
}

# FIXME: each of the units is looked at for each other one.
QUADRATIC: Mapping[str, Callable[[int], str]] = {
    "loops that perhaps do not run": _in_function(lambda i: f"    for _ in k:\n        y = y * {i} + torch.log(y)\n"),
    "sums that are asked": _in_function(lambda i: f"    if (s{i} := y.sum()) > 0:\n        y = y / s{i}\n"),
    "entries of a dictionary": _in_function(lambda i: f"    d['k{i}'] = torch.log(y)\n", begin="    d = {}\n"),
    "logarithms that are added": lambda n: _HEAD + "    return " + " + ".join(["torch.log(y)"] * n) + "\n",
    "names of a script": _in_module(
        lambda i: f"y{i} = torch.log(y) / y\n", begin="y = torch.softmax(torch.randn(3), -1)\n"
    ),
}
