"""Nobody takes the derivative of an array: what is unknown in a file of NumPy alone is a hint, and information in a loss.

What solves equations is no layer of a network: what it may be below 0 by is information.
"""

import numpy as np


def score(sigma, a, b, n):
    sigma = sigma - b @ np.linalg.solve(a, b)
    return -n * (1 + np.log(sigma))
    #                ^^^^^^^^^^^^^ NAN101 hint: nothing here shows


def entropy(counts):
    return -np.sum(counts * np.log(counts))
    #                       ^^^^^^^^^^^^^^ NAN101 hint: nothing here shows


def cross_entropy_loss(p, y):
    return -np.mean(y * np.log(p))
    #                   ^^^^^^^^^ NAN101 information: nothing here shows
