import math

import torch
from torch import nn


class SelfAttention(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.qkv = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)

    def forward(self, x, lengths):
        q, k, v = self.qkv(x).chunk(3, dim=-1)
        scores = q @ k.transpose(1, 2) / math.sqrt(q.size(-1))
        padding = torch.arange(x.size(1))[None, :] >= lengths[:, None]
        scores = scores.masked_fill(padding[:, None, :], float("-inf"))
        attention = scores.softmax(dim=-1)  # NAN
        return self.out(attention @ v)


torch.manual_seed(0)
layer = SelfAttention(8)
optimizer = torch.optim.Adam(layer.parameters())
x, lengths = torch.randn(3, 5, 8), torch.tensor([5, 2, 0])
with torch.autograd.detect_anomaly():
    result = layer(x, lengths)
    keep = (lengths > 0).float()[:, None, None]
    loss = ((result - x) ** 2).nan_to_num().mul(keep).sum()
    print("loss", round(loss.item(), 3))
    loss.backward()
    optimizer.step()
