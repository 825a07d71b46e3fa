# NumPy has no stable functions: the largest element is subtracted in the formula, and SciPy's activations are masked.

import numpy as np
from scipy.special import expit


def formulas(x):
    a = np.exp(x) / np.sum(np.exp(x))
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN402 hint: this is a softmax written out by hand
    # fixed: np.exp(x - np.max(x)) / np.sum(np.exp(x - np.max(x)))
    b = 1 / (1 + np.exp(-x))
    return a, b, expit(x)


def log_losses(x):
    p = expit(x)
    return np.log(p), np.log(1 - p)
    #                 ^^^^^^^^^^^^^ NAN101 warning: `1 - p` can be 0 where a sigmoid is exactly 1 (for inputs above 37)
    # fixed: np.log(np.clip(1 - p, 1e-10, 1.0))
    #      ^^^^^^^^^ NAN101 warning: `p` is a sigmoid
    # fixed: np.log(np.clip(p, 1e-10, 1.0))
