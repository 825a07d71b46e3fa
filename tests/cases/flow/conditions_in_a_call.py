"""In a call whose arguments are known the branches are left out that do not run; what is not known decides nothing."""

import torch


def masked(p, name=None):
    if name is None:
        return p + 1e-6
    return p


def without_a_name(x):
    return torch.log(masked(torch.softmax(x, -1)))


def of_a_name(x):
    return torch.log(masked(torch.softmax(x, -1), "train"))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `masked(…)` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(masked(torch.softmax(x, -1), "train"), 1e-10, 1.0))
    # or (unsafe): torch.log(masked(torch.softmax(x, -1), "train") + 1e-8)
    # from: `torch.softmax(x, -1)` made here, exactly 0 in float32 once a logit trails the largest by 104
    # from: `masked(torch.softmax(x, -1), "train")` returned by this call


def of_a_name_that_is_formatted(x, step):
    return torch.log(masked(torch.softmax(x, -1), f"step{step}"))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `masked(…)` can be 0, as a softmax is once a logit trails the largest by 104: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(masked(torch.softmax(x, -1), f"step{step}"), min=1e-10))
    # or (unsafe): torch.log(masked(torch.softmax(x, -1), f"step{step}") + 1e-8)
    # from: `torch.softmax(x, -1)` made here, exactly 0 in float32 once a logit trails the largest by 104
    # from: `masked(torch.softmax(x, -1), f"step{step}")` returned by this call


def in_parentheses(p, is_safe=True):
    if (is_safe):
        return p + 1e-6
    return p


def by_default(x):
    return torch.log(in_parentheses(torch.softmax(x, -1)))


def switched_off(x):
    return torch.log(in_parentheses(torch.softmax(x, -1), is_safe=False))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `in_parentheses(…)` is a softmax and can be exactly 0: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(in_parentheses(torch.softmax(x, -1), is_safe=False), 1e-10, 1.0))
    # or (unsafe): torch.log(in_parentheses(torch.softmax(x, -1), is_safe=False) + 1e-8)
    # from: `torch.softmax(x, -1)` made here, exactly 0 in float32 once a logit trails the largest by 104
    # from: `in_parentheses(torch.softmax(x, -1), is_safe=False)` returned by this call
