"""Labels may all be the one that is ignored, which may be a setting; labels that are known to be others may not."""

import torch
import torch.nn.functional as F


class Loss(torch.nn.Module):
    def __init__(self, pad):
        super().__init__()
        self.pad = pad

    def forward(self, logits, target):
        return F.cross_entropy(logits, target, ignore_index=self.pad)
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN106 hint: `target` can all be the label that is ignored: the mean cross-entropy of none is NaN; ask first
        # fixed: nothing

    def of_what_is_read(self, logits, batch):
        return F.cross_entropy(logits, batch.labels[0], ignore_index=0)
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN106 hint: `batch.labels[0]` can all be 0, which is ignored: the mean cross-entropy of none is NaN; ask first
        # fixed: nothing

    def of_what_is_shifted(self, logits, target):
        return F.cross_entropy(logits, target.abs() + 1, ignore_index=0)

    def of_what_is_written_out(self, logits):
        return F.cross_entropy(logits, torch.tensor([1, 2]), ignore_index=0)

    def of_ones_that_are_negative(self, logits, target):
        return F.cross_entropy(logits, target.clamp(min=0), ignore_index=-1)

    def of_ones_that_may_be(self, logits, target):
        return F.cross_entropy(logits, target.clamp(min=-1), ignore_index=-1)
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN106 information: `target.clamp(min=-1)` can all be -1, which is ignored: the mean cross-entropy of none is NaN; ask first
        # fixed: nothing
