# TensorFlow as the backend of Keras 2 has it, `K.tf`, and a mask by the distance from 1 to the next number.

import numpy as np
from keras import backend as K
from scipy.special import softmax


def focal(y_true, y_pred):
    p = K.sigmoid(y_pred)
    p_t = K.tf.where(K.tf.equal(y_true, 1), p, K.tf.ones_like(p))
    return -K.mean(K.tf.log(p_t))
    #              ^^^^^^^^^^^^^ NAN101 warning: `p_t` can be 0, as a sigmoid is for inputs below -87: log(0) is -inf; keep it above 0
    # fixed: K.tf.log(K.tf.clip_by_value(p_t, 1e-10, 1.0))
    # or (unsafe): K.tf.log(p_t + 1e-8)
    # from: `K.sigmoid(y_pred)` made here, exactly 0 in float32 for inputs below -87
    # from: `p_t = K.tf.where(K.tf.equal(y_true, 1), p, K.tf.ones_like(p))` goes into `p_t` here


def clipped(y_true, y_pred):
    p = K.tf.clip_by_value(K.sigmoid(y_pred), 1e-7, 1.0)
    return -K.mean(K.tf.log(p))


def entropy(z):
    p = softmax(z, axis=1)
    bare = np.log(p)
    #      ^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 745: log(0) is -inf; keep it above 0
    # fixed: np.log(np.clip(p, 1e-10, 1.0))
    # from: `softmax(z, axis=1)` made here, exactly 0 in float64 once a logit trails the largest by 745
    kept = np.log(p + np.spacing(1))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^ NAN401 hint: `p + np.spacing(1)` keeps the logarithm of a softmax finite and moves every value: log_softmax is exact
    # fixed: nothing
    # from: `softmax(z, axis=1)` made here, values in [0, 1]
    near_one = np.log(1 - p + np.spacing(1))
    too_small = np.log(1 - p + np.spacing(1e-30))
    return bare, kept, near_one, too_small
