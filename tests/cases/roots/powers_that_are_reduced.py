# That a power is reduced says that its base is a tensor, and the default of a parameter is an exponent that is taken.

import numpy as np
import torch


def charbonnier_loss(pred, target, alpha=0.45):
    diff = pred - target
    return ((diff**2) ** alpha).mean()
    #       ^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `(diff**2)` stays above 0: x ** 0.45 has an infinite gradient at 0
    # fixed: nothing
    # or (unsafe): (diff**2 + 1e-8) ** alpha


def charbonnier_with_floor_loss(pred, target, alpha=0.45, eps=1e-6):
    diff = pred - target
    return ((diff**2 + eps) ** alpha).mean()


def of_a_function_loss(pred, target):
    return torch.sum(((pred - target) ** 2) ** 0.5, dim=-1)
    #                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `((pred - target) ** 2)` stays above 0: x ** 0.5 has an infinite gradient at 0
    # fixed: nothing
    # or (unsafe): ((pred - target) ** 2 + 1e-8) ** 0.5


def smooth_loss(pred, target, alpha=1.5):
    diff = pred - target
    return ((diff**2) ** alpha).mean()


def decayed(step, warmup):
    return (step / warmup) ** 0.5


def of_an_array_loss(pred, target):
    return np.sum(((pred - target) ** 2) ** 0.5, axis=-1)


def of_ours_loss(pred, target, ours):
    return ours.sum(((pred - target) ** 2) ** 0.5)


def of_a_base_loss(pred, base: float):
    return (base**pred).mean()


def mean(values):
    return sum(values) / len(values)


def of_ours_by_name_loss(pred, target):
    return mean(((pred - target) ** 2) ** 0.5)
    #           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `((pred - target) ** 2)` stays above 0: x ** 0.5 has an infinite gradient at 0
    # fixed: nothing
    # or (unsafe): ((pred - target) ** 2 + 1e-8) ** 0.5
