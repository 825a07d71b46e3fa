"""A condition that names what it asks says it of the name and of what is named; and an extreme that is asked is not 0."""

import torch


def named_on_the_left(x):
    if (scale := torch.relu(x)) > 1e-6:
        return torch.log(scale)
    return torch.log(scale)
    #      ^^^^^^^^^^^^^^^^ NAN101 warning: `scale` is a ReLU, exactly 0 for inputs of 0 or less: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(scale, 1e-10, 1.0))
    # or (unsafe): torch.log(scale + 1e-8)
    # from: `torch.relu(x)` made here, exactly 0 for inputs of 0 or less


def named_on_the_right(x):
    if 1e-6 < (scale := torch.relu(x)):
        return torch.log(scale) + torch.log(torch.relu(x))
    return x


def named_in_an_elif(x, ready):
    if ready:
        return x
    elif (spread := x.std()) > 1e-6:
        return x / spread
    elif (spread := x.std()) >= 0:
        return x / spread
        #      ^^^^^^^^^^ NAN102 information: `spread` is a standard deviation and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0
        # fixed: x / spread.clamp(min=1e-6)
        # or (unsafe): x / (spread + 1e-8)
        # from: `x.std()` made here, exactly 0 where all elements are equal
    return x


def peak(wave):
    top = wave.abs().max()
    if top > 0:
        return wave / top
    return wave


def peak_that_left(wave):
    top = wave.abs().max()
    if top == 0:
        return wave
    return wave / top


def peak_that_is_compared_with_nothing_that_helps(wave):
    top = wave.abs().max()
    if top < 10:
        return wave / top
        #      ^^^^^^^^^^ NAN102 information: `top` can be 0 where all elements are 0: x / 0 is Inf or NaN; keep it away from 0
        # fixed: wave / top.clamp(min=1e-7)
        # or (unsafe): wave / (top + 1e-8)
    return wave
