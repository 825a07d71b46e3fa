"""What gives values and where they stood gives the values first: less its maximum, a row is 0 somewhere."""

import torch
from torch import nn


class Mixture(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(3, 3)

    def forward(self, x):
        x = self.fc(x)
        largest, _ = x.max(-1, keepdim=True)
        return largest + torch.log(torch.exp(x - largest).sum(-1, keepdim=True))

    def of_an_item(self, components, value):
        each = torch.stack([component.log_prob(value) for component in components], -1)
        largest = torch.max(each, dim=-1, keepdim=True)[0]
        return largest + torch.log(torch.exp(each - largest).sum(-1, keepdim=True))

    def probabilities(self, x):
        x = self.fc(x)
        shares = torch.exp(x - x.max(-1, keepdim=True)[0])
        return torch.log(shares / shares.sum(-1, keepdim=True))
    #          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `shares / shares.sum(…)` can be 0, as an exponential is for inputs below -104: log(0) is -inf; keep it above 0
    # fixed: torch.log_softmax(logits, dim=-1)
    # adds: logits = x - x.max(-1, keepdim=True)[0]
    # adds: logits
    # or: torch.log(torch.clamp(shares / shares.sum(-1, keepdim=True), 1e-10, 1.0))
    # or (unsafe): torch.log(shares / shares.sum(-1, keepdim=True) + 1e-8)
    # from: `torch.exp(x - x.max(-1, keepdim=True)[0])` made here, exactly 0 in float32 for inputs below -104

    def sorted_values(self, x):
        values, _ = torch.softmax(self.fc(x), -1).sort(-1)
        return torch.log(values)
    #          ^^^^^^^^^^^^^^^^^ NAN101 warning: `values` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(values, 1e-10, 1.0))
    # or (unsafe): torch.log(values + 1e-8)
    # from: `torch.softmax(self.fc(x), -1)` made here, exactly 0 in float32 once a logit trails the largest by 104

    def of_the_larger_of_two(self, x, y):
        p = torch.softmax(self.fc(x), -1)
        return torch.log(torch.max(p, p - y)[0])
