"""A count that is scaled by a constant, a tensor or not, is a count still: nobody asks for its derivative."""

import torch


def scaled(x):
    n = (x > 0).sum(-1)
    return torch.sqrt(n * torch.tensor(2.0)), torch.sqrt(n * 2.0), torch.sqrt(n.float())


def weighed(x, w):
    n = (x > 0).sum(-1)
    return torch.sqrt(n * torch.relu(w))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: `n * torch.relu(w)` can be 0, as a row's count of matches can: sqrt has an infinite gradient at 0


def train(net, x, opt):
    a, b, c = scaled(net(x))
    (a + b + c + weighed(net(x), net.w)).sum().backward()
    opt.step()
