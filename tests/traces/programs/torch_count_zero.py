import torch


class MaskedMean(torch.nn.Module):
    def forward(self, values, mask):
        total = (values * mask).sum(1)
        count = mask.sum(1)
        return total / count  # NAN


pool = MaskedMean()
values = torch.randn(2, 3, requires_grad=True)
mask = torch.tensor([[1.0, 1.0, 0.0], [0.0, 0.0, 0.0]])
pooled = pool(values, mask)
loss = pooled.mean()
loss.backward()
print({"loss": loss.item(), "epoch": 1})
