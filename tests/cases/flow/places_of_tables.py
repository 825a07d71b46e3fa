"""Of what rises evenly no two entries are equal: a difference with one of them is 0 at its place alone."""

import torch


def of_a_table(n):
    s = torch.linspace(0, 1, 10)
    reveal_range(s - s[-1])  # [-1, 1] float32 takes 0
    reveal_range((s - s[-1])[:-1])  # [-1, 1] float32 takes nothing
    reveal_range((s - s[-1])[-1])  # [-1, 1] float32 takes 0
    reveal_range((s - s[-1])[n])  # [-1, 1] float32 takes 0
    reveal_range((s - s[0])[1:])  # [-1, 1] float32 takes nothing
    reveal_range((s - s[n])[n])  # [-1, 1] float32 takes 0
    reveal_range(((s - s[0])[1:])[2])  # [-1, 1] float32 takes nothing
    reveal_range((s[1:] - s[:-1])[0])  # [-1, 1] float32 takes nothing
    reveal_range((s - s[n])[0])  # [-1, 1] float32 takes nothing
    return torch.log((s - s[0])[n]), torch.log(s[1:] - s[:-1])


def of_what_is_apart(a):
    return torch.log(torch.exp(a - a.mean()) - 1)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `torch.exp(a - a.mean()) - 1` stays above 0: log(0) is -inf
    # fixed (unsafe): torch.log(torch.clamp(torch.exp(a - a.mean()) - 1, min=1e-10))


def of_what_grows(a):
    return torch.log(torch.exp(a * a.mean()) - 1)
