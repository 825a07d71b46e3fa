# The derivative of a tanh by hand, in whichever way its square is written; for what is no such square there is no form.

import torch
import torch.nn.functional as F


def by_a_power(x):
    return torch.log(1 - torch.tanh(x) ** 2)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `1 - torch.tanh(x) ** 2` can be 0 where a tanh is exactly -1: log(0) is -inf; keep it above 0
    # fixed: 2.0 * (0.6931471805599453 - x - F.softplus(-2.0 * x))
    # or: torch.log(torch.clamp(1 - torch.tanh(x) ** 2, 1e-10, 1.0))
    # from: `torch.tanh(x)` made here, exactly -1 in float32 for inputs below -9


def by_a_function(x):
    return torch.log(1 - torch.square(torch.tanh(x))) + torch.log(1 - torch.tanh(x).pow(2))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `1 - torch.square(torch.tanh(x))` can be 0 where a tanh is exactly -1: log(0) is -inf; keep it above 0
    # fixed: 2.0 * (0.6931471805599453 - x - F.softplus(-2.0 * x))
    # or: torch.log(torch.clamp(1 - torch.square(torch.tanh(x)), 1e-10, 1.0))
    # from: `torch.tanh(x)` made here, exactly -1 in float32 for inputs below -9
    # from: `torch.square(torch.tanh(x))` made here, values in [0, 1]
    #                                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `1 - torch.tanh(x).pow(2)` can be 0 where a tanh is exactly -1: log(0) is -inf; keep it above 0
    # fixed: 2.0 * (0.6931471805599453 - x - F.softplus(-2.0 * x))
    # or: torch.log(torch.clamp(1 - torch.tanh(x).pow(2), 1e-10, 1.0))
    # from: `torch.tanh(x)` made here, exactly -1 in float32 for inputs below -9


def by_names(x):
    t = torch.tanh(x)
    squared = t * t
    left = 1 - squared
    return torch.log(left)
    #      ^^^^^^^^^^^^^^^ NAN101 warning: `left` can be 0 where a tanh is exactly -1 (for inputs below -9): log(0) is -inf; keep it above 0
    # fixed: 2.0 * (0.6931471805599453 - x - F.softplus(-2.0 * x))
    # removes: left = 1 - squared
    # removes: squared = t * t
    # removes: t = torch.tanh(x)
    # or: torch.log(torch.clamp(left, 1e-10, 1.0))
    # or (unsafe): torch.log(left + 1e-8)
    # from: `torch.tanh(x)` made here, exactly -1 in float32 for inputs below -9
    # from: `squared = t * t` goes into `squared` here
    # from: `left = 1 - squared` goes into `left` here


def of_one_and_less(x):
    return torch.log1p(-torch.tanh(x) ** 2) + torch.log1p(-(torch.tanh(x) ** 2))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `-torch.tanh(x) ** 2` can be -1, as a tanh is for inputs below -9: log1p(-1) is -inf; keep it above -1
    # fixed: 2.0 * (0.6931471805599453 - x - F.softplus(-2.0 * x))
    # or: torch.log1p(torch.clamp(-torch.tanh(x) ** 2, -0.9999999, 1.0))
    # from: `torch.tanh(x)` made here, exactly -1 in float32 for inputs below -9
    #                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `-(torch.tanh(x) ** 2)` can be -1, as a tanh is for inputs below -9: log1p(-1) is -inf; keep it above -1
    # fixed: 2.0 * (0.6931471805599453 - x - F.softplus(-2.0 * x))
    # or: torch.log1p(torch.clamp(-(torch.tanh(x) ** 2), -0.9999999, 1.0))
    # from: `torch.tanh(x)` made here, exactly -1 in float32 for inputs below -9


