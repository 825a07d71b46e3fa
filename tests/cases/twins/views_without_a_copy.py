"""What NumPy gives without a copy is the array itself: the stable function is called before it is changed."""

import numpy as np
import scipy.special


def scaled(z):
    p = scipy.special.softmax(z, -1)
    w = z.astype("float32", copy=False)
    w *= 2
    return np.log(p)
    #      ^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 745: log(0) is -inf; keep it above 0
    # fixed: log_p
    # adds: log_p = scipy.special.log_softmax(z, -1)
    # or: np.log(np.clip(p, 1e-10, 1.0))
    # from: `scipy.special.softmax(z, -1)` made here, exactly 0 in float64 once a logit trails the largest by 745


def copied(z):
    p = scipy.special.softmax(z, -1)
    w = z.astype("float32", copy=True)
    w *= 2
    return np.log(p)
    #      ^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 745: log(0) is -inf; keep it above 0
    # fixed: scipy.special.log_softmax(z, -1)
    # removes: p = scipy.special.softmax(z, -1)
    # or: np.log(np.clip(p, 1e-10, 1.0))
    # from: `scipy.special.softmax(z, -1)` made here, exactly 0 in float64 once a logit trails the largest by 745
