# A count of what violates a margin is 0 once training succeeds, and one of what a network is sure of where it is sure of
# nothing. How many labels are no padding is not for the network to decide.

import torch
from torch import nn


class Margin(nn.Module):
    def forward(self, gap):
        loss = torch.relu(gap)
        return loss.sum() / (loss > 0).sum()
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `(loss > 0).sum()` is a count of outputs and can be exactly 0

    def precision_loss(self, score, target):
        hard = (torch.sigmoid(score) > 0.5).float()
        return 1 - (hard * target).sum() / torch.sum(hard)
        #          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `torch.sum(hard)` is a count of outputs and can be exactly 0

    def of_labels(self, loss, labels):
        keep = (labels > 0).float()
        return (loss * keep).sum() / keep.sum()
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `keep.sum()` is a count of matches

    def mended(self, gap):
        loss = torch.relu(gap)
        active = (loss > 0).sum()
        if active == 0:
            return loss.sum()
        return loss.sum() / active


class Either(nn.Module):
    def forward(self, score, target, everything):
        if everything:
            hard = torch.ones_like(score) > target
        else:
            hard = torch.sigmoid(score) > 0.5
        return 1 - (hard * target).sum() / hard.sum()
        #          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `hard.sum()` is a count of matches, exactly 0 where nothing matches: x / 0 is Inf or NaN; keep it away from 0

    def the_other_way(self, score, target, everything):
        if everything:
            hard = torch.sigmoid(score) > 0.5
        else:
            hard = torch.ones_like(score) > target
        return 1 - (hard * target).sum() / hard.sum()
        #          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `hard.sum()` is a count of matches, exactly 0 where nothing matches: x / 0 is Inf or NaN; keep it away from 0
