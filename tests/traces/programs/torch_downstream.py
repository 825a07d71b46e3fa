import torch
import torch.nn as nn


class Distance(nn.Module):
    def __init__(self):
        super().__init__()
        self.embed = nn.Linear(4, 3, bias=False)

    def forward(self, a, b):
        difference = self.embed(a) - self.embed(b)
        squares = difference ** 2
        total = squares.sum(dim=-1)
        return torch.sqrt(total)  # NAN


torch.manual_seed(0)
x = torch.randn(5, 4)
with torch.autograd.detect_anomaly():
    Distance()(x, x).mean().backward()
