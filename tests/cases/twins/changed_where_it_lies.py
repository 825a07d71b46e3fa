# What a function changes where it lies is another input by the time of the logarithm: the twin would take that one.

import numpy as np
from scipy.special import log_softmax, softmax


def cleaned_in_place(x):
    p = softmax(x, axis=-1)
    np.nan_to_num(x, copy=False)
    return np.log(p), x
    #      ^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 745: log(0) is -inf; keep it above 0
    # fixed: log_p
    # or: np.log(np.clip(p, 1e-10, 1.0))
    # adds: log_p = log_softmax(x, axis=-1)
    # from: `softmax(x, axis=-1)` made here, exactly 0 in float64 once a logit trails the largest by 745


def cleaned_in_place_by_position(x):
    p = softmax(x, axis=-1)
    np.nan_to_num(x, False)
    return np.log(p), x
    #      ^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 745: log(0) is -inf; keep it above 0
    # fixed: log_p
    # or: np.log(np.clip(p, 1e-10, 1.0))
    # adds: log_p = log_softmax(x, axis=-1)
    # from: `softmax(x, axis=-1)` made here, exactly 0 in float64 once a logit trails the largest by 745


def copied(x):
    p = softmax(x, axis=-1)
    y = np.nan_to_num(x, True)
    return np.log(p), y
    #      ^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 745: log(0) is -inf; keep it above 0
    # fixed: log_softmax(x, axis=-1)
    # or: np.log(np.clip(p, 1e-10, 1.0))
    # removes: p = softmax(x, axis=-1)
    # from: `softmax(x, axis=-1)` made here, exactly 0 in float64 once a logit trails the largest by 745


def copied_by_default(x):
    p = softmax(x, axis=-1)
    y = np.nan_to_num(x)
    return np.log(p), y
    #      ^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 745: log(0) is -inf; keep it above 0
    # fixed: log_softmax(x, axis=-1)
    # or: np.log(np.clip(p, 1e-10, 1.0))
    # removes: p = softmax(x, axis=-1)
    # from: `softmax(x, axis=-1)` made here, exactly 0 in float64 once a logit trails the largest by 745


def kept(x):
    return log_softmax(x, axis=-1)
