"""How an edit is written that a literate case shows on one line only: its lines, its indentation, its comment."""

from __future__ import annotations

import pytest

from nanproof.fixes.fix import Fix
from tests.fixes.test_offers import fixes, mended

_TF = "import tensorflow as tf\n\n\n"


def first(source: str, *, silences: bool = False) -> Fix:
    return next(each for each in fixes(source, 0) if each.suppresses is silences)


@pytest.mark.parametrize("step", ["\t", "    "])
def test_lines_of_their_own_are_indented_as_the_lines_around(step: str) -> None:
    lines = ["def f(x):", "{0}return tf.math.log(", "{0}{0}tf.nn.relu(", "{0}{0}{0}x", "{0}{0})", "{0})", ""]
    source = _TF + "\n".join(lines).format(step)
    masked = ["def f(x):", "{0}return tf.math.log(", "{0}{0}tf.maximum(", "{0}{0}{0}tf.nn.relu("]
    masked += ["{0}{0}{0}{0}x", "{0}{0}{0}),", "{0}{0}{0}1e-10,", "{0}{0})", "{0})", ""]
    assert mended(source, first(source)) == _TF + "\n".join(masked).format(step)


@pytest.mark.parametrize("last", ["", ", name='a'"])
def test_what_shares_its_last_line_stays_where_it_is(last: str) -> None:
    source = f"{_TF}def f(x):\n    return tf.math.log(\n        tf.nn.relu(\n            x\n        ){last})\n"
    text = source.replace("tf.nn.relu(", "tf.maximum(tf.nn.relu(").replace(f"){last})", f"), 1e-10){last})")
    assert mended(source, first(source)) == text


def test_a_string_that_reads_like_a_comment_is_none() -> None:
    line = 'return tf.math.log(tf.nn.relu(x)), "# nanproof: ignore[NAN102]"'
    source = f"{_TF}def f(x):\n    {line}\n"
    assert mended(source, first(source, silences=True)) == f"{_TF}def f(x):\n    {line}  # nanproof: ignore[NAN101]\n"
    source = source.replace('"# nanproof: ignore[NAN102]"', "x  # nanproof: ignore[NAN102]")
    assert "x  # nanproof: ignore[NAN102, NAN101]\n" in mended(source, first(source, silences=True))


def test_a_file_without_the_backend_of_keras_has_its_operations() -> None:
    source = "import keras\n\n\ndef f(x):\n    return 1 / keras.activations.relu(x)\n"
    assert "keras.ops.maximum(keras.activations.relu(x), " in mended(source, first(source))
    source = source.replace("\n\n\n", "\nfrom keras import backend as K\n\n\n", 1)
    assert "K.maximum(keras.activations.relu(x), " in mended(source, first(source))
