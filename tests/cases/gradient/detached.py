# No gradient flows into what is detached on every path, so a root of it does no harm.

import torch


def differentiated(x):
    s = torch.softmax(x, -1)
    return torch.sqrt(s).sum()
    #      ^^^^^^^^^^^^^ NAN301 warning: `s` is a softmax


def detached(x):
    s = torch.softmax(x.detach(), -1)
    return torch.sqrt(s).sum()


def detached_in_one_branch(x, frozen):
    if frozen:
        s = torch.softmax(x.detach(), -1)
    else:
        s = torch.softmax(x, -1)
    return torch.sqrt(s).sum()
    #      ^^^^^^^^^^^^^ NAN301 warning: `s` is a softmax


def detached_in_both_branches(x, sharp):
    if sharp:
        s = torch.softmax(2 * x.detach(), -1)
    else:
        s = torch.softmax(x.detach(), -1)
    return torch.sqrt(s).sum()


def detached_and_trained(x, w):
    s = torch.softmax(x.detach() * w, -1)
    return torch.sqrt(s).sum()
    #      ^^^^^^^^^^^^^ NAN301 warning: `s` is a softmax


def its_data(x):
    p = torch.softmax(x, -1)
    return (1 - p.data) ** 0.5 * torch.log_softmax(x, -1)


def its_data_and_itself(x):
    p = torch.softmax(x, -1)
    return (1 - p) ** 0.5 * torch.log_softmax(x, -1) * p.data
    #      ^^^^^^^^^^^^^^ NAN301 warning: `(1 - p)` can be 0
