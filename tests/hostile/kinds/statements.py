"""Statements: deep, long, half written, in odd places."""

from __future__ import annotations

from collections.abc import Callable

from tests.hostile.kinds.parts import FOUND, alone, inside, lines, source

KINDS: dict[str, Callable[[], bytes]] = {
    "if inside if, 500 deep": source(lambda: lines(500, lambda n: " " * n + "if x:") + " " * 500 + "torch.log(p)"),
    "for inside for, 200 deep": source(
        lambda: lines(200, lambda n: " " * n + f"for v{n} in x:") + " " * 200 + "q = torch.log(p)"
    ),
    "try inside try, 100 deep": source(
        lambda: (
            lines(100, lambda n: " " * n + "try:")
            + " " * 100
            + "q = torch.log(p)\n"
            + lines(100, lambda n: " " * (99 - n) + "except E:\n" + " " * (100 - n) + "pass")
        )
    ),
    "with inside with, 200 deep": source(
        lambda: lines(200, lambda n: " " * n + f"with x as v{n}:") + " " * 200 + "q = torch.log(p)"
    ),
    "a with of 2,000 items": source(
        lambda: "with " + ", ".join(f"x as v{n}" for n in range(2_000)) + ":\n    torch.log(p)"
    ),
    "else-if, 1,000 times": source(
        lambda: "if x:\n    p = x\n" + lines(1_000, lambda n: f"elif x == {n}:\n    p = torch.relu(x)")
    ),
    "else-if nested in else, 200 deep": source(
        lambda: (
            lines(200, lambda n: " " * n + "if x:\n" + " " * n + " p = x\n" + " " * n + "else:") + " " * 200 + "pass"
        )
    ),
    "a match of 1,000 cases": source(
        lambda: "match x:\n" + lines(1_000, lambda n: f"    case {n}:\n        p = torch.relu(x)")
    ),
    "patterns of every kind": source(
        lambda: (
            "match x:\n    case [a, *b] | {'k': c, **d} | P(e, f=g) | (1 | 2 as h) if h:\n        torch.log(p)\n" * 15
        )
    ),
    "a pattern 500 deep": source(lambda: f"match x:\n    case {'[' * 500}a{']' * 500}:\n        torch.log(p)"),
    "match as a name": source(lambda: "match = case = type = _ = x\nmatch(x)\ntype(x)\nprint(match, case)\n" * 100),
    "type parameters": source(
        lambda: "type A[T: int, *Ts, **P] = list[T]\ndef f[T](x: T) -> T:\n    return torch.log(p)\n" * 100
    ),
    "exception groups": source(lambda: "try:\n    torch.log(p)\nexcept* E as e:\n    torch.log(p)\n" * 20),
    "10,000 lines of pass": source(lambda: "pass\n" * 10_000),
    "10,000 expressions": source(lambda: "x\n" * 10_000),
    "10,000 returns": source(lambda: inside("return x\n" * 10_000)),
    "10,000 deletions": source(lambda: inside("del x\n" * 10_000)),
    "3,000 global statements": source(lambda: inside("global z\n" * 3_000)),
    "everything is global": source(lambda: inside("global x, y, p, q, torch\np = torch.log(y)")),
    "nonlocal at the top": source(lambda: "nonlocal x, p\nglobal q\n" * 100),
    "return, yield and await at the top": source(lambda: "return x\nyield x\nawait x\nbreak\ncontinue\n" * 200),
    "2,000 augmented assignments": source(lambda: "z = x\n" + "z += 1\n" * 2_000),
    "2,000 names, each from the one before": source(
        lambda: "v0 = torch.relu(x)\n" + lines(2_000, lambda n: f"v{n + 1} = torch.relu(v{n})") + "torch.log(v2000)"
    ),
    "200 doublings": source(
        lambda: "v0 = torch.relu(x)\n" + lines(200, lambda n: f"v{n + 1} = v{n} + v{n}") + "torch.log(v200)"
    ),
    "names that change places": source(
        lambda: (
            "a, b, c = torch.relu(x), x, p\nfor _ in x:\n    a, b, c = b, c, a\n    torch.log(a)\n    torch.log(b / c)"
        )
    ),
    "names that mean themselves": source(lambda: "a = a\nb = c\nc = b\na, b = b, a\ntorch.log(a)\ntorch.log(b)"),
    "tabs and spaces at random": source(
        lambda: lines(400, lambda n: (" " * (n * 7 % 13) + "\t" * (n % 3)) + "if x: pass")
    ),
    "indentation without a block": source(lambda: lines(2_000, lambda n: " " * n + "x = 1")),
    "a block without indentation": source(lambda: "if x:\np = x\nfor y in x:\nwhile x:\n" * 300),
    "10,000 ends of a block at once": source(
        lambda: lines(300, lambda n: " " * n + "if x:") + " " * 300 + "pass\n" + "x\n" * 1_000
    ),
    "conflict markers": source(
        lambda: "<<<<<<< HEAD\np = torch.log(p)\n||||||| base\np = x\n=======\np = torch.log(x)\n>>>>>>> other\n" * 10
    ),
    "50 continuation lines each": source(lambda: ("r = x" + " \\\n+ x" * 50 + "\n") * 20),
    "a backslash at the end": alone(lambda: FOUND + "r = torch.log(p) \\"),
    "backslashes with spaces behind": source(lambda: "r = x \\ \n    + p\n" * 300),
    "a statement cut off at each letter": source(lambda: lines(17, lambda n: "r = torch.log(p)"[:n])),
    "half a function at the end": alone(lambda: FOUND + "def f(x, "),
    "half a class at the end": alone(lambda: FOUND + "class A(B"),
    "half an import at the end": alone(lambda: FOUND + "from torch import (log,"),
    "only a colon block": alone(lambda: FOUND + "if x:\n"),
    "asserts": source(lambda: inside("assert (y > 0).all() and not (y < 1).any(), 'x'\n" * 300 + "torch.log(y)")),
    "decorated nothing": source(lambda: "@f\n" * 3_000),
    "doctests": source(lambda: "'''\n" + ">>> torch.log(p) / x\n" * 3_000 + "'''"),
}
