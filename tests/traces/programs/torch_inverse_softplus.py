import torch
from torch import nn


def inverse_softplus(y):
    return torch.log(torch.exp(y) - 1)  # NAN


class Scale(nn.Module):
    def __init__(self, initial):
        super().__init__()
        self.raw = nn.Parameter(inverse_softplus(initial))

    def forward(self, x):
        return x * nn.functional.softplus(self.raw)


scale = Scale(torch.tensor([0.5, 100.0, 1.0]))
out = scale(torch.randn(4, 3))
loss = out.pow(2).mean()
loss.backward()
print("step 0 loss", loss.item())
for name, p in scale.named_parameters():
    if not torch.isfinite(p).all():
        raise RuntimeError(f"parameter {name} is not finite: {p.data}")
