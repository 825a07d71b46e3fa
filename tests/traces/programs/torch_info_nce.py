import torch
from torch import nn


class Projection(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.layers = nn.Sequential(nn.Linear(width, 16), nn.ReLU(), nn.Linear(16, 4, bias=False), nn.ReLU())

    def forward(self, x):
        z = self.layers(x)
        return z / z.norm(dim=1, keepdim=True)  # NAN


def info_nce(first, second, temperature=0.1):
    scores = first @ second.T / temperature
    return nn.functional.cross_entropy(scores, torch.arange(len(scores)))


def main():
    torch.manual_seed(0)
    model = Projection(6)
    optimizer = torch.optim.Adam(model.parameters())
    for step in range(10):
        x = torch.randn(32, 6)
        loss = info_nce(model(x), model(x + 0.05 * torch.randn_like(x)))
        assert torch.isfinite(loss), f"step {step}: {loss.item()}"
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()


main()
