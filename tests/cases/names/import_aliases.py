# A module, a submodule and a function may be imported under any name.

import tensorflow as tf
import tensorflow.compat.v1 as tf1
import torch as th
from jax import numpy as jnp
from tensorflow import math as tfm
from tensorflow.math import log as ln
from torch.nn import functional as F


def spellings(z):
    p = tf.nn.softmax(z)
    a = ln(p)
    #   ^^^^^ NAN101 warning: `p` is a softmax
    b = tfm.log(p)
    #   ^^^^^^^^^^ NAN101 warning: `p` is a softmax
    c = tf1.log(p)
    #   ^^^^^^^^^^ NAN101 warning: `p` is a softmax
    d = tf1.math.log(p)
    #   ^^^^^^^^^^^^^^^ NAN101 warning: `p` is a softmax
    q = F.softmax(z, -1)
    e = th.log(q)
    #   ^^^^^^^^^ NAN101 warning: `q` is a softmax
    # fixed: F.log_softmax(z, -1)
    # or: th.log(th.clamp(q, 1e-10, 1.0))
    f = jnp.log(q)
    #   ^^^^^^^^^^ NAN101 warning: `q` is a softmax
    return a, b, c, d, e, f
