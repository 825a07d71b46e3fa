"""A form that is being typed lacks what it is recognised by: nothing is known of it then, and nothing breaks."""

import numpy as np
import torch
import torch.nn.functional as F
from torch import argsort, as_tensor, square
from torch.distributions import Distribution


class Coin(Distribution):
    def entropy(self):
        return torch.log(as_tensor()) + torch.log(self.probs)
        #      ^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `as_tensor()` stays above 0: log(0) is -inf


def picked(logits):
    probs = F.softmax(logits, dim=0)
    return torch.log(probs.gather())
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `probs.gather()` is a softmax and can be exactly 0: log(0) is -inf; keep it above 0


def ranked(x, eps=1e-20):
    places = torch.log(len(x) - argsort()) + torch.log(len() - argsort(x))
    #        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `len(x) - argsort()` stays above 0: log(0) is -inf
    #                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `len() - argsort(x)` stays above 0: log(0) is -inf
    return places + torch.log(square()) + torch.log(eps - torch.log())
    #                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `eps - torch.log()` stays above 0: log(0) is -inf


def measured(x, y):
    return np.linalg.norm(x - y) / np.clip()


def gone_through(net, x):
    for _, tau in enumerate():
        x = net(x) / tau
    return x
