"""What a parameter with a positive default is added to in place is masked, as it is by a sum with a name of its own."""

import torch


def entropy(p, eps=1e-8):
    p /= p.sum()
    p += eps
    return -(p * torch.log(p)).sum()


def of_counts(y, n, eps=1e-8):
    p = torch.zeros(n, n)
    p.index_put_(indices=(y, y), values=torch.ones(3), accumulate=True)
    p += eps
    return torch.log(p).sum()


def taken_away(p, eps=1e-8):
    p -= eps
    return torch.log(p).sum()
    #      ^^^^^^^^^^^^ NAN101 information: nothing here shows that `p` stays above 0: log(0) is -inf


def by_another(p, q):
    p += q
    return torch.log(p).sum()
    #      ^^^^^^^^^^^^ NAN101 information: nothing here shows that `p` stays above 0: log(0) is -inf


def by_nothing(p, eps=0.0):
    p += eps
    return torch.log(p).sum()
    #      ^^^^^^^^^^^^ NAN101 information: nothing here shows that `p` stays above 0: log(0) is -inf


def in_one_branch(p, is_smooth, eps=1e-8):
    if is_smooth:
        p += eps
    return torch.log(p).sum()
    #      ^^^^^^^^^^^^ NAN101 information: nothing here shows that `p` stays above 0: log(0) is -inf


def before_it_is_scaled(p, q, eps=1e-8):
    p += eps
    p *= q
    return torch.log(p).sum()
    #      ^^^^^^^^^^^^ NAN101 information: nothing here shows that `p` stays above 0: log(0) is -inf
