# A floor under a product, or a square, changes quotients by lengths that are small and meant: it is no safe repair.

import torch


def by_two_lengths(u, v):
    return (u / (torch.relu(u) * torch.relu(v))).mean()
    #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `(…)` can be 0, as a ReLU is for inputs of 0 or less: x / 0 is Inf or NaN; keep it away from 0
    # fixed (unsafe): u / (torch.relu(u) * torch.relu(v)).clamp(min=1e-7)
    # or (unsafe): u / (torch.relu(u) * torch.relu(v) + 1e-8)
    # from: `torch.relu(u)` made here, exactly 0 for inputs of 0 or less


def by_twice_a_square(u):
    return (u / (2.0 * torch.relu(u) ** 2)).mean()
    #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `(…)` can be 0, as a ReLU is for inputs of 0 or less: x / 0 is Inf or NaN; keep it away from 0
    # fixed (unsafe): u / (2.0 * torch.relu(u) ** 2).clamp(min=1e-7)
    # or (unsafe): u / (2.0 * torch.relu(u) ** 2 + 1e-8)
    # from: `torch.relu(u)` made here, exactly 0 for inputs of 0 or less


def by_a_sum_of_squares(u):
    return (u / torch.relu(u).square().sum(-1, keepdim=True)).mean()
    #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `torch.relu(…).square().sum(…)` can be 0, as a ReLU can: x / 0 is Inf or NaN; keep it away from 0
    # fixed (unsafe): u / torch.relu(u).square().sum(-1, keepdim=True).clamp(min=1e-7)
    # or (unsafe): u / (torch.relu(u).square().sum(-1, keepdim=True) + 1e-8)
    # from: `torch.relu(u)` made here, exactly 0 for inputs of 0 or less
    # from: `torch.relu(u).square()` made here, values in [0, inf]


def by_two_squares(u, v):
    return (u / (torch.relu(u).square() + torch.relu(v) ** 2)).mean()
    #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `(…)` can be 0, as a ReLU is for inputs of 0 or less: x / 0 is Inf or NaN; keep it away from 0
    # fixed (unsafe): u / (torch.relu(u).square() + torch.relu(v) ** 2).clamp(min=1e-7)
    # from: `torch.relu(u)` made here, exactly 0 for inputs of 0 or less
    # from: `torch.relu(u).square()` made here, values in [0, inf]


def by_a_length_and_what_is_never_small(u, v):
    return (u / (torch.relu(u) * (1.0 + torch.sigmoid(v)))).mean()
    #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `(torch.relu(u) * (1.0 + torch.sigmoid(v)))` can be 0, as a ReLU can: x / 0 is Inf or NaN; keep it away from 0
    # fixed: u / (torch.relu(u) * (1.0 + torch.sigmoid(v))).clamp(min=1e-7)
    # or (unsafe): u / (torch.relu(u) * (1.0 + torch.sigmoid(v)) + 1e-8)
    # from: `torch.relu(u)` made here, exactly 0 for inputs of 0 or less


def by_a_length_and_what_is_never_above(u, v):
    return (u / (torch.softmax(u, -1) * -(1.0 + torch.sigmoid(v)))).mean()
    #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `(torch.softmax(…) * -(…))` can be 0, as a softmax can: x / 0 is Inf or NaN; keep it away from 0
    # fixed: nothing
    # from: `torch.softmax(u, -1)` made here, exactly 0 in float32 once a logit trails the largest by 104


def by_a_share_and_its_rest(u):
    p = torch.softmax(u, -1)
    return (u / (p * (1.0 - p))).mean()
    #       ^^^^^^^^^^^^^^^^^^^ NAN102 warning: `(p * (1.0 - p))` can be 0 where a softmax is exactly 1: x / 0 is Inf or NaN; keep it away from 0
    # fixed: u / (p * (1.0 - p)).clamp(min=1e-7)
    # or (unsafe): u / (p * (1.0 - p) + 1e-8)
    # from: `torch.softmax(u, -1)` made here, exactly 1 in float32 once one logit leads the others by 17


def by_a_rest_and_its_share(u):
    p = torch.softmax(u, -1)
    return (u / ((1.0 - p) * p)).mean()
    #       ^^^^^^^^^^^^^^^^^^^ NAN102 warning: `((1.0 - p) * p)` can be 0 where a softmax is exactly 1: x / 0 is Inf or NaN; keep it away from 0
    # fixed: u / ((1.0 - p) * p).clamp(min=1e-7)
    # or (unsafe): u / ((1.0 - p) * p + 1e-8)
    # from: `torch.softmax(u, -1)` made here, exactly 1 in float32 once one logit leads the others by 17


def by_a_share_and_the_rest_of_another(u, v):
    p, q = torch.softmax(u, -1), torch.softmax(v, -1)
    return (u / (p * (1.0 - q))).mean()
    #       ^^^^^^^^^^^^^^^^^^^ NAN102 warning: `(p * (1.0 - q))` can be 0 where a softmax is exactly 1: x / 0 is Inf or NaN; keep it away from 0
    # fixed (unsafe): u / (p * (1.0 - q)).clamp(min=1e-7)
    # or (unsafe): u / (p * (1.0 - q) + 1e-8)
    # from: `torch.softmax(v, -1)` made here, exactly 1 in float32 once one logit leads the others by 17


def by_a_sum_with_a_length(u, v):
    return (u / (torch.relu(u).square() + torch.relu(v))).mean()
    #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `(…)` can be 0, as a ReLU is for inputs of 0 or less: x / 0 is Inf or NaN; keep it away from 0
    # fixed: u / (torch.relu(u).square() + torch.relu(v)).clamp(min=1e-7)
    # from: `torch.relu(v)` made here, exactly 0 for inputs of 0 or less


def by_a_root(u):
    return (u / torch.softmax(u, -1) ** 0.5).mean()
    #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `torch.softmax(u, -1) ** 0.5` can be 0, as a softmax can: x / 0 is Inf or NaN; keep it away from 0
    # fixed: u / torch.softmax(u, -1).clamp(min=1e-12) ** 0.5
    # from: `torch.softmax(u, -1)` made here, exactly 0 in float32 once a logit trails the largest by 104
    #           ^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `torch.softmax(u, -1)` is a softmax and can be exactly 0: x ** 0.5 has an infinite gradient at 0
    # fixed (unsafe): torch.softmax(u, -1).clamp(1e-10, 1.0) ** 0.5
    # or (unsafe): (torch.softmax(u, -1) + 1e-8) ** 0.5
    # from: `torch.softmax(u, -1)` made here, exactly 0 in float32 once a logit trails the largest by 104
