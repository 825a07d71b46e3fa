"""What a client that shows no Markdown gets to read."""

from __future__ import annotations

import pytest

from nanproof.lsp.hover import plain


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("**NAN101** in `p`", "NAN101 in p"),
        ("``a ` b`` and `c`", "a ` b and c"),
        ("`**`, `x**y` and **`z`**", "**, x**y and z"),
        ("one ` alone\nand ` another", "one ` alone\nand ` another"),
        ("see [NumPy](https://numpy.org) [there]", "see NumPy (https://numpy.org) [there]"),
        ("# Title\n\n```python\nx = 1\n```\nend", "Title\n\nx = 1\nend"),
    ],
)
def test_marks_are_taken_out(markdown: str, text: str) -> None:
    assert plain(markdown) == text


def test_marks_of_which_none_matches_another() -> None:
    text = "".join("`" * length + "x" for length in range(1, 1_000))
    assert plain(text) == text
