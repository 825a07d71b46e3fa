import torch
from torch import nn

torch.autograd.set_detect_anomaly(True)


class Critic(nn.Module):
    def __init__(self):
        super().__init__()
        self.layers = nn.Sequential(nn.Linear(2, 8), nn.ReLU(), nn.Linear(8, 1))

    def forward(self, x):
        return self.layers(x)


def penalty(critic, real, fake):
    t = torch.rand(real.size(0), 1)
    mixed = (t * real + (1 - t) * fake).requires_grad_(True)
    out = critic(mixed)
    grads, = torch.autograd.grad(out.sum(), mixed, create_graph=True)
    lengths = torch.sqrt(torch.sum(grads ** 2, dim=1))  # NAN
    return ((lengths - 1) ** 2).mean()


critic = Critic()
for weight in critic.parameters():
    nn.init.zeros_(weight)
loss = penalty(critic, torch.randn(8, 2), torch.randn(8, 2))
loss.backward()
