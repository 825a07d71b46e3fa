"""Rows of an identity matrix are one-hot vectors; its elements, picked by two indices, are none."""

import numpy as np


def rows(labels, k):
    eye = np.eye(k)
    return np.log(eye[labels])
    #      ^^^^^^^^^^^^^^^^^^^ NAN101 information: `eye[labels]` is a one-hot vector, exactly 0 everywhere but at one index: log(0) is -inf; keep it above 0


def elements_of_the_diagonal(labels, k):
    eye = np.eye(k)
    return 1 / eye[labels, labels]
