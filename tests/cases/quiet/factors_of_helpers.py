"""The diagonal of a Cholesky factor is above 0, whichever helper or method makes the factor; that of another is not."""

import numpy as np
import tensorflow as tf
import torch


def robust_cholesky(k, tries=5, jitter=1e-6):
    for i in range(tries):
        try:
            return torch.linalg.cholesky(k + jitter * 10**i * torch.eye(k.size(-1)))
        except torch.linalg.LinAlgError as e:
            print(e)
    raise RuntimeError("not positive definite")


def log_det(k):
    factor = robust_cholesky(k)
    return 2 * factor.diagonal().log().sum(), torch.diagonal(factor, dim1=-2, dim2=-1).log().sum()


class Process:
    def __init__(self, k):
        self.factor = np.linalg.cholesky(k)
        self.other = np.linalg.qr(k)[1]

    def log_det(self):
        return 2 * np.log(np.diag(self.factor)).sum()

    def of_the_other(self):
        return 2 * np.log(np.diagonal(self.other)).sum()
        #          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `np.diagonal(self.other)` stays above 0: log(0) is -inf
        # fixed: np.log(np.maximum(np.diagonal(self.other), 1e-10))


def factor_of(k):
    return tf.linalg.cholesky(k)


def log_det_of_tensorflow(k):
    return 2.0 * tf.reduce_sum(tf.math.log(tf.linalg.diag_part(factor_of(k))))


def other_entries(k):
    return torch.log(robust_cholesky(k)[0])
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `robust_cholesky(k)[0]` stays above 0: log(0) is -inf
    # fixed: torch.log(torch.clamp(robust_cholesky(k)[0], min=1e-10))
