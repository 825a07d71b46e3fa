import torch
from torch import nn
import torch.nn.functional as F

torch.manual_seed(4)
torch.autograd.set_detect_anomaly(True)


class Regressor(nn.Module):
    def __init__(self, width=16):
        super().__init__()
        self.body = nn.Sequential(nn.Linear(2, width), nn.Tanh())
        self.mean = nn.Linear(width, 1)
        self.scale = nn.Linear(width, 1)

    def forward(self, x):
        h = self.body(x)
        return self.mean(h), F.relu(self.scale(h))


def nll(mean, scale, y):
    return (torch.log(scale) + 0.5 * (y - mean) ** 2 / scale ** 2).mean()  # NAN


net = Regressor()
opt = torch.optim.Adam(net.parameters(), lr=1e-3)
for epoch in range(5):
    x = torch.randn(32, 2)
    loss = nll(*net(x), x.sum(1, keepdim=True))
    opt.zero_grad()
    loss.backward()
    opt.step()
