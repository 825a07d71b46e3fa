# -inf is smaller than all that it is compared with, as long as it is only compared.

import torch


def accepted(log_ratio):
    return torch.log(torch.rand(3)) < log_ratio


def slice_below(log_likelihood, angle):
    u = torch.rand(3)
    threshold = log_likelihood + torch.log(u)
    while (log_likelihood(angle) <= threshold).any():
        angle = angle / 2
    return torch.gt(angle, threshold)


def compared_and_kept(log_ratio):
    drawn = torch.log(torch.rand(3))
    #       ^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.rand(3)` is a uniform random number
    return drawn < log_ratio, drawn


def a_product_may_be_nan(log_ratio):
    return 0.0 * torch.log(torch.rand(3)) < log_ratio
    #            ^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.rand(3)` is a uniform random number


def nan_has_no_order(log_ratio):
    return torch.log(torch.randn(3)) < log_ratio
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.randn(3)` is a normal random number, and nothing keeps it above 0


class Kept:
    def draw(self, log_ratio):
        self.drawn = torch.log(torch.rand(3))
        #            ^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.rand(3)` is a uniform random number
        return self.drawn < log_ratio


def exchanged(log_ratio, swaps, gather, extra):
    log_u = torch.log(torch.rand(3))
    log_u = gather(log_u, swaps)
    is_accepted = log_u < log_ratio
    return extra(is_accepted=is_accepted, log_u=log_u)


def exchanged_and_summed(log_ratio, swaps, gather):
    log_u = torch.log(torch.rand(3))
    #       ^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.rand(3)` is a uniform random number
    log_u = gather(log_u, swaps)
    return log_u < log_ratio, log_u.sum()


def slice_in_a_loop(log_likelihood, angle, loop):
    threshold = log_likelihood(angle) + torch.log(torch.rand(3))

    def is_below(angle):
        return log_likelihood(angle) < threshold

    return loop(is_below, angle)
