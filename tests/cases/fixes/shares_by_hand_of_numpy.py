"""A softmax by hand whose sum keeps its axis, and those whose sum does not or leaves some out."""

import numpy as np


def whole(s):
    e = np.exp(s)
    return e / np.sum(e, axis=-1, keepdims=True)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN402 hint: this is a softmax written out by hand: where `np.exp(s)` overflows, it is NaN; use NumPy's own
    # fixed: e = np.exp(s - np.max(s, axis=-1, keepdims=True))
    # adds: - np.max(s, axis=-1, keepdims=True)


def of_columns(s):
    e = np.exp(s)
    return e / np.sum(e, axis=0)
    #      ^^^^^^^^^^^^^^^^^^^^^ NAN402 hint: this is a softmax written out by hand: where `np.exp(s)` overflows, it is NaN; use NumPy's own
    # fixed: nothing


def weighted(s, w):
    e = np.exp(s)
    return e / np.sum(e, axis=-1, keepdims=True, where=w)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN402 hint: this is a softmax written out by hand: where `np.exp(s)` overflows, it is NaN; use NumPy's own
    # fixed: nothing
