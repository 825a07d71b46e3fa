# The norm of an array is 0 for odd inputs only, and nobody trains on arrays: information.

import numpy as np


def unit(vectors):
    return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `np.linalg.norm(…)` is a norm, exactly 0 for a vector of zeros
