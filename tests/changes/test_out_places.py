"""Where NumPy's functions take `out`, as NumPy itself says: behind the operands of a ufunc, or by its signature."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from nanproof.changes.mutations import OUT_AT

NAME = re.compile(r"[\[\s*]*(\w+)")


def _parameters(function: Callable[..., Any]) -> list[str]:
    try:
        return list(inspect.signature(function).parameters)
    except ValueError:  # written in C: the first line of its documentation is its signature
        written = (function.__doc__ or "").partition("(")[2].partition(")\n")[0]
        plain = re.sub(r"\[[^\]]*\]|'[^']*'", "0", written)
        found = (NAME.match(each) for each in plain.split(","))
        return [each[1] for each in found if each is not None]


@pytest.mark.parametrize("name", sorted(OUT_AT))
def test_out_stands_where_numpy_takes_it(name: str) -> None:
    function = getattr(np, name)
    place = function.nin if isinstance(function, np.ufunc) else _parameters(function).index("out")
    assert place == OUT_AT[name]
