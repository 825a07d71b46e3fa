"""An assignment binds its name behind its value: what a condition said before holds in the value, and not after it."""

import numpy as np
import torch


def clipped(grad, most):
    if np.linalg.norm(grad) > most:
        grad = grad * most / np.linalg.norm(grad)
    return grad


def clipped_in_place(grad, most):
    if np.linalg.norm(grad) > most:
        grad *= most / np.linalg.norm(grad)
    return grad


def no_step_is_longer(step, clip=None):
    most = np.inf if clip is None else clip
    if np.linalg.norm(step) > most:
        step = step * most / np.linalg.norm(step)
    return step


def asked_before_another(grad, other, most):
    if np.linalg.norm(grad) > most:
        grad = other
        grad = grad * most / np.linalg.norm(grad)
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `np.linalg.norm(grad)` is a norm
    return grad


def bound_beside_it(x, most):
    size = x.norm()
    if x.norm() > 0:
        x = x / size
    return x


def bound_below_it(x):
    if x.norm() > 0:
        x, y = x - 1, x.norm()
        return x / x.norm() + x / y
        #      ^^^^^^^^^^^^ NAN102 information: `x.norm()` is a norm
    return torch.zeros(3)
