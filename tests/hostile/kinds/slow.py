"""Texts on which an analysis takes too long today: what it costs grows faster than they do, or has no end in sight.

FIXME: each belongs among the others once a budget of time cuts it short. Where the time goes stands beside it.
"""

from __future__ import annotations

from collections.abc import Callable

from tests.hostile.kinds.parts import alone, inside, lines, nested, source

_FAN = 100

SLOW: dict[str, Callable[[], bytes]] = {
    # names/binding.py: each step of `_through_patterns` asks for a parent, which is looked for from the root
    "100,000 brackets": source(lambda: "r = " + nested("[", "x", "]", 100_000)),
    # sites/candidates.py: `called_by`, `_aliases` ask for parents
    "10,000 nested logarithms": source(lambda: "r = " + nested("torch.log(", "x", ")", 10_000)),
    "8,000 logarithms in one sum": source(lambda: "r = " + " + ".join(["torch.log(p)"] * 8_000)),
    "25,000 divisions in one expression": source(lambda: "r = " + " / ".join(["p"] * 25_000)),
    "a product of 10,000": source(lambda: "r = torch.log(" + " * ".join(["p"] * 10_000) + ")"),
    "a division over 100,000 lines": source(lambda: "r = x /" + " \\\n" * 100_000 + "p"),
    # names/bindings.py: each identifier is looked for in the tree, whose depth is the number of operands
    "a sum of 20,000": source(lambda: "r = torch.log(" + " + ".join(["p"] * 20_000) + ")"),
    # names/scopes.py: `_in_first_iterable` looks at every clause for every clause
    "a comprehension of 5,000 clauses": source(lambda: "r = [torch.log(p)" + " for x in x if x" * 5_000 + "]"),
    "6,000 conditionals": source(lambda: "r = torch.log(" + "p if x else " * 6_000 + "x)"),
    "a chain of 6,000 methods": source(lambda: "r = p" + ".exp()" * 6_000),
    # uses/afterwards.py, findings/hiding.py: every use of a name is looked at for every site
    "20,000 logarithms in a row": source(lambda: inside("z = torch.log(y)\n" * 20_000)),
    "a transcript of 3,000 logarithms": source(lambda: ">>> p = torch.log(p)\n... / x\n" * 3_000),
    "2,000 conflicts": source(lambda: "<<<<<<< a\np = torch.log(p)\n=======\np = torch.log(x)\n>>>>>>> b\n" * 2_000),
    "a triple quote that is never closed": source(lambda: 's = """\n' + "q = torch.log(p)\n" * 10_000),
    "400 updates in a loop": source(
        lambda: inside("for i in range(9):\n" + lines(400, lambda n: f"    y = y * {n} + torch.log(y)"))
    ),
    "1,600 branches": source(
        lambda: inside(lines(1_600, lambda n: f"if k == {n}:\n    y = y * {n}") + "z = torch.log(y)\n")
    ),
    "3,200 functions with a logarithm": source(
        lambda: lines(3_200, lambda n: f"def f{n}(x):\n    y = torch.softmax(x, -1)\n    return torch.log(y)\n")
    ),
    "names that wait for each other in a loop": source(
        lambda: inside(
            lines(200, lambda n: f"v{n} = x")
            + "for i in range(9):\n"
            + lines(200, lambda n: f"    v{n} = torch.log(v{(n + 1) % 200} / v{(n + 2) % 200})")
        )
    ),
    "3,000 guards": source(lambda: inside(lines(3_000, lambda n: f"if y.min() > {n}: return y") + "torch.log(y)\n")),
    "100 attempts in a row": source(
        lambda: inside("try:\n    y = torch.log(y)\nexcept E:\n    y = torch.relu(y)\n" * 100 + "torch.log(y)\n")
    ),
    "a dictionary of 8,000 logarithms": source(
        lambda: "r = {" + ", ".join(f"'k{n}': torch.log(torch.softmax(x, -1))" for n in range(8_000)) + "}"
    ),
    "5,000 aliases of a function": source(lambda: lines(5_000, lambda n: f"log{n} = torch.log\nr = log{n}(p)")),
    "a fan of functions": source(
        lambda: (
            lines(_FAN, lambda n: f"def f{n}(x): return f{n + 1}(x) + f{n + 1}(x) / f{n + 1}(x)")
            + f"def f{_FAN}(x): return torch.relu(x)\nr = torch.log(f0(x))"
        )
    ),
    "one attribute, set by 1,000 methods": source(
        lambda: (
            "class C:\n"
            + lines(
                1_000,
                lambda n: f"    def m{n}(self, x):\n        self.a = self.a / x\n        return torch.log(self.a)",
            )
        )
    ),
    "a list of 300,000 numbers": source(lambda: "r = torch.log(x * [" + "0.5, " * 300_000 + "])"),
    "490,000 divisions": alone(lambda: "import torch\n" + "y = x / p\n" * 490_000),
    "20,000 classes of one name": source(lambda: "class C:\n    y = 1\n" * 20_000 + "r = torch.log(C.y)"),
}
