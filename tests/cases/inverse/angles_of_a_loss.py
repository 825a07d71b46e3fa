"""What a loss takes the angle of is trained, though a base class calls the loss and some of its calls are known."""

import torch


class PairLoss(torch.nn.Module):
    def of_a_matrix(self, similarities, first, second):
        mask = torch.zeros_like(similarities)
        mask[first, second] = 1
        return self._compute_loss(similarities, mask)

    def of_pairs(self, similarities, first, second):
        pairs = []
        if len(first) > 0:
            pairs = similarities[first, second]
        return self._compute_loss(pairs, second)


class MarginLoss(PairLoss):
    def __init__(self, margin):
        super().__init__()
        self.margin = margin

    def _compute_loss(self, pairs, others):
        angles = torch.acos(pairs)
        #        ^^^^^^^^^^^^^^^^^ NAN105 information: nothing here shows that `pairs` stays between -1 and 1, which rounding can leave: acos is NaN beyond -1 and 1
        # fixed: torch.acos(torch.clamp(pairs, -0.9999999, 0.9999999))
        return torch.cos(angles - self.margin).mean()


class Clipped(PairLoss):
    def _compute_loss(self, pairs, others):
        return torch.acos(pairs.clamp(-0.999, 0.999)).mean()


def reported(pairs):
    return torch.acos(pairs)
