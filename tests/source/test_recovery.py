"""What is left out of a text in which a bracket stays open."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nanproof.source.document import Document
from nanproof.source.recovery import without_open_brackets

BEFORE = "import torch\n\n\ndef first(x):\n"
AFTER = "\n\ndef second(x):\n    return torch.exp(x)\n"


def left(body: str) -> list[str]:
    """Return the lines of a function's body that are left; the functions around it must be whole."""
    source = (BEFORE + body + AFTER).encode()
    closed, _ = without_open_brackets(source)
    assert len(closed) == len(source)
    text = closed.decode()
    assert text.startswith(BEFORE)
    assert text.endswith(AFTER)
    return [line.strip() for line in text[len(BEFORE) : -len(AFTER)].splitlines() if line.strip()]


@pytest.mark.parametrize(
    ("body", "kept"),
    [
        ("    y = torch.log(\n    return y\n", ["return y"]),
        ("    y = torch.log(torch.softmax(x[\n    z = x + 1\n    return z\n", ["z = x + 1", "return z"]),
        ("    y = f(\n        x,\n        g(\n        z)\n    return y\n", ["return y"]),
        ("    y = f(\n        x,\n        g(z\n    )\n    return y\n", ["return y"]),
        ("    if x in (1, 2:\n        y = 1\n    return y\n", ["return y"]),
        ("    y = {'a': (\n\n    # of what (\n    return y\n", ["return y"]),
        ("    y = torch.log(  # (\n", []),
        ("    y = f(x)\n    return y(\n", ["y = f(x)"]),
        (
            "    y = '('\n    z = '''((\n    def\n'''\n    return y\n",
            ["y = '('", "z = '''((", "def", "'''", "return y"],
        ),
        ("    y = f'{(x)}'\n    return [y\n", ["y = f'{(x)}'"]),
        ("    y = f(\n        lambda a: a,\n        b for b in x)\n    return y\n", None),
        ("    y = f(\nx,\n    )\n    return y\n", None),
        ("    y = x)\n    return y\n", None),
        ('    """(', ['"""(', "def second(x):", "return torch.exp(x)"]),
    ],
)
def test_the_statement_in_which_it_was_opened_is_left_out(body: str, kept: list[str] | None) -> None:
    if kept is None:
        assert without_open_brackets((BEFORE + body + AFTER).encode()) == ((BEFORE + body + AFTER).encode(), ())
    elif body.startswith('    """'):
        assert without_open_brackets((BEFORE + body + AFTER).encode())[1] == (), "all is one text"
    else:
        assert left(body) == kept


def test_each_is_counted() -> None:
    source = "def a():\n    f(\n    return 1\n\ndef b():\n    g([\n    return 2\n"
    document = Document.from_text("a.py", source)
    assert len(document.left_out) == 2
    assert document.has_error
    assert not document.tree.root_node.has_error
    assert [node.type for node in document.tree.root_node.children] == ["function_definition"] * 2


def test_what_is_whole_is_left_as_it_is() -> None:
    document = Document.from_text("a.py", BEFORE + "    return x\n" + AFTER)
    assert (document.left_out, document.has_error) == ((), False)


def test_other_errors_are_errors() -> None:
    document = Document.from_text("a.py", "x = = 1\n")
    assert (document.left_out, document.has_error) == ((), True)


@given(st.lists(st.sampled_from(["(", ")", "\n", "    ", "def f", "x", "#", '"', "'''", "\\", ":", "return ", "é"])))
def test_line_ends_and_length_stay(parts: list[str]) -> None:
    source = "".join(parts).encode()
    closed, left_out = without_open_brackets(source)
    assert len(closed) == len(source)
    assert [at for at, byte in enumerate(closed) if byte == 10] == [at for at, byte in enumerate(source) if byte == 10]
    assert (closed != source) <= bool(left_out)
    assert all(one in (other, 32) for one, other in zip(closed, source, strict=True))
