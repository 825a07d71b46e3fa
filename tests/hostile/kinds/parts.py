"""What the hostile texts are made of: a few lines in which something is found, and ways to repeat."""

from __future__ import annotations

from collections.abc import Callable

HEAD = "import torch\nimport tensorflow as tf\nx = input()\n"
SITE = "p = torch.softmax(x, -1)\nq = torch.log(p)\n"
FOUND = HEAD + SITE


def source(make: Callable[[], str]) -> Callable[[], bytes]:
    """Have a text made with a site before and behind it, as UTF-8."""
    return lambda: f"{FOUND}{make()}\n{SITE}".encode("utf-8", "surrogatepass")


def alone(make: Callable[[], str]) -> Callable[[], bytes]:
    """Have a text made as it stands, as UTF-8."""
    return lambda: make().encode("utf-8", "surrogatepass")


def lines(count: int, line: Callable[[int], str]) -> str:
    """Number lines."""
    return "".join(f"{line(number)}\n" for number in range(count))


def nested(opening: str, inner: str, closing: str, depth: int) -> str:
    """Put something deep inside."""
    return opening * depth + inner + closing * depth


def inside(body: str) -> str:
    """Write lines as the body of a function whose argument is a softmax."""
    indented = "".join(f"    {line}\n" for line in body.splitlines())
    return f"def f(x, k):\n    y = torch.softmax(x, -1)\n{indented}    return y\n"
