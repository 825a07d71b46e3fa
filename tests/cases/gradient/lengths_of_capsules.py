# A capsule that is squashed with an epsilon under the root is 0 where its input is: its length has no derivative there.
import torch
import torch.nn as nn


class Capsules(nn.Module):
    def __init__(self):
        super().__init__()
        self.votes = nn.Linear(8, 16)

    def squash(self, s):
        squared = (s**2).sum(-1, keepdim=True)
        return squared * s / ((1.0 + squared) * torch.sqrt(squared + 1e-8))

    def forward(self, x):
        return self.squash(self.votes(x))


class Classifier(nn.Module):
    def __init__(self):
        super().__init__()
        self.capsules = Capsules()

    def forward(self, x):
        v = self.capsules(x)
        return torch.sqrt((v**2).sum(-1))
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `(v**2).sum(-1)` stays above 0: sqrt has an infinite gradient at 0
        # fixed (unsafe): torch.sqrt(torch.clamp((v**2).sum(-1), min=1e-10))
        # or (unsafe): torch.sqrt((v**2).sum(-1) + 1e-8)
        # from: `self.votes(x)` made here, unbounded
        # from: `self.squash(self.votes(x))` returned by this call
        # from: `self.capsules(x)` returned by this call


class Mended(nn.Module):
    def __init__(self):
        super().__init__()
        self.capsules = Capsules()

    def forward(self, x):
        v = self.capsules(x)
        return torch.sqrt((v**2).sum(-1) + 1e-8)


class OfVectors(nn.Module):
    def __init__(self):
        super().__init__()
        self.votes = nn.Linear(8, 16)

    def forward(self, x):
        s = self.votes(x)
        v = s / torch.sqrt((s**2).sum(-1, keepdim=True) + 1e-8)
        return torch.sqrt((v**2).sum(-1))
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `(v**2).sum(-1)` stays above 0: sqrt has an infinite gradient at 0
        # fixed (unsafe): torch.sqrt(torch.clamp((v**2).sum(-1), min=1e-10))
        # or (unsafe): torch.sqrt((v**2).sum(-1) + 1e-8)
        # from: `self.votes(x)` made here, unbounded
        # from: `v = s / torch.sqrt((s**2).sum(-1, keepdim=True) + 1e-8)` goes into `v` here
