# A branch is entered for certain only where what it asks of is what it adds, and all that is known of it answers yes.

import torch
from torch import nn


class Switched(nn.Module):
    def __init__(self, train):
        super().__init__()
        self.other = 1e-6
        self.chosen = 1e-6 if train else 0.0

    def as_it_asks(self, x):
        s = torch.relu(x).sum(-1)
        if 0 < self.other:
            s = s + self.other
        return torch.log(s)

    def of_another(self, x, ready):
        s = torch.relu(x).sum(-1)
        if ready > 0:
            s = s + self.other
        return torch.log(s)
    #          ^^^^^^^^^^^^ NAN101 warning: `s` can be 0, as a ReLU is for inputs of 0 or less: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(s, min=1e-10))
    # or (unsafe): torch.log(s + 1e-8)
    # from: `torch.relu(x)` made here, exactly 0 for inputs of 0 or less
    # from: `s = s + self.other` goes into `s` here

    def above_what_it_is(self, x):
        s = torch.relu(x).sum(-1)
        if self.other > 1e-3:
            s = s + self.other
        return torch.log(s)
    #          ^^^^^^^^^^^^ NAN101 warning: `s` can be 0, as a ReLU is for inputs of 0 or less: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(s, min=1e-10))
    # or (unsafe): torch.log(s + 1e-8)
    # from: `torch.relu(x)` made here, exactly 0 for inputs of 0 or less

    def between(self, x, limit):
        s = torch.relu(x).sum(-1)
        if 0 < self.other < limit:
            s = s + self.other
        return torch.log(s)
    #          ^^^^^^^^^^^^ NAN101 warning: `s` can be 0, as a ReLU is for inputs of 0 or less: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(s, min=1e-10))
    # or (unsafe): torch.log(s + 1e-8)
    # from: `torch.relu(x)` made here, exactly 0 for inputs of 0 or less

    def of_two_numbers(self, x):
        s = torch.relu(x).sum(-1)
        if self.chosen > 0:
            s = s + self.chosen
        return torch.log(s)
    #          ^^^^^^^^^^^^ NAN101 warning: `s` can be 0, as a ReLU is for inputs of 0 or less: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(s, min=1e-10))
    # or (unsafe): torch.log(s + 1e-8)
    # from: `torch.relu(x)` made here, exactly 0 for inputs of 0 or less
    # from: `s = s + self.chosen` goes into `s` here

    def otherwise(self, x):
        s = torch.relu(x).sum(-1)
        if self.other > 0:
            t = s * 2
        else:
            s = s + self.other
        return torch.log(s)
    #          ^^^^^^^^^^^^ NAN101 warning: `s` can be 0, as a ReLU is for inputs of 0 or less: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(s, min=1e-10))
    # or (unsafe): torch.log(s + 1e-8)
    # from: `torch.relu(x)` made here, exactly 0 for inputs of 0 or less

    def by_equality(self, x):
        s = torch.relu(x).sum(-1)
        if self.other == 0:
            s = s + self.other
        return torch.log(s)
    #          ^^^^^^^^^^^^ NAN101 warning: `s` can be 0, as a ReLU is for inputs of 0 or less: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(s, min=1e-10))
    # or (unsafe): torch.log(s + 1e-8)
    # from: `torch.relu(x)` made here, exactly 0 for inputs of 0 or less

    def in_a_loop(self, xs):
        total = 0.0
        for x in xs:
            s = torch.relu(x).sum(-1)
            if self.other > 0:
                s = s + self.other
            total = total + torch.log(s)
        return total

    def inside_alone(self, x):
        s = torch.relu(x).sum(-1)
        if self.other > 0:
            if x.requires_grad:
                s = s + self.other
        return torch.log(s)
    #          ^^^^^^^^^^^^ NAN101 warning: `s` can be 0, as a ReLU is for inputs of 0 or less: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(s, min=1e-10))
    # or (unsafe): torch.log(s + 1e-8)
    # from: `torch.relu(x)` made here, exactly 0 for inputs of 0 or less
    # from: `s = s + self.other` goes into `s` here

    def bound_again(self, x, y):
        s = torch.relu(x).sum(-1)
        if self.other > 0:
            s = s + self.other
        s = s * torch.relu(y).sum(-1)
        return torch.log(s)
        #      ^^^^^^^^^^^^ NAN101 warning: `s` can be 0, as a ReLU is for inputs of 0 or less: log(0) is -inf; keep it above 0
        # fixed: torch.log(torch.clamp(s, min=1e-10))
        # or (unsafe): torch.log(s + 1e-8)
        # from: `torch.relu(y)` made here, exactly 0 for inputs of 0 or less
        # from: `s = s * torch.relu(y).sum(-1)` goes into `s` here
