# A sum of exponentials that is kept relative to the largest so far: nothing that is called the largest is exceeded.

import torch


def merged(total, largest, score, new_max):
    return total * torch.exp(largest - new_max) + torch.exp(score - new_max), new_max


def of_one_more(score, running_max):
    return running_max + torch.log(1 + torch.exp(score - running_max))


def of_one_more_than_anything(score, start):
    return start + torch.log(1 + torch.exp(score - start))
    #              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN402 hint: this is a softplus written out by hand: where `torch.exp(…)` overflows, it is Inf; use PyTorch's own
    # fixed: torch.nn.functional.softplus(score - start)
