"""A sum of a row that a condition says is above 0 is not 0 where its root is taken, row by row or all at once."""

import numpy as np


def row_by_row(adjacency):
    degrees = np.sum(adjacency, 0)
    scale = np.zeros((len(adjacency), len(adjacency)))
    for i in range(len(adjacency)):
        if degrees[i] > 0:
            scale[i, i] = degrees[i] ** (-0.5)
    return scale @ adjacency @ scale


def asserted(adjacency):
    degrees = np.sum(adjacency, 0)
    assert (degrees > 0).all()
    return np.diag(degrees ** (-0.5))


def not_asked(adjacency):
    degrees = np.sum(adjacency, 0)
    return np.diag(degrees ** (-0.5))
    #              ^^^^^^^^^^^^^^^^^ NAN103 information: nothing here shows that no row of `degrees` is 0


def asked_of_another(adjacency, i, j):
    degrees = np.sum(adjacency, 0)
    if degrees[j] > 0:
        return degrees[i] ** (-0.5)
    #          ^^^^^^^^^^^^^^^^^^^^ NAN103 information: nothing here shows that no row of `degrees[i]` is 0
    return 0.0
