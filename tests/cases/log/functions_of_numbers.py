"""A function of numbers that are written out is a constant, and the first step of a training shows what it is.

What is drawn is another number each time, and of something unknown nobody knows it.
"""

import numpy as np
import torch


def von_mises(x, phi):
    return torch.cos(phi - 3 * x) - np.log(2 * np.pi) - np.log(np.i0(1))


def drawn(x):
    return torch.cos(x) - np.log(np.random.vonmises(0, 4))
    #                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `np.random.vonmises(0, 4)` stays above 0: log(0) is -inf


def of_anything(x, kappa):
    return torch.cos(x) - np.log(np.i0(kappa))
    #                     ^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `np.i0(kappa)` stays above 0: log(0) is -inf
