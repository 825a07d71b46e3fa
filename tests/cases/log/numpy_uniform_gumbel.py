# Gumbel noise takes the logarithm of a uniform number, which is 0 once in a while; for arrays that is information.

import numpy as np


def gumbel(shape):
    u = np.random.uniform(size=shape)
    return -np.log(-np.log(u))
    #               ^^^^^^^^^ NAN101 information: `u` is a uniform random number, exactly 0 in one draw of 10^16 or so: log(0) is -inf; keep it above 0
    # fixed: np.log(np.clip(u, 1e-10, 1.0))


def gumbel_masked(shape, eps=1e-20):
    u = np.random.rand(*shape)
    return -np.log(-np.log(u + eps) + eps)
