"""Zeros are overwritten through a mask, whatever name it has and whichever function writes."""

import numpy as np
import torch


def through_a_name(x):
    s = torch.relu(x)
    empty = s == 0
    s[empty] = 1
    # FIXME: nothing: no zero is left
    return x / s
    #      ^^^^^ NAN102 warning: `s` is a ReLU, exactly 0 for inputs of 0 or less: x / 0 is Inf or NaN; keep it away from 0


def through_the_opposite(x):
    s = torch.relu(x)
    filled = s > 0
    s[~filled] = 1
    # FIXME: nothing
    return torch.log(s)
    #      ^^^^^^^^^^^^ NAN101 warning: `s` is a ReLU, exactly 0 for inputs of 0 or less: log(0) is -inf; keep it above 0


def through_a_method(x):
    s = torch.relu(x)
    s[s.eq(0)] = 1.0
    # FIXME: nothing
    return torch.log(s)
    #      ^^^^^^^^^^^^ NAN101 warning: `s` is a ReLU, exactly 0 for inputs of 0 or less: log(0) is -inf; keep it above 0


def through_places(x):
    s = torch.relu(x)
    s[torch.where(s == 0)] = 1.0
    # FIXME: nothing
    return torch.log(s)
    #      ^^^^^^^^^^^^ NAN101 warning: `s` is a ReLU, exactly 0 for inputs of 0 or less: log(0) is -inf; keep it above 0


def copied(x):
    s = np.maximum(x, 0)
    np.copyto(s, 1.0, where=s == 0)
    # FIXME: nothing
    return np.log(s)
    #      ^^^^^^^^^ NAN101 warning: `s` can be 0: log(0) is -inf; keep it above 0


def placed(x):
    s = np.maximum(x, 0)
    np.place(s, s == 0, 1.0)
    # FIXME: nothing
    return np.log(s)
    #      ^^^^^^^^^ NAN101 warning: `s` can be 0: log(0) is -inf; keep it above 0


class Scaled:
    def fit(self, x):
        self.s = np.maximum(x, 0)
        empty = self.s == 0
        self.s[empty] = 1
        # FIXME: nothing: as where no name stands in between
        return x / self.s
        #      ^^^^^^^^^^ NAN102 warning: `self.s` can be 0: x / 0 is Inf or NaN; keep it away from 0


def put(x):
    s = np.maximum(x, 0)
    np.putmask(s, s == 0, 1)
    # FIXME: nothing
    return np.log(s)
    #      ^^^^^^^^^ NAN101 warning: `s` can be 0: log(0) is -inf; keep it above 0
