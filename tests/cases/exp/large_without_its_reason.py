"""What a one-hot vector picks is as large as it is by itself: that the vector is 1 there is no reason."""

import torch
import torch.nn.functional as F


def const_max(t, constant):
    other = torch.ones_like(t) * constant
    return torch.max(t, other)


class Net(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = torch.nn.Linear(3, 30)

    def forward(self, h):
        return scale_of(self.fc(h))


def scale_of(l):
    sel = F.one_hot(torch.argmax(l, -1), num_classes=30).float()
    log_scales = const_max((l * sel).sum(dim=-1), -7.0)
    return torch.exp(log_scales)
    #      ^^^^^^^^^^^^^^^^^^^^^ NAN104 information: `log_scales` can be as large as you like: exp overflows to Inf in float32; bound it
