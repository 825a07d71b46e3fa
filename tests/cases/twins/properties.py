# A property is computed each time that its name is read: what it gave stays under a name of its own.

import torch
import torch.nn.functional as F
from torch import nn


class Policy(nn.Module):
    def __init__(self, size):
        super().__init__()
        self.table = nn.Parameter(torch.zeros(size))
        self.heat = 1.0

    @property
    def logits(self):
        return self.table / self.heat

    @property
    def scale(self):
        return torch.rand(())

    def cooled(self):
        p = torch.softmax(self.logits, -1)
        self.heat = 3.0
        return torch.log(p)
        #      ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
        # fixed: torch.log_softmax(scores, -1)
        # adds: scores = self.logits
        # or: torch.log(torch.clamp(p, 1e-10, 1.0))
        # from: `torch.softmax(self.logits, -1)` made here, exactly 0 in float32 once a logit trails the largest by 104

    def drawn(self, x):
        p = torch.softmax(x + self.scale, -1)
        return p * torch.log(p)
        #          ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
        # fixed: torch.log_softmax(scores, -1)
        # adds: scores = x + self.scale
        # adds: scores
        # or: torch.log(torch.clamp(p, 1e-10, 1.0))
        # from: `torch.softmax(x + self.scale, -1)` made here, exactly 0 in float32 once a logit trails the largest by 104

    def kept(self):
        p = torch.softmax(self.logits, -1)
        return p, torch.log(p)
        #         ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
        # fixed: torch.log_softmax(scores, -1)
        # adds: scores = self.logits
        # adds: scores
        # or: torch.log(torch.clamp(p, 1e-10, 1.0))
        # from: `torch.softmax(self.logits, -1)` made here, exactly 0 in float32 once a logit trails the largest by 104

    def in_place(self):
        return torch.log(torch.softmax(self.logits, -1))
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.softmax(self.logits, -1)` is a softmax and can be exactly 0: log(0) is -inf; keep it above 0
        # fixed: torch.log_softmax(self.logits, -1)
        # or: torch.log(torch.clamp(torch.softmax(self.logits, -1), 1e-10, 1.0))
        # from: `torch.softmax(self.logits, -1)` made here, exactly 0 in float32 once a logit trails the largest by 104

    def of_an_attribute(self):
        p = F.softmax(self.table, -1)
        return torch.log(p)
        #      ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
        # fixed: F.log_softmax(self.table, -1)
        # removes: p = F.softmax(self.table, -1)
        # or: torch.log(torch.clamp(p, 1e-10, 1.0))
        # from: `F.softmax(self.table, -1)` made here, exactly 0 in float32 once a logit trails the largest by 104
