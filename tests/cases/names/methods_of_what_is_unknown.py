"""Methods of something unknown are those of the framework that the file names; of a number, of any that has one."""

import numpy as np


def spread(p):
    reveal_range((p * 1.0).std())  # [0, inf] float64
    reveal_range(p.sigmoid())  # unknown
    # No method of NumPy's arrays, but of something that was computed it can only be that.
    reveal_range((p + 1.0).sigmoid())  # [0, 1] float32
    return np.exp(p)
