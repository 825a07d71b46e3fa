"""Expressions that are deep, long or both."""

from __future__ import annotations

from collections.abc import Callable

from tests.hostile.kinds.parts import alone, lines, nested, source

DEEP = 100_000

KINDS: dict[str, Callable[[], bytes]] = {
    "100,000 parentheses": source(lambda: "r = " + nested("(", "x", ")", DEEP)),
    "3,000 brackets": source(lambda: "r = " + nested("[", "x", "]", 3_000)),
    "100,000 braces": source(lambda: "r = " + nested("{", "x", "}", DEEP)),
    "100,000 open parentheses": source(lambda: "r = " + "(" * DEEP),
    "100,000 open brackets": source(lambda: "r = " + "[" * DEEP),
    "30,000 open dictionaries": source(lambda: "r = " + "{1:" * 30_000),
    "brackets closed by others": source(lambda: "r = " + "([{" * 5_000 + ")]}" * 5_000),
    "a division inside 10,000 parentheses": source(lambda: "r = " + nested("(", "x / p", ")", 10_000)),
    "an attribute chain of 10,000": source(lambda: "r = x" + ".y" * 10_000),
    "an attribute chain that ends in log": source(lambda: "r = p" + ".y" * 5_000 + ".log()"),
    "a chain of 60 methods": source(lambda: "r = p" + ".exp()" * 60),
    "a chain of 5,000 subscripts": source(lambda: "r = x" + "[0]" * 5_000),
    "a chain of 5,000 calls": source(lambda: "r = x" + "()" * 5_000),
    "10,000 minus signs": source(lambda: "r = " + "-" * 10_000 + "x"),
    "10,000 tildes": source(lambda: "r = " + "~" * 10_000 + "x"),
    "10,000 times not": source(lambda: "r = " + "not " * 10_000 + "x"),
    "3,000 times await": source(lambda: "async def f():\n    " + "await " * 3_000 + "x"),
    "a sum of 1,000": source(lambda: "r = torch.log(" + " + ".join(["x"] * 1_000) + ")"),
    "a product of 1,000": source(lambda: "r = torch.log(" + " * ".join(["p"] * 1_000) + ")"),
    "100 powers": source(lambda: "r = torch.log(" + "**".join(["p"] * 100) + ")"),
    "3,000 comparisons": source(lambda: "r = " + " < ".join(["x"] * 3_000)),
    "300 conditionals": source(lambda: "r = torch.log(" + "p if x else " * 300 + "x)"),
    "3,000 alternatives": source(lambda: "r = torch.log(" + " or ".join(["p"] * 3_000) + ")"),
    "3,000 conditions": source(lambda: "r = torch.log(p) if " + " and ".join(["p > 0"] * 3_000) + " else x"),
    "2,000 lambdas": source(lambda: "r = (" + "lambda x: " * 2_000 + "torch.log(p))(1)"),
    "lambdas that call lambdas": source(lambda: "r = " + nested("(lambda x: ", "torch.log(p)", ")(x)", 300)),
    "200 comprehensions": source(lambda: "r = " + "[" * 200 + "torch.log(p)" + " for x in x]" * 200),
    "a comprehension of 300 clauses": source(lambda: "r = [torch.log(p)" + " for x in x if x" * 300 + "]"),
    "1,000 walruses": source(lambda: "r = " + nested("(y := ", "torch.log(p)", ")", 1_000)),
    "a list of 100,000 numbers": source(lambda: "r = [" + "0.5, " * 100_000 + "]"),
    "a dictionary of 20,000 pairs": source(lambda: "r = {" + ", ".join(f"'k{n}': {n}" for n in range(20_000)) + "}"),
    "a set of 20,000 names": source(lambda: "r = {" + ", ".join(f"v{n}" for n in range(20_000)) + "}"),
    "a list of lists": source(lambda: "r = [" + "[0.1, 0.2, 0.3],\n" * 10_000 + "]"),
    "a call of 5,000 arguments": source(lambda: "r = torch.log(" + ", ".join(f"k{n}=x" for n in range(5_000)) + ")"),
    "a call that unpacks 2,000 times": source(lambda: "r = torch.log(" + "*x, **y, " * 2_000 + ")"),
    "a slice of 5,000 dimensions": source(lambda: "r = torch.log(p[" + "::-1, " * 5_000 + "])"),
    "unpacking into 5,000 names": source(lambda: ", ".join(f"a{n}" for n in range(5_000)) + " = x\ntorch.log(a4999)"),
    "unpacking 200 deep": source(lambda: "(" * 200 + "a," + ")," * 199 + ") = x\ntorch.log(a)"),
    "an assignment to 3,000 names": source(lambda: " = ".join(f"a{n}" for n in range(3_000)) + " = torch.relu(x)"),
    "an operator at the end": alone(lambda: "import torch\nr = torch.log(p) /"),
    "a call that is open at the end": alone(lambda: "import torch\nr = torch.log("),
    "a dot at the end": alone(lambda: "import torch\nr = torch."),
    "an assignment without a value": alone(lambda: "import torch\nr ="),
    "a decorator at the end": alone(lambda: "import torch\nr = torch.log(x)\n@"),
    "operators in a row": source(lambda: "r = x + * / ** // % @ - x\n" * 500),
    "stray commas": source(lambda: "r = f(,,,x,,)\ns = [,,]\nt = {,:,}\n" * 300),
    "numbers beyond all measure": source(
        lambda: "r = torch.log(1 / 0 + 1 // 0 + 1 % 0 + 0 ** -1 + 2 ** 2 ** 2 ** 2 ** 100 + (1 << -1) + 1e999 - 1e999)"
    ),
    "powers of powers": source(lambda: "r = torch.log(x * " + "9**" * 20 + "9)"),
    "a shift by a googol": source(lambda: f"r = torch.log(x * (1 << {10**100}))"),
    "repeated strings": source(lambda: "r = torch.log(x * ('a' * 10 ** 10 * 10 ** 10))"),
    "200 continuation lines": source(lambda: "r = x /" + " \\\n" * 200 + "p"),
    "5,000 lines in one bracket": source(lambda: "r = (\n" + lines(5_000, lambda _: "    x +") + "    p)"),
    "spaces around a name": source(lambda: "r = torch" + " " * 100_000 + "." + " " * 100_000 + "log(p)"),
    "types that never end": source(lambda: "r: " + nested("list[", "int", "]", 3_000) + " = torch.log(p)"),
}
