# What a condition says holds where it was decided: of both sides, mirrored, negated, of extremes and of truth.

import torch


def both_hold(x, y):
    n = torch.relu(x).sum()
    m = torch.relu(y).sum()
    if n > 0 and m > 0:
        return 1 / n + 1 / m
    return 1 / n
    #      ^^^^^ NAN102 warning: `n` can be 0, as a ReLU is for inputs of 0 or less


def neither_holds(x, y):
    n = torch.relu(x).sum()
    m = torch.relu(y).sum()
    if n == 0 or m == 0:
        return 1 / n
        #      ^^^^^ NAN102 warning: `n` can be 0, as a ReLU is for inputs of 0 or less
    return 1 / n + 1 / m


def mirrored(x):
    n = torch.relu(x).sum()
    if 0 < n:
        return 1 / n
    return 2 / n
    #      ^^^^^ NAN102 error: `n` is 0


def truth_of_a_name(x):
    n = torch.relu(x).sum()
    if not n:
        return 1 / n
        #      ^^^^^ NAN102 error: `n` is 0
    return 2 / n


def in_parentheses(x):
    n = torch.relu(x).sum()
    return 1 / n if (not (n <= 0)) else n


def of_the_smallest(x):
    p = torch.relu(x)
    if torch.min(p) > 0:
        return torch.log(p)
    return p


def of_the_largest(x):
    p = torch.relu(x)
    if p.max() > 0:
        return torch.log(p)
        #      ^^^^^^^^^^^^ NAN101 warning: `p` is a ReLU
    if p.max() < 1:
        return torch.log(1 - torch.clamp(p, max=1))
    return p


def by_size(x):
    d = torch.relu(x).sum()
    if d.abs() > 1e-6:
        a = 1 / d
    if d.abs() != 0.0:
        return a / d
    if torch.abs(d) < 1e-6:
        return d / d
        #      ^^^^^ NAN102 warning: `d` can be 0, as a ReLU is for inputs of 0 or less
    return d


def by_any_size(x, a):
    d = torch.relu(x).sum()
    if abs(d) >= 0:
        return a / d
        #      ^^^^^ NAN102 warning: `d` can be 0, as a ReLU is for inputs of 0 or less
    return d


def not_of_all(x):
    p = torch.relu(x)
    if (p > 0).all():
        return torch.log(p)
    return torch.log(p)
    #      ^^^^^^^^^^^^ NAN101 warning: `p` is a ReLU


def of_any(x):
    p = torch.relu(x)
    if torch.any(p > 0):
        return torch.log(p)
        #      ^^^^^^^^^^^^ NAN101 warning: `p` is a ReLU
    if torch.any(p == 0):
        return p
    return torch.log(p)


def while_it_holds(x):
    n = torch.relu(x).sum()
    while n > 0:
        x = x / n
        n = torch.relu(x - 1).sum()
    return 1 / n
    #      ^^^^^ NAN102 warning: ...can be 0, as a ReLU is for inputs of 0 or less


def in_a_comprehension(xs):
    a = [1 / torch.relu(x).sum() for x in xs if torch.relu(x).sum() > 0]
    b = [1 / n for n in (torch.relu(xs[0]).sum(),) if n != 0]
    c = [1 / n for n in (torch.relu(xs[0]).sum(),) if n is not None]
    #    ^^^^^ NAN102 warning: `n` can be 0, as a ReLU is for inputs of 0 or less
    return a, b, c


def raised(x):
    n = torch.relu(x).sum()
    if n == 0:
        raise ValueError
    return 1 / n


def a_branch_that_goes_on(x):
    n = torch.relu(x).sum()
    if n == 0:
        x = 1
    return x / n
    #      ^^^^^ NAN102 warning: `n` can be 0, as a ReLU is for inputs of 0 or less