def of_a_sum(x, y):
    return torch.log(1 - torch.tanh(x + y) ** 2)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `1 - torch.tanh(x + y) ** 2` can be 0 where a tanh is exactly -1: log(0) is -inf; keep it above 0
    # fixed: 2.0 * (0.6931471805599453 - (x + y) - F.softplus(-2.0 * (x + y)))
    # or: torch.log(torch.clamp(1 - torch.tanh(x + y) ** 2, 1e-10, 1.0))
    # from: `torch.tanh(x + y)` made here, exactly -1 in float32 for inputs below -9


def cubed(x):
    return torch.log(1 - torch.tanh(x) ** 3) + torch.log(1 - torch.tanh(x).pow(3))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `1 - torch.tanh(x) ** 3` can be 0 where a tanh is exactly 1: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(1 - torch.tanh(x) ** 3, min=1e-10))
    # from: `torch.tanh(x)` made here, exactly 1 in float32 for inputs above 9
    #                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `1 - torch.tanh(x).pow(3)` can be 0 where a tanh is exactly 1: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(1 - torch.tanh(x).pow(3), min=1e-10))
    # from: `torch.tanh(x)` made here, exactly 1 in float32 for inputs above 9


def of_two(x, y):
    s, t = torch.tanh(x), torch.tanh(y)
    return torch.log(1 - s * t)
    #      ^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `1 - s * t` can be 0 where a tanh is exactly -1 (for inputs below -9): log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(1 - s * t, min=1e-10))
    # from: `torch.tanh(x)` made here, exactly -1 in float32 for inputs below -9


def added(x):
    t = torch.tanh(x)
    return torch.log(1 - (t + t))
    #      ^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `1 - (t + t)` can be below 0 where a tanh is exactly 1 (for inputs above 9): log(-1) is NaN; keep it above 0
    # fixed (unsafe): torch.log(torch.clamp(1 - (t + t), min=1e-10))
    # from: `torch.tanh(x)` made here, exactly 1 in float32 for inputs above 9


def of_two_calls(x):
    return torch.log(1 - torch.tanh(x) * torch.tanh(x))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `1 - torch.tanh(x) * torch.tanh(x)` can be 0 where a tanh is exactly -1: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(1 - torch.tanh(x) * torch.tanh(x), 1e-10, 1.0))
    # from: `torch.tanh(x)` made here, exactly -1 in float32 for inputs below -9


def of_another_function(x):
    return torch.log(1 - torch.sin(x) ** 2) + torch.log(1 - torch.sigmoid(x) ** 2)
    #                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `1 - torch.sigmoid(x) ** 2` can be 0 where a sigmoid is exactly 1: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(1 - torch.sigmoid(x) ** 2, 1e-10, 1.0))
    # from: `torch.sigmoid(x)` made here, exactly 1 in float32 for inputs above 17


def from_two(x):
    return torch.log(2 - torch.tanh(x) ** 2)


def more(x):
    return torch.log1p(torch.tanh(x) ** 2)


def commented(x):
    return torch.log(1 - torch.tanh(x)  # the squashed action
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^+1 NAN101 warning: `1 - torch.tanh(x) ** 2` can be 0 where a tanh is exactly -1: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(1 - torch.tanh(x) # the squashed action ** 2, 1e-10, 1.0))
    # from: `torch.tanh(x)` made here, exactly -1 in float32 for inputs below -9
                     ** 2)


def called_twice(net, x):
    return torch.log(1 - torch.tanh(net(x)) ** 2)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `1 - torch.tanh(net(x)) ** 2` can be 0 where a tanh is exactly -1: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(1 - torch.tanh(net(x)) ** 2, 1e-10, 1.0))
    # from: `torch.tanh(net(x))` made here, exactly -1 in float32 for inputs below -9


def changed_between(x):
    t = torch.tanh(x)
    x += 1
    return torch.log(1 - t**2)
    #      ^^^^^^^^^^^^^^^^^^^ NAN101 warning: `1 - t**2` can be 0 where a tanh is exactly -1 (for inputs below -9): log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(1 - t**2, 1e-10, 1.0))
    # from: `torch.tanh(x)` made here, exactly -1 in float32 for inputs below -9
