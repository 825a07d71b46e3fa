"""That all elements of an output are their own mean is a coincidence; what relu cuts off is 0, and so is its mean."""

import torch
from torch import nn


class Embedding(nn.Module):
    def __init__(self):
        super().__init__()
        self.layer = nn.Linear(8, 8)

    def forward(self, x):
        h = self.layer(x)
        h = h - torch.mean(h, dim=1, keepdim=True)
        return h / torch.sqrt(torch.sum(h**2, dim=1, keepdim=True))


class Rectified(Embedding):
    def forward(self, x):
        h = torch.relu(self.layer(x))
        h = h - torch.mean(h, dim=1, keepdim=True)
        return h / torch.sqrt(torch.sum(h**2, dim=1, keepdim=True))
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `torch.sqrt(torch.sum(…))` can be 0
        #          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `torch.sum(…)` can be 0, as a ReLU can
