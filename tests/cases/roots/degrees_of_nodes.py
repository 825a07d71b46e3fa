"""A node without an edge has the degree 0, of an array as of a tensor; one that has a loop has not, and Inf may be replaced."""

import numpy as np
import scipy.sparse as sp


def symmetric(adjacency):
    degrees = np.asarray(adjacency.sum(axis=1))
    return sp.diags((degrees**-0.5).ravel()) @ adjacency
    #                ^^^^^^^^^^^^^ NAN103 information: nothing here shows that no row of `degrees` is 0: 0 ** -0.5 is Inf; keep it above 0
    # fixed: nothing


def dense(adjacency):
    scale = np.sum(adjacency, axis=1) ** -0.5
    #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN103 information: nothing here shows that no row of `np.sum(adjacency, axis=1)` is 0: 0 ** -0.5 is Inf; keep it above 0
    # fixed: nothing
    return adjacency * scale[:, None] * scale[None, :]


def replaced(adjacency):
    degrees = np.array(adjacency.sum(1))
    scale = np.power(degrees, -0.5).flatten()
    scale[np.isinf(scale)] = 0.0
    return sp.diags(scale).dot(adjacency)


def kept(adjacency, weights):
    looped = adjacency + np.eye(len(adjacency))
    return np.sum(looped, axis=1) ** -0.5, np.power(np.maximum(np.sum(adjacency, 1), 1.0), -0.5), np.sum(weights) ** -0.5
