# Infinite quotients come last where they are sorted, as they should: of logarithms that is known.

import numpy as np
from scipy.special import softmax


def likeliest(w, n):
    w = softmax(w)
    # FIXME: it is only sorted
    return np.argsort(1 / w)[:n]
    #                 ^^^^^ NAN102 warning: `w` is a softmax, exactly 0 once a logit trails the largest by 745: x / 0 is Inf or NaN; keep it away from 0


def least_likely(w, n):
    return np.argsort(np.log(softmax(w)))[:n]
