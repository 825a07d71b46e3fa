"""What is 1 is 1 to any power: a focal loss whose exponent nobody knows weighs the classes that trail as they are."""

import torch
import torch.nn.functional as F


class Normalized(torch.nn.Module):
    def __init__(self, gamma):
        super().__init__()
        self.gamma = gamma

    def forward(self, logits, loss, known):
        logp = F.log_softmax(logits, dim=1)
        p = logp.exp()
        by_classes = torch.sum(-1 * (1 - p) ** self.gamma * logp, dim=1)
        by_known = torch.sum(-known * (1 - p) ** self.gamma * logp, dim=1)
        return loss / by_classes, loss / by_known
        #                         ^^^^^^^^^^^^^^^ NAN102 warning: `by_known` can be 0, as a log softmax can
