# A dropout of rate 0 gives what it is given, also where 0 is the default that nobody changes: it makes no 0 of its own.

import torch
from torch import nn


class Chances(nn.Module):
    def __init__(self, rate=0.0, dropped=0.1):
        super().__init__()
        self.fc = nn.Linear(3, 1)
        self.none = nn.Dropout(0.0)
        self.by_default = nn.Dropout(rate)
        self.some = nn.Dropout(dropped)

    def forward(self, x):
        p = torch.sigmoid(self.fc(x))
        raised = p + 0.5
        kept = torch.log(self.none(raised)) + torch.log(self.by_default(raised))
        return kept + torch.log(self.none(p)) + torch.log(self.some(raised)) + nn.functional.dropout(raised, 0.0).log()
        #             ^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `self.none(p)` is a sigmoid, exactly 0 for inputs below -89: log(0) is -inf; keep it above 0
        #                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `self.some(raised)` is a dropout, exactly 0 for the inputs that it drops: log(0) is -inf; keep it above 0
