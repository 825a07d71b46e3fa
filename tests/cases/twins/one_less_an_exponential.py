# `1 - exp(z)` loses all digits near 0: a log-sigmoid where z is made of one or of a softplus, `-expm1(z)` where z is below 0.

import numpy as np
import tensorflow as tf
import torch
import torch.nn.functional as F
from keras import backend as K


def of_a_softplus(x):
    a = torch.log(1 - torch.exp(-F.softplus(x)))
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `1 - torch.exp(…)` can be 0, as a softplus is for inputs below -103: log(0) is -inf; keep it above 0
    # fixed: F.logsigmoid(x)
    # or: torch.log(torch.clamp(1 - torch.exp(-F.softplus(x)), 1e-10, 1.0))
    # from: `F.softplus(x)` made here, exactly 0 in float32 for inputs below -103
    # from: `torch.exp(-F.softplus(x))` made here, values in [0, 1.00000048]
    b = torch.log1p(-torch.exp(F.logsigmoid(x + 1)))
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `-torch.exp(F.logsigmoid(…))` can be -1 where a log sigmoid is exactly 0: log1p(-1) is -inf; keep it above -1
    # fixed: F.logsigmoid(-(x + 1))
    # or: torch.log1p(torch.clamp(-torch.exp(F.logsigmoid(x + 1)), -0.9999999, 1.0))
    # from: `F.logsigmoid(x + 1)` made here, exactly 0 in float32 for inputs above 104
    # from: `torch.exp(F.logsigmoid(x + 1))` made here, values in [0, 1.00000048]
    return a, b


def of_a_steep_softplus(x):
    return torch.log(1 - torch.exp(-F.softplus(x, beta=2.0)))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `1 - torch.exp(…)` can be 0, as a softplus is for inputs below -103: log(0) is -inf; keep it above 0
    # fixed: torch.log(-torch.expm1(torch.clamp(-F.softplus(x, beta=2.0), max=-1e-10)))
    # or: torch.log(torch.clamp(1 - torch.exp(-F.softplus(x, beta=2.0)), 1e-10, 1.0))
    # from: `F.softplus(x, beta=2.0)` made here, exactly 0 in float32 for inputs below -103
    # from: `torch.exp(-F.softplus(x, beta=2.0))` made here, values in [0, 1.00000048]


def of_a_softplus_held(x):
    s = F.softplus(x)
    e = torch.exp(-s)
    d = 1 - e
    return torch.log(d)
    #      ^^^^^^^^^^^^ NAN101 warning: `d` can be 0, as a softplus is for inputs below -103: log(0) is -inf; keep it above 0
    # fixed: F.logsigmoid(x)
    # removes: d = 1 - e
    # removes: e = torch.exp(-s)
    # removes: s = F.softplus(x)
    # or: torch.log(torch.clamp(d, 1e-10, 1.0))
    # from: `F.softplus(x)` made here, exactly 0 in float32 for inputs below -103
    # from: `torch.exp(-s)` made here, values in [0, 1.00000048]
    # from: `d = 1 - e` goes into `d` here


def of_a_softplus_of_another(x):
    e = torch.exp(-F.softplus(x))
    x = x + 1
    return torch.log(1 - e), x
    #      ^^^^^^^^^^^^^^^^ NAN101 warning: `1 - e` can be 0, as a softplus is for inputs below -103: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(1 - e, 1e-10, 1.0))
    # from: `F.softplus(x)` made here, exactly 0 in float32 for inputs below -103
    # from: `torch.exp(-F.softplus(x))` made here, values in [0, 1.00000048]


def below_zero(x):
    a = torch.log(1 - torch.exp(-torch.relu(x)))
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `1 - torch.exp(…)` can be 0, as a ReLU is for inputs of 0 or less: log(0) is -inf; keep it above 0
    # fixed: torch.log(-torch.expm1(torch.clamp(-torch.relu(x), max=-1e-10)))
    # or: torch.log(torch.clamp(1 - torch.exp(-torch.relu(x)), 1e-10, 1.0))
    # from: `torch.relu(x)` made here, exactly 0 for inputs of 0 or less
    # from: `torch.exp(-torch.relu(x))` made here, values in [0, 1.00000048]
    b = torch.log1p(-torch.exp(-torch.abs(x)))
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `-torch.exp(-torch.abs(x))` stays above -1: log1p(-1) is -inf
    # fixed: torch.log(-torch.expm1(torch.clamp(-torch.abs(x), max=-1e-10)))
    # or: torch.log1p(torch.clamp(-torch.exp(-torch.abs(x)), -0.9999999, 1.0))
    c = tf.math.log(1 - tf.exp(-tf.nn.relu(x)))
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `1 - tf.exp(-tf.nn.relu(x))` can be 0, as a ReLU is for inputs of 0 or less: log(0) is -inf; keep it above 0
    # fixed: tf.math.log(-tf.math.expm1(tf.minimum(-tf.nn.relu(x), -1e-10)))
    # or: tf.math.log(tf.clip_by_value(1 - tf.exp(-tf.nn.relu(x)), 1e-10, 1.0))
    # from: `tf.nn.relu(x)` made here, exactly 0 for inputs of 0 or less
    # from: `tf.exp(-tf.nn.relu(x))` made here, values in [0, 1.00000048]
    d = np.log(1 - np.exp(-np.abs(x)))
    return a, b, c, d


def below_zero_and_bound_anew(x):
    s = torch.relu(x)
    e = torch.exp(-s)
    s = s + 1
    return torch.log(1 - e), s
    #      ^^^^^^^^^^^^^^^^ NAN101 warning: `1 - e` can be 0, as a ReLU is for inputs of 0 or less: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(1 - e, 1e-10, 1.0))
    # from: `torch.relu(x)` made here, exactly 0 for inputs of 0 or less
    # from: `torch.exp(-s)` made here, values in [0, 1.00000048]


def of_either_sign(x):
    return torch.log(1 - torch.exp(x))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `1 - torch.exp(x)` stays above 0: log(0) is -inf
    # fixed (unsafe): torch.log(torch.clamp(1 - torch.exp(x), 1e-10, 1.0))


def to_another_base(x):
    return torch.log2(1 - torch.exp(-torch.relu(x)))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `1 - torch.exp(…)` can be 0, as a ReLU is for inputs of 0 or less: log2(0) is -inf; keep it above 0
    # fixed: torch.log2(torch.clamp(1 - torch.exp(-torch.relu(x)), 1e-10, 1.0))
    # from: `torch.relu(x)` made here, exactly 0 for inputs of 0 or less
    # from: `torch.exp(-torch.relu(x))` made here, values in [0, 1.00000048]


def of_keras(x):
    return K.log(1 - K.exp(-K.softplus(x)))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `1 - K.exp(-K.softplus(x))` can be 0, as a softplus is for inputs below -87: log(0) is -inf; keep it above 0
    # fixed: K.log(K.clip(1 - K.exp(-K.softplus(x)), 1e-10, 1.0))
    # from: `K.softplus(x)` made here, exactly 0 in float32 for inputs below -87
    # from: `K.exp(-K.softplus(x))` made here, values in [0, 1.00000048]
