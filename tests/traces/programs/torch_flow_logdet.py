import torch
from torch import nn


class Mixing(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.weight = nn.Parameter(torch.zeros(channels, channels))

    def forward(self, x):
        volume = torch.logdet(self.weight)  # NAN
        return x @ self.weight.T, volume


class Flow(nn.Module):
    def __init__(self):
        super().__init__()
        self.mixing = Mixing(4)
        self.shift = nn.Parameter(torch.randn(4))

    def log_prob(self, x):
        z, volume = self.mixing(x + self.shift)
        return -0.5 * z.pow(2).sum(dim=-1) + volume


torch.manual_seed(0)
flow = Flow()
optimizer = torch.optim.Adam(flow.parameters(), lr=1e-2)
for iteration in range(2):
    nll = -flow.log_prob(torch.randn(16, 4)).mean()
    print(f"iter {iteration}: nll = {nll.item()}")
    optimizer.zero_grad()
    nll.backward()
    total = torch.nn.utils.clip_grad_norm_(flow.parameters(), 1.0, error_if_nonfinite=True)
    optimizer.step()
