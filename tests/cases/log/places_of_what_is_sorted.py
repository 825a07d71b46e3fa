# Of what is sorted only the places are taken, and the places of -inf are the last ones: so a sample without replacement is drawn.
import torch


def at_once(x, n):
    return torch.rand_like(x).log().topk(n).indices


def by_a_name(x, n):
    r = torch.rand_like(x).log()
    return r.topk(n).indices


def divided(x, n):
    r = torch.rand_like(x).log() / x
    return r.topk(n).indices


def second_item(x, n):
    r = torch.rand_like(x).log() / x
    return r.topk(n)[1]


def by_a_function(x, n):
    r = torch.rand_like(x).log() / x
    return torch.topk(r, n).indices


def unpacked(x, n):
    r = torch.rand_like(x).log() / x
    values, indices = r.topk(n)
    return indices


def the_largest(x):
    r = torch.rand_like(x).log() / x
    return r.argmax(-1)


def in_order(x):
    r = torch.rand_like(x).log() / x
    return r.argsort(-1)


def values_that_are_unpacked(x, n):
    r = torch.rand_like(x).log() / x
    #   ^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.rand_like(x)` is a uniform random number and can be exactly 0: log(0) is -inf; keep it above 0
    values, indices = r.topk(n)
    return values


def values(x, n):
    r = torch.rand_like(x).log() / x
    #   ^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.rand_like(x)` is a uniform random number and can be exactly 0: log(0) is -inf; keep it above 0
    return r.topk(n).values


def sorted_places(x):
    r = torch.rand_like(x).log() / x
    return r.sort(-1).indices


def both(x, n):
    r = torch.rand_like(x).log() / x
    #   ^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.rand_like(x)` is a uniform random number and can be exactly 0: log(0) is -inf; keep it above 0
    both = r.topk(n)
    return both


def of_one_target(x, n):
    r = torch.rand_like(x).log() / x
    #   ^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.rand_like(x)` is a uniform random number and can be exactly 0: log(0) is -inf; keep it above 0
    (indices,) = r.topk(n)
    return indices


def of_what_is_not_sorted(x):
    return torch.rand_like(x).log().mean().values
    #      ^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.rand_like(x)` is a uniform random number and can be exactly 0: log(0) is -inf; keep it above 0
