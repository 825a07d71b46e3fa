"""What a helper computes is a tensor also in a file that speaks of arrays alone."""

import numpy as np
from net import encode


def surprise(x):
    return -encode(x).log()
    #       ^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `encode(x)` stays above 0: log(0) is -inf


def surprise_of_arrays(x):
    return -np.log(np.asarray(x))
    #       ^^^^^^^^^^^^^^^^^^^^^ NAN101 hint: nothing here shows that `np.asarray(x)` stays above 0: log(0) is -inf
