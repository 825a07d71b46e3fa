"""Where each label is found among those that occur, all of these are counted: none of the counts is 0.

Among other labels, or those of before a change, some may not occur; on the right side no first one is.
"""

import numpy as np


def weights(y):
    classes = np.unique(y)
    counts = np.bincount(np.searchsorted(classes, y))
    return len(y) / (len(classes) * counts)


def in_one(y):
    return 1.0 / np.bincount(np.searchsorted(np.unique(y), y))


def named(y):
    classes, first = np.unique(y, return_index=True)
    index = np.searchsorted(classes, y)
    return first, 1.0 / np.bincount(index)


def of_given(y, classes):
    return 1.0 / np.bincount(np.searchsorted(classes, y))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `np.bincount(…)` is a count of each value and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0


def of_others(y, z):
    return 1.0 / np.bincount(np.searchsorted(np.unique(y), z))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `np.bincount(…)` is a count of each value and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0


def of_changed(y):
    classes = np.unique(y)
    y = y[y > 0]
    return 1.0 / np.bincount(np.searchsorted(classes, y))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `np.bincount(…)` is a count of each value and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0


def on_the_right(y):
    classes = np.unique(y)
    return 1.0 / np.bincount(np.searchsorted(classes, y, side="right"))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `np.bincount(…)` is a count of each value and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0
