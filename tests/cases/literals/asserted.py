# What an assertion is about is looked at: whoever writes out a 0 there knows what becomes of it.

import numpy as np
import torch


def looked_at(is_lowest):
    assert is_lowest(torch.log(torch.zeros(3)))


def compared():
    assert torch.log(torch.zeros(3)).max() < 1


def divided():
    assert (1 / np.zeros(3)).sum() > 3


def passed_on(is_lowest):
    is_lowest(torch.log(torch.zeros(3)))
    #         ^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.zeros(3)` is 0: log(0) is -inf; keep it above 0
