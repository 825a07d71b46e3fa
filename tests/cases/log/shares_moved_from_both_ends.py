"""What was moved away from 0 and from 1, `a + (1 - 2 * a) * x`, leaves something of 1: the logit of a pixel."""

import torch


def logit(x, alpha=0.05):
    p = alpha + (1 - 2 * alpha) * x
    return torch.log(p) - torch.log(1 - p)


def logit_by_log1p(image, lam=1e-6):
    image = lam + (1 - 2 * lam) * image
    return torch.log(image) - torch.log1p(-image)


def of_a_symmetric_share(x):
    y = (2 * ((x * 255.0 + torch.rand_like(x)) / 256.0) - 1) * 0.9
    y = (y + 1) / 2
    return y.log() - (1.0 - y).log()


def moved_from_0_alone(x, alpha=0.05):
    p = alpha + (1 - alpha) * x
    return torch.log(1 - p)
    #      ^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `1 - p` stays above 0


def moved_from_1_alone(x, alpha=0.05):
    return torch.log(1 - (1 - alpha) * x)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `1 - (1 - alpha) * x` stays above 0


def moved_by_nobody_knows(x, alpha):
    p = alpha + (1 - 2 * alpha) * x
    return torch.log(1 - p), torch.log(1 - x)
    #      ^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `1 - p` stays above 0
    #                        ^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `1 - x` stays above 0


def too_far(x):
    return torch.log(0.5 - 0.6 * x), torch.log(0.5 - 2.0 * x)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `0.5 - 0.6 * x` stays above 0
    #                                ^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `0.5 - 2.0 * x` stays above 0


def scaled_by_another(x, y):
    p = 0.05 + 0.9 * x * y
    return torch.log(1 - p), torch.log(0.9 - x * (0.1 + 0.8 * y))
    #                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `0.9 - x * (0.1 + 0.8 * y)` stays above 0
