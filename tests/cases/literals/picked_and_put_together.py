# What is written out is known element by element, until some are picked, put together, or asked for their derivative.

import torch


def as_it_is(x):
    return torch.log(torch.tensor([0.0, 1.0]) * 2.0), torch.log(2.0 * torch.tensor([[0.5, 0.0], [1.0, 1.0]]))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.tensor([0.0, 1.0]) * 2.0` holds 0: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(torch.tensor([0.0, 1.0]) * 2.0, min=1e-10))
    # or (unsafe): torch.log(torch.tensor([0.0, 1.0]) * 2.0 + 1e-8)
    #                                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `2.0 * torch.tensor([[0.5, 0.0], [1.0, 1.0]])` holds 0: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(2.0 * torch.tensor([[0.5, 0.0], [1.0, 1.0]]), min=1e-10))
    # or (unsafe): torch.log(2.0 * torch.tensor([[0.5, 0.0], [1.0, 1.0]]) + 1e-8)


def picked(x, i):
    weights = torch.tensor([0.0, 1.0])
    return torch.log(weights[1]), torch.log(weights.max()), torch.log(weights[i]), torch.log(weights.sum())


def put_together(x):
    weights = torch.tensor([0.0, 1.0])
    return torch.log(weights.sum() + torch.tensor([1.0, 2.0])), torch.log(torch.tensor([1.0, 2.0]) + weights)


def reshaped(x):
    weights = torch.tensor([0.0, 1.0])
    return torch.log(weights.view(1, 2)), torch.log(weights.unsqueeze(0).to(x.device)), torch.log(weights.float())
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `weights.view(1, 2)` holds 0: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(weights.view(1, 2), 1e-10, 1.0))
    # or (unsafe): torch.log(weights.view(1, 2) + 1e-8)
    #                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `weights.unsqueeze(0).to(x.device)` holds 0: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(weights.unsqueeze(0).to(x.device), 1e-10, 1.0))
    # or (unsafe): torch.log(weights.unsqueeze(0).to(x.device) + 1e-8)
    #                                                                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `weights.float()` holds 0: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(weights.float(), 1e-10, 1.0))
    # or (unsafe): torch.log(weights.float() + 1e-8)


def of_parts(x, y):
    return torch.log(torch.tensor([x, 0.0])), torch.log(torch.tensor([])), torch.log(torch.zeros(0, 3))


def asked_for():
    x = torch.tensor([0.0, 4.0], requires_grad=True)
    y = torch.tensor([0.0, 4.0]).requires_grad_()
    z = torch.tensor([0.0, 4.0])
    (torch.sqrt(x) + torch.sqrt(y) + torch.sqrt(z)).sum().backward()
    #^^^^^^^^^^^^^ NAN103 warning: `x` is a trained variable, and nothing keeps it at 0 or above: sqrt(-1) is NaN
    # fixed (unsafe): torch.sqrt(torch.clamp(x, min=1e-10))
    #                ^^^^^^^^^^^^^ NAN301 warning: `y` holds 0: sqrt has an infinite gradient at 0; keep it above 0
    # fixed (unsafe): torch.sqrt(torch.clamp(y, min=1e-10))
    # or (unsafe): torch.sqrt(y + 1e-8)
    (torch.sqrt(x * 2) + torch.sqrt(2 * y) + torch.sqrt(z * 2)).sum().backward()
    #^^^^^^^^^^^^^^^^^ NAN103 warning: `x * 2` comes from a trained variable, and nothing keeps it at 0 or above: sqrt(-1) is NaN
    # fixed (unsafe): torch.sqrt(torch.clamp(x * 2, min=1e-10))
    #                    ^^^^^^^^^^^^^^^^^ NAN301 warning: `2 * y` holds 0: sqrt has an infinite gradient at 0; keep it above 0
    # fixed (unsafe): torch.sqrt(torch.clamp(2 * y, min=1e-10))
    # or (unsafe): torch.sqrt(2 * y + 1e-8)
    return torch.where(x > 0, torch.log(x), 0.0), torch.where(z > 0, torch.log(z), 0.0)


class Held:
    def __init__(self, x):
        self.once = torch.tensor([0.0, 1.0])
        self.first, self.second = torch.tensor([0.0, 1.0]), x
        self.added = torch.tensor([0.0, 1.0])
        self.added += x
        self.twice = torch.tensor([0.0, 1.0])

    def update(self, x):
        self.twice = x

    def logs(self, other):
        held = torch.log(self.once), torch.log(self.first), torch.log(self.added), torch.log(self.twice)
    #          ^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `self.once` holds 0: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(self.once, 1e-10, 1.0))
    # or (unsafe): torch.log(self.once + 1e-8)
        return held, torch.log(other.once)
    #                ^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `other.once` stays above 0: log(0) is -inf
    # fixed: torch.log(torch.clamp(other.once, min=1e-10))


def changed_in_between(x):
    weights = torch.tensor([0.0, 1.0])
    print(weights)
    before = torch.log(weights)
    #        ^^^^^^^^^^^^^^^^^^ NAN101 warning: `weights` holds 0: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(weights, 1e-10, 1.0))
    # or (unsafe): torch.log(weights + 1e-8)
    weights += x
    return before, torch.log(weights)
    #              ^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `weights` stays above 0: log(0) is -inf
    # fixed: torch.log(torch.clamp(weights, min=1e-10))


def of_a_loop(x):
    weights = torch.tensor([0.0, 1.0])
    for _ in range(3):
        x = x + torch.log(weights)
        weights = weights + 1
    return x


def given(p, q):
    return torch.log(p), torch.log(q)
    #                    ^^^^^^^^^^^^ NAN101 information: nothing here shows that `q` stays above 0: log(0) is -inf
    # fixed: torch.log(torch.clamp(q, min=1e-10))


def call_it(x, pair):
    given(torch.tensor([0.0, 1.0]), x)
    return given(torch.tensor([0.0, 1.0]), *pair)
