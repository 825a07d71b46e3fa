# How often a label occurs is asked for the very labels that were counted, whatever they were put together from: each of them
# occurs. For all classes one after the other, and in a table of them, some may not.

import torch
import torch.nn.functional as F
from torch import nn


class Adversary(nn.Module):
    def __init__(self):
        super().__init__()
        self.discriminator = nn.Linear(8, 2)

    def update(self, batches):
        x = torch.cat([x for x, y in batches])
        y = torch.cat([y for x, y in batches])
        domains = torch.cat([torch.full((x.shape[0],), i, dtype=torch.int64) for i, (x, y) in enumerate(batches)])
        counts = F.one_hot(y).sum(dim=0)
        weights = 1.0 / (counts[y] * counts.shape[0]).float()
        return (weights * F.cross_entropy(self.discriminator(x), domains, reduction="none")).sum()

    def of_all_classes(self, batches):
        y = torch.cat([y for x, y in batches])
        counts = F.one_hot(y).sum(dim=0)
        places = torch.arange(counts.shape[0])
        return 1.0 / counts[places].float()
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `counts[places].float()` is a count of each class and can be exactly 0: x / 0 is Inf or NaN

    def of_one_class(self, batches, n):
        y = torch.cat([y for x, y in batches])
        counts = torch.bincount(y)
        return sum(1.0 / counts[i] for i in range(n))
        #          ^^^^^^^^^^^^^^^ NAN102 warning: `counts[i]` is a count of each value and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0
