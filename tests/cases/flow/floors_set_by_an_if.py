# What an `if` replaces by a floor is at least the floor behind it, also as an attribute in another method. Nothing is
# said of another name, of what is bound anew between, nor where the branch leaves it as small as it was.

import numpy as np
import tensorflow as tf
import torch


def inverse(x):
    spread = np.sqrt(np.clip(x, 0, None))
    if spread < 1e-2:
        spread = 1e-2
    return 1.0 / spread


def normalized(x):
    std = np.std(x)
    if std == 0:
        std = 1.0
    return (x - x.mean()) / std


def unit(x):
    n = torch.norm(x)
    if n.item() < 1e-6:
        n += 1e-6
    return x / n


def mean_loss(losses, labels):
    n = (labels != 255).sum()
    if not n > 0:
        n = 1
    return losses.sum() / n


class Scaler:
    def fit(self, x):
        self.std = x.std()
        if np.abs(self.std) < 1e-8:
            self.std = 1.0

    def __call__(self, x: np.ndarray):
        return x / self.std


def of_another(x: torch.Tensor, y: torch.Tensor):
    n, m = torch.norm(x), torch.norm(y)
    if n < 1e-6:
        m = 1e-6
    return (x / m).sum() + (y / n).sum()
    #       ^^^^^ NAN102 information: `m` is a norm, exactly 0 for a vector of zeros: x / 0 is Inf or NaN; keep it away from 0
    #                       ^^^^^ NAN102 information: `n` is a norm, exactly 0 for a vector of zeros: x / 0 is Inf or NaN; keep it away from 0


def too_late(x: torch.Tensor, y: torch.Tensor):
    n = torch.norm(x)
    is_small = n < 1e-6
    n = torch.norm(y)
    if is_small:
        n = 1e-6
    return (x / n).sum()
    #       ^^^^^ NAN102 information: `n` is a norm, exactly 0 for a vector of zeros: x / 0 is Inf or NaN; keep it away from 0


def too_small(x):
    spread = np.sqrt(np.clip(x, 0, None))
    if spread < 0:
        spread = 1e-2
    return tf.constant(1.0) / spread
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `spread` is a square root, exactly 0 for an input of 0: x / 0 is Inf or NaN; keep it away from 0
