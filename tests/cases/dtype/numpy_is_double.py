# NumPy computes in double precision, in which 1e-300 is a mask.

import numpy as np


def numpy(x):
    p = np.clip(np.exp(x), 0, 1)
    a = np.log(p + 1e-300)
    b = np.log(np.maximum(p, 1e-100))
    return a, b
