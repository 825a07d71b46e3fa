"""What remains of 1 is 0 where a share is the whole: all its terms are terms of the whole, and not numbers alone."""

import torch


def hits_loss(hit, missed, smooth):
    return torch.sqrt(1 - (hit + smooth) / (hit + missed + smooth)).mean()
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `1 - (…) / (…)` stays above 0: sqrt has an infinite gradient at 0


def share_of_other_things_loss(p, t, q):
    return torch.sqrt(1 - (p + t) / (p + q + 1)).mean()


def number_over_a_sum_loss(p):
    return torch.sqrt(1 - 2.0 / (p + 2.0)).mean()


def rest_of_a_probability_loss(p):
    return torch.sqrt(1 - p).mean()
