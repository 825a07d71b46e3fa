# `maximum(x, 0)` is a ReLU, and 0 as often; with a floor above 0 it is a mask.

import numpy as np


def log_spectrum(scores, weights):
    positive = np.maximum(scores @ weights, 0)
    return np.log(positive)
    #      ^^^^^^^^^^^^^^^^ NAN101 warning: `positive` can be 0: log(0) is -inf; keep it above 0
    # fixed: np.log(np.maximum(positive, 1e-10))


def safe(scores, weights):
    return np.log(np.maximum(scores @ weights, 1e-12))
