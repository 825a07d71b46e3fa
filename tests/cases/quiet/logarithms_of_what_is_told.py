# The way an operand is written shows that it is positive: whole numbers, tables, a Cholesky factor, a mixture.

import jax
import jax.numpy as jnp
import numpy as np
import tensorflow as tf
import torch


def level(r):
    return int(np.log2(int(r))) * 2 - 4


def normalised(x):
    return x / torch.Tensor([6, 40, 32, 32]).log()[:, None]


def unimix(logits, unimix=0.01):
    p = jax.nn.softmax(logits, -1)
    return jnp.log((1 - unimix) * p + unimix / p.shape[-1])


def log_det(b):
    return 2.0 * tf.reduce_sum(tf.math.log(tf.linalg.diag_part(tf.linalg.cholesky(b))))


def log_det_of_torch(b):
    factor = torch.linalg.cholesky(b)
    return 2.0 * torch.log(torch.diagonal(factor, dim1=-2, dim2=-1)).sum()


def log_det_by_a_method(b):
    return 2.0 * torch.linalg.cholesky(b).diagonal(dim1=-2, dim2=-1).log().sum()


def not_told(x):
    return torch.log(torch.diagonal(x))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows
