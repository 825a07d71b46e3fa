"""The power of an absolute value is 0 where that is, for the exponent that a setting has by default as for one written."""

import torch
from torch import nn


class Spectrum(nn.Module):
    def __init__(self, power=2.0, inverse=-2.0):
        super().__init__()
        self.power, self.inverse = power, inverse
        self.fc = nn.Linear(3, 3)

    def forward(self, wav):
        spec = torch.stft(wav, 512, return_complex=True)
        power = spec.abs().pow(self.power)
        again = spec.abs() ** self.power
        return torch.log10(power), torch.log2(again + 1e-10), again.log(), (power + 1.0).log()
        #      ^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `power` stays above 0: log10(0) is -inf
        # fixed: torch.log10(torch.clamp(power, min=1e-10))
        # or (unsafe): torch.log10(power + 1e-8)
        #                                                     ^^^^^^^^^^^ NAN101 information: nothing here shows that `again` stays above 0: log(0) is -inf
        # fixed: again.clamp(min=1e-10).log()
        # or (unsafe): (again + 1e-8).log()

    def inverted(self, x):
        return torch.log(x.abs() ** self.inverse)


def step(net, wav):
    sum(each.mean() for each in net(wav)).backward()
