# A mask is written in the words of the framework that the operand belongs to; where it may be either, in none.

import jax
import numpy as np
import torch
from keras import ops


def standardised(emb):
    emb = emb.cpu().numpy()
    return (emb - emb.mean(0, keepdims=True)) / emb.std(0, keepdims=True)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `emb.std(…)` is a standard deviation and can be exactly 0
    # fixed: nothing
    # or (unsafe): (emb - emb.mean(0, keepdims=True)) / (emb.std(0, keepdims=True) + 1e-8)


def of_either(x):
    return (x - x.mean(0)) / x.std(0)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `x.std(0)` is a standard deviation
    # fixed: nothing
    # or (unsafe): (x - x.mean(0)) / (x.std(0) + 1e-8)


def of_a_norm(x):
    return x / x.norm(dim=-1)
    #      ^^^^^^^^^^^^^^^^^^ NAN102 information: `x.norm(dim=-1)` is a norm
    # fixed: x / x.norm(dim=-1).clamp(min=1e-6)
    # or (unsafe): x / (x.norm(dim=-1) + 1e-8)


def of_keras(z):
    # `jax.scipy.special` has no logarithm of its sigmoid: it is that of Keras, which takes the logarithm.
    return ops.log(jax.scipy.special.expit(z))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `jax.scipy.special.expit(z)` is a sigmoid
    # fixed: ops.log_sigmoid(z)
    # or: ops.log(ops.clip(jax.scipy.special.expit(z), 1e-10, 1.0))
