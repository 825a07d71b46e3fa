# While a call is typed it has no arguments yet, and nothing breaks.

import numpy as np
import torch

a = torch.tensor().std(0)
b = np.array().std(0) + torch.zeros().var(0)
c = torch.as_tensor(,).std() / torch.unsqueeze().numel()


def loss(z):
    return torch.log(torch.relu(z)) * torch.tensor().std(0)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.relu(z)` is a ReLU


class Loss(torch.nn.Module):
    def forward(self, logits, x):
        y = torch.log(x)
    #       ^^^^^^^^^^^^ NAN101 information: nothing here shows that `x` stays above 0
        y.masked_fill_(y == 1)
        return torch.nn.functional.cross_entropy(logits, ignore_index=0) + y

    def bucket(self, n):
        large = torch.log(n / 2).long()
    #           ^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `n / 2` stays above 0
        torch.where()
        return torch.where(), large
