"""What one branch makes as a Cholesky factor, and another is given, is one in both; so is the square of its diagonal.

Of another matrix the diagonal may be 0.
"""

import tensorflow as tf
import torch


def log_determinant(k=None, factor=None):
    if k is not None:
        lower = tf.linalg.cholesky(k)
    else:
        lower = factor
    return tf.reduce_sum(tf.math.log(tf.square(tf.linalg.diag_part(lower))))


def in_torch(k):
    lower = torch.linalg.cholesky(k)
    return lower.diagonal().square().log().sum()


def of_any_matrix(q):
    return q.diagonal().square().log().sum()
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `q.diagonal().square()` stays above 0: log(0) is -inf


def of_a_branch(k=None, matrix=None):
    if k is not None:
        matrix = k @ k.T
    return matrix.diagonal().square().log().sum()
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `matrix.diagonal().square()` stays above 0: log(0) is -inf
