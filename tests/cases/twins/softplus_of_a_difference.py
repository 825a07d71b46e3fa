# A difference is no shift by the largest element: `log(1 + exp(a - b))` is a softplus as any other, `1. /` as `1 /`.
import torch


def preference(rejected, chosen):
    return torch.log(1 + torch.exp(rejected - chosen)).mean()
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN402 hint: this is a softplus written out by hand: where `torch.exp(…)` overflows, it is Inf; use PyTorch's own


def gate(a, b):
    return 1. / (1. + torch.exp(a - b))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN402 hint: this is a sigmoid written out by hand: where `torch.exp(…)` overflows, its gradient is NaN; use PyTorch's own


def of_the_larger(a, b):
    larger = torch.maximum(a, b)
    smaller = torch.minimum(a, b)
    return larger + torch.log1p(torch.exp(smaller - larger))


def by_condition(a, b):
    if a > b:
        return a + torch.log1p(torch.exp(b - a))
    return b + torch.log1p(torch.exp(a - b))
