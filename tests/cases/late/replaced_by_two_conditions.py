"""Of two conditions either may leave an invalid result as it is where both must hold for it to be replaced."""

import numpy as np
import scipy.special


def by_either(x, y):
    p = scipy.special.softmax(x)
    r = np.log(p)
    r[(p == 0) | (y > 0)] = 0.0
    return r


def by_both(x, y):
    p = scipy.special.softmax(x)
    r = np.log(p)
    #   ^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 745: log(0) is -inf; keep it above 0
    # fixed: scipy.special.log_softmax(x)
    # or: np.log(np.clip(p, 1e-10, 1.0))
    # from: `scipy.special.softmax(x)` made here, exactly 0 in float64 once a logit trails the largest by 745
    r[(p == 0) & (y > 0)] = 0.0
    return r


def chosen_by_both(x, y):
    p = scipy.special.softmax(x)
    return np.where((p > 0) & (y > 0), np.log(p), 0.0)
